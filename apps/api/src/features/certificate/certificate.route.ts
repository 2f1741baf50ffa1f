import type { FastifyInstance } from 'fastify'
import { Refusal } from '../../graphql/errors.ts'
import type { Platform } from '../../platform/platform.ts'
import type { ContextOf } from '../../server.ts'
import { PrintingBusy } from '../document/index.ts'
import { printCertificate } from './print-certificate.ts'

interface CertificateRequest {
  Querystring: { from?: string; to?: string; lang?: string }
}

/**
 * GET /documents/certificate.pdf?from=2024-07&to=2026-11&lang=zh-CN|en: of the asker's own payments, for an employer or an insured
 * person. 422 with `{reason}` when the months cannot be certified; `certificateOutlook` says so beforehand.
 */
export function addCertificates(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  app.get<CertificateRequest>('/documents/certificate.pdf', async (request, reply) => {
    const { viewer, origin } = await contextOf(request, reply)
    if (viewer?.stage !== 'FULL') return reply.code(401).send({ error: 'Sign in first.' })
    const { from = '', to = '', lang } = request.query
    const language = lang === 'en' ? 'en' : 'zh-CN'
    try {
      const printed = await printCertificate(platform, viewer, { from, to, language, origin })
      if (printed.kind === 'REFUSED')
        return await reply.code(422).send({ error: 'These months cannot be certified.', reason: printed.problem })
      return await reply
        .type('application/pdf')
        .header('content-disposition', `inline; filename="${printed.number}.pdf"`)
        .header('cache-control', 'private, no-store')
        .send(Buffer.from(printed.pdf.buffer))
    } catch (error) {
      if (error instanceof PrintingBusy)
        return reply.code(503).header('retry-after', '10').send({ error: 'Printing is busy. Try again in a moment.' })
      if (error instanceof Refusal) return reply.code(404).send({ error: 'Not found.' })
      throw error
    }
  })
}
