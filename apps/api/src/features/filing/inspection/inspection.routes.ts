import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { isUuid } from '../../../access/uuid.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { ContextOf } from '../../../http/context-of.ts'
import { languageQuery, queryOf } from '../../../http/query-of.ts'
import { sendPaper } from '../../register/paper/index.ts'
import { printInspection } from './print-inspection.ts'

const formQuery = z.object({ lang: languageQuery })

const longestVersion = 4

/** GET /documents/inspection/<declaration>/<version>.pdf?lang=zh-CN|en, for the unit itself. */
export function addInspectionDocuments(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  app.get<{ Params: { id: string; version: string } }>(
    '/documents/inspection/:id/:version.pdf',
    async (request, reply) => {
      const { viewer, origin } = await contextOf(request, reply)
      if (!viewer || viewer.stage !== 'FULL') return reply.code(401).send({ error: 'Sign in first.' })
      const { id, version } = request.params
      const wellFormed = isUuid(id) && /^[1-9]\d*$/.test(version) && version.length <= longestVersion
      if (!wellFormed) return reply.code(404).send({ error: 'Not found.' })
      const { lang: language } = queryOf(request, formQuery)
      return sendPaper(reply, () =>
        printInspection(platform, viewer, { declarationId: id, version: Number(version), language, origin }),
      )
    },
  )
}
