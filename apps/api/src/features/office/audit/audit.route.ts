import { tableFormats } from '@shebao/intake'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../../access/refusal.ts'
import type { ContextOf } from '../../../http/context-of.ts'
import { languageQuery, queryOf } from '../../../http/query-of.ts'
import type { Platform } from '../../../platform/platform.ts'
import { exportTrail } from './export-trail.ts'

const given = z.string().max(100).optional()
const query = z.object({
  recordType: given,
  recordId: given,
  actor: given,
  action: given,
  employer: given,
  person: given,
  from: given,
  to: given,
  lang: languageQuery,
})

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const
const statuses: Partial<Record<string, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, BAD_USER_INPUT: 400 }

/** GET /audit/trail.xlsx?actor=S1001&from=2026-11-01&lang=en, and .csv: for auditors and heads, and written down. */
export function addAuditFiles(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  for (const format of tableFormats)
    app.get(`/audit/trail.${format}`, async (request, reply) => {
      const { viewer, origin } = await contextOf(request, reply)
      try {
        const { lang: language, ...filter } = queryOf(request, query)
        const { number, bytes } = await exportTrail(platform, viewer, { ...filter, format, language, origin })
        return await reply
          .type(types[format])
          .header('content-disposition', `attachment; filename="${number}-audit.${format}"`)
          .header('cache-control', 'private, no-store')
          .send(Buffer.from(bytes))
      } catch (error) {
        if (error instanceof Refusal)
          return reply.code(statuses[String(error.extensions['code'])] ?? 404).send({ error: error.message })
        throw error
      }
    })
}
