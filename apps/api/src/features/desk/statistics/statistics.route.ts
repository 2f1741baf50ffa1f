import { tableFormats } from '@shebao/intake'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../../access/refusal.ts'
import type { ContextOf } from '../../../http/context-of.ts'
import { languageQuery, queryOf } from '../../../http/query-of.ts'
import type { Platform } from '../../../platform/platform.ts'
import { exportedLists, exportStatistics } from './export-statistics.ts'
import { statisticDimensions, statisticMeasures } from './statistics-codes.ts'

const query = z.object({
  from: z.string(),
  to: z.string(),
  by: z.enum(statisticDimensions).default('PERIOD'),
  order: z.enum(statisticMeasures).default('PEOPLE'),
  insurance: z.string().optional(),
  industry: z.string().optional(),
  district: z.string().optional(),
  lang: languageQuery,
})

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const
const statuses: Partial<Record<string, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, BAD_USER_INPUT: 400 }

/** GET /statistics/figures.xlsx?by=INDUSTRY&from=2026-01&to=2026-10&lang=en, ages and employers, and .csv: for staff, and written down. */
export function addStatisticFiles(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  for (const list of exportedLists)
    for (const format of tableFormats)
      app.get(`/statistics/${list}.${format}`, async (request, reply) => {
        const { viewer, origin } = await contextOf(request, reply)
        try {
          const { lang: language, ...wanted } = queryOf(request, query)
          const { number, bytes } = await exportStatistics(platform, viewer, {
            ...wanted,
            list,
            format,
            language,
            origin,
          })
          return await reply
            .type(types[format])
            .header('content-disposition', `attachment; filename="${number}-${list}.${format}"`)
            .header('cache-control', 'private, no-store')
            .send(Buffer.from(bytes))
        } catch (error) {
          if (error instanceof Refusal)
            return reply.code(statuses[String(error.extensions['code'])] ?? 404).send({ error: error.message })
          throw error
        }
      })
}
