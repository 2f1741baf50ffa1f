import type { FastifyInstance } from 'fastify'
import { GraphQLError } from 'graphql'
import { z } from 'zod'
import { requireMay } from '../../../access/permissions.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { ContextOf } from '../../../http/context-of.ts'
import { queryOf } from '../../../http/query-of.ts'
import { importStatement } from './import-statement.ts'
import { csvColumns, csvHeadWords } from './reading/csv-words.ts'
import { readingLimits } from './reading/read-statement.types.ts'

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
  layout: z
    .string()
    .max(20_000)
    .transform((text, context) => {
      try {
        const parsed: unknown = JSON.parse(text)
        return parsed
      } catch {
        context.addIssue('not JSON')
        return z.NEVER
      }
    })
    .pipe(Layout)
    .optional(),
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
    scope.post('/reconciliation/statements', async (request, reply) => {
      const { viewer, origin } = await contextOf(request, reply)
      try {
        const actor = requireMay(viewer, 'statement:import')
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
        const code = error instanceof GraphQLError ? error.extensions['code'] : undefined
        const status = typeof code === 'string' ? statusOf[code] : undefined
        if (status === undefined) throw error
        return reply.code(status).send({ error: code })
      }
    })
  })
}
