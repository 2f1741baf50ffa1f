import type { FastifyInstance } from 'fastify'
import type { Platform } from '../../../platform/platform.ts'
import { asOffice } from '../../../platform/tenancy.ts'
import { offlineVerifier } from './offline-verifier.ts'
import { listPublishedKeys } from './signing-key.repository.ts'

/** A copy that is older than an hour may not know a key that was made since. */
const cacheFor = 'public, max-age=3600'

/**
 * GET /.well-known/shebao-signing-keys.json: the keys that papers are checked by, for anybody's program.
 * GET /documents/offline-verifier.html: the page that checks papers by them without asking any server, to be kept.
 */
export function addSigningKeys(app: FastifyInstance, platform: Platform): void {
  const publishedKeys = () => asOffice('PUBLIC', () => listPublishedKeys(platform))
  app.get('/.well-known/shebao-signing-keys.json', async (_request, reply) =>
    reply
      .header('cache-control', cacheFor)
      .header('access-control-allow-origin', '*')
      .send({ format: 'SB1', algorithm: 'Ed25519', keys: await publishedKeys() }),
  )
  app.get('/documents/offline-verifier.html', async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-disposition', 'attachment; filename="shebao-verifier.html"')
      .header('cache-control', cacheFor)
      .send(
        await offlineVerifier({
          keys: await publishedKeys(),
          address: platform.environment.publicUrl,
          madeOn: platform.clock.today(),
        }),
      ),
  )
}
