import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../../../access/refusal.ts'
import type { ContextOf } from '../../../../http/context-of.ts'
import { languageQuery, queryOf } from '../../../../http/query-of.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { keepAsker } from '../../../../platform/tenancy.ts'
import { sendPaper } from '../../../register/paper/index.ts'
import { openCourtFile } from './court-file.ts'
import { printEnforcementPaper } from './print-enforcement-paper.ts'
import { zipParts } from './zip-parts.ts'

const paperQuery = z.object({ paper: z.string().max(40), lang: languageQuery })

/** GET /documents/enforcement-paper.pdf?paper=<id>&lang=zh-CN|en: a paper of SIL 63 with its service receipt. */
export function addEnforcementPapers(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  app.get('/documents/enforcement-paper.pdf', async (request, reply) => {
    const { viewer, origin } = await contextOf(request, reply)
    if (viewer?.stage !== 'FULL') return reply.code(401).send({ error: 'Sign in first.' })
    const { paper: id, lang: language } = queryOf(request, paperQuery)
    return sendPaper(reply, () => printEnforcementPaper(platform, viewer, { id, language, origin }))
  })
}

const fileQuery = z.object({ case: z.string().max(40) })

/** GET /documents/court-file.zip?case=<id>: everything that the court is given, with an index and its hashes. */
export function addCourtFiles(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  app.get('/documents/court-file.zip', async (request, reply) => {
    const { viewer, origin } = await contextOf(request, reply)
    if (viewer?.stage !== 'FULL') return reply.code(401).send({ error: 'Sign in first.' })
    const { case: id } = queryOf(request, fileQuery)
    try {
      const { number, parts } = await openCourtFile(platform, viewer, { id, origin })
      return await reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="${number}.zip"`)
        .header('cache-control', 'private, no-store')
        .send(Readable.from(zipParts(keepAsker(parts))))
    } catch (error) {
      if (error instanceof Refusal) return reply.code(404).send({ error: 'Not found.' })
      throw error
    }
  })
}
