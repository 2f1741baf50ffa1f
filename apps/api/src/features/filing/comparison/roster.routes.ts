import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { isUuid } from '../../../access/uuid.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { ContextOf } from '../../../http/context-of.ts'
import { languageQuery, queryOf } from '../../../http/query-of.ts'
import { tableTypes } from '../../../http/table-file.ts'
import { downloadRoster } from './download-roster.ts'

const rosterQuery = z.object({ lang: languageQuery })

/** GET /documents/roster/<declaration>.csv or .xlsx, for the unit itself. */
export function addRosterRoutes(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  app.get<{ Params: { file: string } }>('/documents/roster/:file', async (request, reply) => {
    const match = /^([^.]+)\.(csv|xlsx)$/.exec(request.params.file)
    const declarationId = match?.[1] ?? ''
    const format = match?.[2] === 'csv' ? 'csv' : 'xlsx'
    if (!isUuid(declarationId)) return reply.code(404).send({ error: 'Not found.' })
    const { viewer, origin } = await contextOf(request, reply)
    if (viewer?.stage !== 'FULL') return reply.code(401).send({ error: 'Sign in first.' })
    const { lang: language } = queryOf(request, rosterQuery)
    const file = await downloadRoster(platform, viewer, { declarationId, format, language, origin })
    return reply
      .header('cache-control', 'no-store')
      .header('x-roster-version', String(file.version))
      .header('x-roster-hash', file.contentHash)
      .header('content-disposition', `attachment; filename="${file.fileName}"`)
      .type(tableTypes[format])
      .send(Buffer.from(file.bytes))
  })
}
