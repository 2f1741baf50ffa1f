import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { FindClerk } from '../../../access/find-clerk.ts'
import type { ContextOf } from '../../../http/context-of.ts'
import { languageQuery, queryOf } from '../../../http/query-of.ts'
import type { Platform } from '../../../platform/platform.ts'
import { writeDeadlines } from './deadline-calendar.ts'
import type { CalendarFile } from './deadline-calendar.ts'
import { readFeedFile } from './keep-feed.ts'

const fileQuery = z.object({ lang: languageQuery })

/**
 * GET /documents/deadlines.ics?lang=zh-CN|en for a clerk, and GET /calendar/<secret>.ics for a calendar program, which is told with 304
 * when nothing has changed.
 */
export const addDeadlines =
  (findClerk: FindClerk) =>
  (app: FastifyInstance, platform: Platform, contextOf: ContextOf): void => {
    app.get('/documents/deadlines.ics', async (request, reply) => {
      const { viewer } = await contextOf(request, reply)
      if (viewer?.stage !== 'FULL') return reply.code(401).send({ error: 'Sign in first.' })
      const { lang } = queryOf(request, fileQuery)
      const file = await writeDeadlines(platform, viewer, lang)
      return sendCalendar(reply.header('content-disposition', 'attachment; filename="deadlines.ics"'), file)
    })

    app.get<{ Params: { file: string } }>('/calendar/:file', async (request, reply) => {
      const secret = /^(.+)\.ics$/.exec(request.params.file)?.[1] ?? ''
      const file = await readFeedFile(platform, findClerk, secret)
      if (!file) return reply.code(404).header('cache-control', 'no-store').send({ error: 'Not found.' })
      reply.header('x-robots-tag', 'noindex')
      return isKnown(request, file) ? reply.code(304).header('etag', file.etag).send() : sendCalendar(reply, file)
    })
  }

const sendCalendar = (reply: FastifyReply, { text, etag }: CalendarFile): FastifyReply =>
  reply
    .header('cache-control', 'private, no-cache')
    .header('etag', etag)
    .type('text/calendar; charset=utf-8')
    .send(text)

/** `If-None-Match` compares weakly; a proxy that compresses marks the tag as weak. */
function isKnown({ headers }: FastifyRequest, { etag }: CalendarFile): boolean {
  const known = headers['if-none-match'] ?? ''
  return known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}
