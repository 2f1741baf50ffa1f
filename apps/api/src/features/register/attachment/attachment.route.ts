import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { requireMay } from '../../../access/permissions.ts'
import type { Context } from '../../../graphql/context.ts'
import type { ContextOf } from '../../../http/context-of.ts'
import { queryOf } from '../../../http/query-of.ts'
import type { Platform } from '../../../platform/platform.ts'
import { mostBytes, shownByBrowsers } from './attachment-rules.ts'
import { keepAttachment } from './keep-attachment.ts'
import { readAttachment } from './read-attachment.ts'
import { withdrawAttachment } from './withdraw-attachment.ts'

const uploadQuery = z.object({ name: z.string().default('') })
/** Each holds its file in memory. */
const mostAtOnce = 8

/**
 * POST /attachments?name=<file name>, the file's bytes as the body, for who is signed in: 200 with `{kind: "kept", id, name,
 * mediaType, bytes}` or `{kind: "refused", code}`; 503 while too many are under way. GET /attachments/<id>, for who may read what it is attached to. DELETE, for who handed it in, while it is attached
 * to nothing: 204.
 */
export function addAttachments(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  app.get<{ Params: { id: string } }>('/attachments/:id', async (request, reply) => {
    const { viewer, origin } = await contextOf(request, reply)
    const { attachment, bytes } = await readAttachment(platform, viewer, { id: request.params.id, origin })
    const shown = shownByBrowsers.includes(attachment.mediaType)
    return reply
      .type(attachment.mediaType)
      .header('cache-control', 'private, no-store')
      .header(
        'content-disposition',
        `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(attachment.name)}`,
      )
      .send(Buffer.from(bytes))
  })

  app.delete<{ Params: { id: string } }>('/attachments/:id', async (request, reply) => {
    const { viewer, origin } = await contextOf(request, reply)
    await withdrawAttachment(platform, viewer, { id: request.params.id, origin })
    return reply.code(204).send()
  })

  app.register(async (scope) => {
    const callers = new WeakMap<FastifyRequest, Context>()
    let underWay = 0
    // Who calls is known before a byte of the body is read.
    scope.addHook('onRequest', async (request, reply) => {
      const context = await contextOf(request, reply)
      requireMay(context.viewer, 'attachment:hand-in')
      if (underWay >= mostAtOnce) return reply.code(503).header('retry-after', '5').send({ error: 'Too many uploads.' })
      callers.set(request, context)
      underWay += 1
      reply.raw.once('close', () => (underWay -= 1))
      return undefined
    })
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: mostBytes + 1 }, (_request, body, done) =>
      done(null, body),
    )
    scope.post('/attachments', async (request, reply) => {
      const context = callers.get(request)
      const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array()
      const { name } = queryOf(request, uploadQuery)
      const outcome = await keepAttachment(platform, context?.viewer, { bytes, name, origin: context?.origin ?? '' })
      reply.header('cache-control', 'no-store')
      if (outcome.kind === 'refused') return reply.send(outcome)
      const { id, name: keptName, mediaType, bytes: size } = outcome.attachment
      return reply.send({ kind: 'kept', id, name: keptName, mediaType, bytes: size })
    })
  })
}
