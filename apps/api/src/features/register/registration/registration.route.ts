import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { ContextOf } from '../../../http/context-of.ts'
import { queryOf } from '../../../http/query-of.ts'
import type { Platform } from '../../../platform/platform.ts'
import { keepVisitorFile, mostBytes } from '../attachment/index.ts'
import { openApplication } from './application-key.ts'

const uploadQuery = z.object({ name: z.string().default('') })
/** Each holds its file in memory; staff and clerks have their own way. */
const mostAtOnce = 4
const textOf = (header: string | string[] | undefined) => (typeof header === 'string' ? header : '')

/**
 * POST /registration/files?name=<file name>, the file's bytes as the body, with the number and the secret of an application in the
 * headers x-registration-number and x-registration-secret: 200 with `{kind: "kept", id, name}` or `{kind: "refused", code}`; 403 for a
 * key that opens nothing, before a byte of the body is read; 503 while too many are under way.
 */
export function addRegistrationFiles(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  app.register(async (scope) => {
    const opened = new WeakMap<object, { id: string; origin: string }>()
    let underWay = 0
    scope.addHook('onRequest', async (request, reply) => {
      const { origin } = await contextOf(request, reply)
      if (underWay >= mostAtOnce) return reply.code(503).header('retry-after', '5').send({ error: 'Too many uploads.' })
      const key = {
        number: textOf(request.headers['x-registration-number']),
        secret: textOf(request.headers['x-registration-secret']),
      }
      const found = await openApplication(platform, origin, key)
      if ('kind' in found || (found.status !== 'OPENED' && found.status !== 'REFUSED'))
        return reply.code(403).send({ error: 'No application takes files under this number and secret.' })
      opened.set(request, { id: found.id, origin })
      underWay += 1
      reply.raw.once('close', () => (underWay -= 1))
      return undefined
    })
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: mostBytes + 1 }, (_request, body, done) =>
      done(null, body),
    )
    scope.post('/registration/files', async (request, reply) => {
      const from = opened.get(request)
      const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array()
      const { name } = queryOf(request, uploadQuery)
      const outcome = await keepVisitorFile(platform, from?.id ?? '', { bytes, name, origin: from?.origin ?? '' })
      reply.header('cache-control', 'no-store')
      if (outcome.kind === 'refused') return reply.send(outcome)
      return reply.send({ kind: 'kept', id: outcome.attachment.id, name: outcome.attachment.name })
    })
  })
}
