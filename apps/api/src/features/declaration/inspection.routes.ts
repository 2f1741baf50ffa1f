import type { FastifyInstance } from 'fastify'
import { Refusal } from '../../graphql/errors.ts'
import { isUuid } from '../../graphql/scalars.ts'
import type { Platform } from '../../platform/platform.ts'
import type { ContextOf } from '../../server.ts'
import { PrintingBusy } from '../document/index.ts'
import { printInspection } from './print-inspection.ts'

interface FormRequest {
  Params: { id: string; version: string }
  Querystring: { lang?: string }
}

const longestVersion = 4

/** GET /documents/inspection/<declaration>/<version>.pdf?lang=zh-CN|en, for the unit itself. */
export function addInspectionDocuments(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  app.get<FormRequest>('/documents/inspection/:id/:version.pdf', async (request, reply) => {
    const { viewer, origin } = await contextOf(request, reply)
    if (!viewer || viewer.stage !== 'FULL') return reply.code(401).send({ error: 'Sign in first.' })
    const { id, version } = request.params
    const wellFormed = isUuid(id) && /^[1-9]\d*$/.test(version) && version.length <= longestVersion
    if (!wellFormed) return reply.code(404).send({ error: 'Not found.' })
    try {
      const language = request.query.lang === 'en' ? 'en' : 'zh-CN'
      const { pdf, formNo } = await printInspection(platform, viewer, {
        declarationId: id,
        version: Number(version),
        language,
        origin,
      })
      return await reply
        .type('application/pdf')
        .header('content-disposition', `inline; filename="${formNo}.pdf"`)
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
