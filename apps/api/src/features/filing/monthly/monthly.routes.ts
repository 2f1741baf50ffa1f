import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { isUuid } from '../../../access/uuid.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { ContextOf } from '../../../http/context-of.ts'
import { languageQuery, queryOf } from '../../../http/query-of.ts'
import { sendPaper } from '../../register/paper/index.ts'
import { printMonthly } from './print-monthly.ts'

const formQuery = z.object({ lang: languageQuery })
const longestVersion = 4

/** GET /documents/monthly/<declaration>/<version>.pdf?lang=zh-CN|en, for the unit itself. */
export function addMonthlyDocuments(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  app.get<{ Params: { id: string; version: string } }>(
    '/documents/monthly/:id/:version.pdf',
    async (request, reply) => {
      const { viewer, origin } = await contextOf(request, reply)
      if (!viewer || viewer.stage !== 'FULL') return reply.code(401).send({ error: 'Sign in first.' })
      const { id, version } = request.params
      const wellFormed = isUuid(id) && /^[1-9]\d*$/.test(version) && version.length <= longestVersion
      if (!wellFormed) return reply.code(404).send({ error: 'Not found.' })
      const { lang: language } = queryOf(request, formQuery)
      return sendPaper(reply, () =>
        printMonthly(platform, viewer, { declarationId: id, version: Number(version), language, origin }),
      )
    },
  )
}
