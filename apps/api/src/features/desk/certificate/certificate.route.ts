import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Platform } from '../../../platform/platform.ts'
import type { ContextOf } from '../../../http/context-of.ts'
import { languageQuery, queryOf } from '../../../http/query-of.ts'
import { sendPaper } from '../../register/paper/index.ts'
import { printCertificate } from './print-certificate.ts'

const certificateQuery = z.object({
  from: z.string().default(''),
  to: z.string().default(''),
  lang: languageQuery,
})

/**
 * GET /documents/certificate.pdf?from=2024-07&to=2026-11&lang=zh-CN|en: of the asker's own payments, for an employer or an insured
 * person. 422 with `{reason}` when the months cannot be certified; `certificateOutlook` says so beforehand.
 */
export function addCertificates(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  app.get('/documents/certificate.pdf', async (request, reply) => {
    const { viewer, origin } = await contextOf(request, reply)
    if (viewer?.stage !== 'FULL') return reply.code(401).send({ error: 'Sign in first.' })
    const { from, to, lang: language } = queryOf(request, certificateQuery)
    return sendPaper(reply, () => printCertificate(platform, viewer, { from, to, language, origin }))
  })
}
