import { tableFormats } from '@shebao/intake'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { ContextOf } from '../../../http/context-of.ts'
import { languageQuery, queryOf } from '../../../http/query-of.ts'
import { sendTable } from '../../../http/table-file.ts'
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

/** GET /statistics/figures.xlsx?by=INDUSTRY&from=2026-01&to=2026-10&lang=en, ages and employers, and .csv: for staff, and written down. */
export function addStatisticFiles(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  for (const list of exportedLists)
    for (const format of tableFormats)
      app.get(`/statistics/${list}.${format}`, async (request, reply) => {
        const { viewer, origin } = await contextOf(request, reply)
        return sendTable(reply, async () => {
          const { lang: language, ...wanted } = queryOf(request, query)
          const { number, bytes } = await exportStatistics(platform, viewer, {
            ...wanted,
            list,
            format,
            language,
            origin,
          })
          return { name: `${number}-${list}`, format, bytes }
        })
      })
}
