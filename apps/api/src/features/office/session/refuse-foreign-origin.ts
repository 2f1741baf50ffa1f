import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Platform } from '../../../platform/platform.ts'

/**
 * The third fence against forged requests, beside the same-site cookie and bodies of JSON alone: a browser says where a
 * request comes from, and only pages of this office may send one that changes something. Programs send no Origin and no cookie.
 */
export function refuseForeignOrigin(app: FastifyInstance, { environment }: Platform): void {
  const own = new URL(environment.publicUrl).origin
  app.addHook('onRequest', (request, reply, done) => {
    if (request.method === 'GET' || request.method === 'HEAD' || !isForeign(request, own)) return done()
    void reply.code(403).send({ error: 'This request comes from another site.' })
  })
}

function isForeign({ headers, host }: FastifyRequest, own: string): boolean {
  if (headers['sec-fetch-site'] === 'cross-site') return true
  const { origin } = headers
  if (origin === undefined || origin === own) return false
  // Reached under another name of the same server, such as 127.0.0.1 for localhost.
  return !URL.canParse(origin) || new URL(origin).host !== host
}
