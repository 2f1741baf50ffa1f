import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { ContextOf } from '../../../http/context-of.ts'
import { languageQuery, queryOf } from '../../../http/query-of.ts'
import type { Platform } from '../../../platform/platform.ts'
import { sendPaper } from '../../register/paper/index.ts'
import { printTransfer } from './transfer-paper.ts'

const transferQuery = z.object({ question: z.string().max(40), lang: languageQuery })

/** GET /documents/question-transfer.pdf?question=<id>&lang=zh-CN|en: the transfer in writing, for the person and for staff. */
export function addQuestionTransfers(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  app.get('/documents/question-transfer.pdf', async (request, reply) => {
    const { viewer, origin } = await contextOf(request, reply)
    if (viewer?.stage !== 'FULL') return reply.code(401).send({ error: 'Sign in first.' })
    const { question: id, lang: language } = queryOf(request, transferQuery)
    return sendPaper(reply, () => printTransfer(platform, viewer, { id, language, origin }))
  })
}
