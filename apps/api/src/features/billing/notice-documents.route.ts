import type { FastifyInstance } from 'fastify'
import { Refusal } from '../../graphql/errors.ts'
import type { Platform } from '../../platform/platform.ts'
import type { ContextOf } from '../../server.ts'
import { PrintingBusy } from '../document/index.ts'
import { printNotice } from './print-notice.ts'

interface PaperRequest {
  Params: { id: string }
  Querystring: { lang?: string }
}

const papers = [
  ['/documents/notice/:id.pdf', 'NOTICE'],
  ['/documents/receipt/:id.pdf', 'RECEIPT'],
] as const

/** GET /documents/notice/<id>.pdf and /documents/receipt/<id>.pdf, ?lang=zh-CN|en, for the employer and staff. */
export function addNoticeDocuments(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  for (const [path, kind] of papers) {
    app.get<PaperRequest>(path, async (request, reply) => {
      const { viewer } = await contextOf(request, reply)
      if (viewer?.stage !== 'FULL') return reply.code(401).send({ error: 'Sign in first.' })
      const language = request.query.lang === 'en' ? 'en' : 'zh-CN'
      try {
        const { pdf, number } = await printNotice(platform, viewer, { noticeId: request.params.id, kind, language })
        return await reply
          .type('application/pdf')
          .header('content-disposition', `inline; filename="${number}.pdf"`)
          .header('cache-control', 'private, no-store')
          .send(Buffer.from(pdf.buffer))
      } catch (error) {
        if (error instanceof PrintingBusy)
          return reply.code(503).header('retry-after', '10').send({ error: 'Printing is busy. Try again in a moment.' })
        if (error instanceof Refusal) return reply.code(404).send({ error: 'Not found.' })
        throw error
      }
    })
  }
}
