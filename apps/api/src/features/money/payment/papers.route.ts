import type { Language } from '@shebao/kernel'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { ContextOf } from '../../../http/context-of.ts'
import { languageQuery, queryOf } from '../../../http/query-of.ts'
import { sendPaper } from '../../register/paper/index.ts'
import type { PrintedPaper } from '../../register/paper/index.ts'
import { printNotice } from './print-notice.ts'
import { printReceipt } from './print-receipt.ts'

const paperQuery = z.object({ lang: languageQuery })

type Print = (platform: Platform, viewer: Viewer, id: string, language: Language) => Promise<PrintedPaper>

const papers: readonly [path: string, print: Print][] = [
  ['notice', (platform, viewer, noticeId, language) => printNotice(platform, viewer, 'NOTICE', { noticeId, language })],
  [
    'voucher',
    (platform, viewer, noticeId, language) => printNotice(platform, viewer, 'VOUCHER', { noticeId, language }),
  ],
  ['receipt', (platform, viewer, paymentId, language) => printReceipt(platform, viewer, { paymentId, language })],
]

/**
 * GET /documents/notice/<notice>.pdf, /documents/voucher/<notice>.pdf of a settled one and /documents/receipt/<payment>.pdf of
 * money that came, ?lang=zh-CN|en, for the employer and staff.
 */
export function addBillingDocuments(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  for (const [paper, print] of papers) {
    app.get<{ Params: { id: string } }>(`/documents/${paper}/:id.pdf`, async (request, reply) => {
      const { viewer } = await contextOf(request, reply)
      if (viewer?.stage !== 'FULL') return reply.code(401).send({ error: 'Sign in first.' })
      const { lang: language } = queryOf(request, paperQuery)
      return sendPaper(reply, () => print(platform, viewer, request.params.id, language))
    })
  }
}
