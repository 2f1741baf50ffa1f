import type { FastifyInstance } from 'fastify'
import { GraphQLError } from 'graphql'
import { z } from 'zod'
import { requireMay } from '../../../access/permissions.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { ContextOf } from '../../../http/context-of.ts'
import { queryOf } from '../../../http/query-of.ts'
import { importStatement } from './import-statement.ts'
import { readingLimits } from './reading/read-statement.types.ts'

const uploadQuery = z.object({ name: z.string().default('') })
const statusOf: Record<string, number> = { UNAUTHENTICATED: 401, FORBIDDEN: 403 }

/**
 * POST /reconciliation/statements?name=<file name>, the file's bytes as the body, for officers, reviewers and heads. Answers
 * with an `ImportOutcome` as JSON: 200 whether it was taken in, was here before or is refused with its problems.
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
        const fileName = queryOf(request, uploadQuery).name.slice(0, 200) || 'statement'
        const outcome = await importStatement(platform, { bytes, fileName, viewer: actor, origin })
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
