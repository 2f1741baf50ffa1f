import { tableFormats } from '@shebao/intake'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { ContextOf } from '../../../http/context-of.ts'
import { languageQuery, queryOf } from '../../../http/query-of.ts'
import { sendTable } from '../../../http/table-file.ts'
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

/** GET /audit/trail.xlsx?actor=S1001&from=2026-11-01&lang=en, and .csv: for auditors and heads, and written down. */
export function addAuditFiles(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  for (const format of tableFormats)
    app.get(`/audit/trail.${format}`, async (request, reply) => {
      const { viewer, origin } = await contextOf(request, reply)
      return sendTable(reply, async () => {
        const { lang: language, ...filter } = queryOf(request, query)
        const { number, bytes } = await exportTrail(platform, viewer, { ...filter, format, language, origin })
        return { name: `${number}-audit`, format, bytes }
      })
    })
}
