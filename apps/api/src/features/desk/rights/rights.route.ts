import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { ContextOf } from '../../../http/context-of.ts'
import { languageQuery, queryOf } from '../../../http/query-of.ts'
import type { Platform } from '../../../platform/platform.ts'
import { sendPaper } from '../../register/paper/index.ts'
import { printHandedOut, printOwnStatement } from './print-rights-statement.ts'

const statementQuery = z.object({
  year: z.coerce.number().int().min(1900).max(9999),
  version: z.coerce.number().int().min(1).max(10_000).default(1),
  lang: languageQuery,
})
const handedOutQuery = z.object({ statement: z.string().max(40), lang: languageQuery })

/**
 * GET /documents/rights-statement.pdf?year=2025&version=1&lang=zh-CN|en: the asker's own frozen statement.
 * GET /documents/rights-statement-at-window.pdf?statement=<id>: for staff, the one they hand out. 404 where none was made.
 */
export function addRightsStatements(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  app.get('/documents/rights-statement.pdf', async (request, reply) => {
    const { viewer, origin } = await contextOf(request, reply)
    if (viewer?.stage !== 'FULL') return reply.code(401).send({ error: 'Sign in first.' })
    const { lang: language, ...asked } = queryOf(request, statementQuery)
    return sendPaper(reply, () => printOwnStatement(platform, viewer, { ...asked, language, origin }))
  })
  app.get('/documents/rights-statement-at-window.pdf', async (request, reply) => {
    const { viewer, origin } = await contextOf(request, reply)
    if (viewer?.stage !== 'FULL') return reply.code(401).send({ error: 'Sign in first.' })
    const { lang: language, statement } = queryOf(request, handedOutQuery)
    return sendPaper(reply, () => printHandedOut(platform, viewer, { statement, language, origin }))
  })
}
