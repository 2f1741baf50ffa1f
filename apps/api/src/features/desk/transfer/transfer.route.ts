import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { ContextOf } from '../../../http/context-of.ts'
import { languageQuery, queryOf } from '../../../http/query-of.ts'
import type { Platform } from '../../../platform/platform.ts'
import { sendPaper } from '../../register/paper/index.ts'
import { printTransferPaper } from './print-transfer-paper.ts'

const paperQuery = z.object({ id: z.string().max(40).default(''), lang: languageQuery })

/** GET /documents/transfer.pdf?id=…&lang=zh-CN|en: voucher of a transfer out, letter of acceptance of one in; 404 where none was issued. */
export function addTransferPapers(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  app.get('/documents/transfer.pdf', async (request, reply) => {
    const { viewer, origin } = await contextOf(request, reply)
    if (viewer?.stage !== 'FULL') return reply.code(401).send({ error: 'Sign in first.' })
    const { id, lang: language } = queryOf(request, paperQuery)
    return sendPaper(reply, () => printTransferPaper(platform, viewer, { id, language, origin }))
  })
}
