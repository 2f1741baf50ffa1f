import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { GraphQLError } from 'graphql'
import { z } from 'zod'
import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { ContextOf } from '../../../http/context-of.ts'
import { jsonText, queryOf } from '../../../http/query-of.ts'
import { importStatement } from './import-statement.ts'
import { csvColumns, csvHeadWords } from './reading/csv-words.ts'
import { readingLimits } from './reading/read-statement.types.ts'

/** Files of the size of a day; a fifth waits. */
const mostAtOnce = 4

interface Caller {
  actor: Viewer
  origin: string
}

const statusOf: Record<string, number> = { UNAUTHENTICATED: 401, FORBIDDEN: 403 }

/** Typed by a person over a CSV whose columns nobody had named yet. */
const Layout = z.strictObject({
  columns: z.record(z.string().min(1).max(60), z.enum([...csvColumns, 'IGNORED'])),
  stated: z.partialRecord(z.enum(csvHeadWords), z.string().max(60)).optional(),
})
const UploadQuery = z.object({
  name: z
    .string()
    .default('')
    .transform((name) => name.slice(0, 200) || 'statement'),
  layout: jsonText(Layout).optional(),
})

/**
 * POST /reconciliation/statements?name=<file name>&layout=<what the columns of a CSV are, as JSON>, the file's bytes as the body,
 * for officers, reviewers and heads. Answers with an `ImportOutcome` as JSON: 200 whether it was taken in, was here before or is
 * refused with its problems.
 */
export function addStatementUpload(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  app.register(async (scope) => {
    // The bytes decide what the file is and are what is hashed: nothing parses them before the reader.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: readingLimits.maxBytes + 1 },
      (_request, body, done) => done(null, body),
    )
    const callers = new WeakMap<FastifyRequest, Caller>()
    let underWay = 0
    // Before a byte of the body is read: a file is held whole, so it is known whose it is, and how many are held.
    scope.addHook('onRequest', async (request, reply) => {
      const { viewer, origin } = await contextOf(request, reply)
      try {
        callers.set(request, { actor: requireMay(viewer, 'statement:import'), origin })
      } catch (error) {
        return refuse(reply, error)
      }
      if (underWay >= mostAtOnce) return reply.code(503).header('retry-after', '5').send({ error: 'BUSY' })
      underWay += 1
      reply.raw.once('close', () => {
        underWay -= 1
      })
      return undefined
    })
    scope.post('/reconciliation/statements', async (request, reply) => {
      const caller = callers.get(request)
      if (!caller) throw new Error('A statement was uploaded by nobody.')
      const { actor, origin } = caller
      try {
        const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array()
        const { name: fileName, layout } = queryOf(request, UploadQuery)
        const outcome = await importStatement(platform, {
          bytes,
          fileName,
          layout,
          how: 'BROUGHT',
          viewer: actor,
          origin,
        })
        platform.logger.info({ requestId: request.id, outcome: outcome.kind }, 'a statement was uploaded')
        return await reply.header('cache-control', 'no-store').send(outcome)
      } catch (error) {
        return refuse(reply, error)
      }
    })
  })
}

function refuse(reply: FastifyReply, error: unknown): FastifyReply {
  const code = error instanceof GraphQLError ? error.extensions['code'] : undefined
  const status = typeof code === 'string' ? statusOf[code] : undefined
  if (status === undefined) throw error
  return reply.code(status).send({ error: code })
}
