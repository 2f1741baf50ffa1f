import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { ContextOf } from '../../../../http/context-of.ts'
import { languageQuery, queryOf } from '../../../../http/query-of.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { sendPaper } from '../../../register/paper/index.ts'
import { printEnforcementPaper } from './print-enforcement-paper.ts'

const paperQuery = z.object({ paper: z.string().max(40), lang: languageQuery })

/** GET /documents/enforcement-paper.pdf?paper=<id>&lang=zh-CN|en: a paper of SIL 63 with its service receipt. */
export function addEnforcementPapers(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  app.get('/documents/enforcement-paper.pdf', async (request, reply) => {
    const { viewer, origin } = await contextOf(request, reply)
    if (viewer?.stage !== 'FULL') return reply.code(401).send({ error: 'Sign in first.' })
    const { paper: id, lang: language } = queryOf(request, paperQuery)
    return sendPaper(reply, () => printEnforcementPaper(platform, viewer, { id, language, origin }))
  })
}
