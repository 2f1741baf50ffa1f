import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { isUuid } from '../../../access/uuid.ts'
import type { ContextOf } from '../../../http/context-of.ts'
import { languageQuery, queryOf } from '../../../http/query-of.ts'
import type { Platform } from '../../../platform/platform.ts'
import { sendPaper } from '../../register/paper/index.ts'
import { printCover } from './print-cover.ts'

const coverQuery = z.object({ lang: languageQuery })

/** GET /documents/paper-cover/<declaration>.pdf?lang=zh-CN|en, for the unit that hands in the papers. */
export function addCoverSheets(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  app.get<{ Params: { id: string } }>('/documents/paper-cover/:id.pdf', async (request, reply) => {
    const { viewer } = await contextOf(request, reply)
    if (viewer?.stage !== 'FULL') return reply.code(401).send({ error: 'Sign in first.' })
    const { id } = request.params
    if (!isUuid(id)) return reply.code(404).send({ error: 'Not found.' })
    const { lang: language } = queryOf(request, coverQuery)
    return sendPaper(reply, () => printCover(platform, viewer, { declarationId: id, language }))
  })
}
