import { timingSafeEqual } from 'node:crypto'
import { tableFormats } from '@shebao/intake'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { may } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import type { ContextOf } from '../../../http/context-of.ts'
import { languageQuery, queryOf } from '../../../http/query-of.ts'
import { sendTable } from '../../../http/table-file.ts'
import { contentHash } from '../../../platform/crypto.ts'
import type { Platform } from '../../../platform/platform.ts'
import { nameOffice } from '../../../platform/tenancy.ts'
import { exportCallCounts } from './call-statistics.ts'
import { openingDocument } from './hotline-document.ts'
import { readRecording } from './hotline-desk.ts'
import { answerCall, beginCall, hangUp, takeName } from './run-dialogue.ts'

const daysQuery = z.object({ from: z.string(), to: z.string(), lang: languageQuery })

/** Ten seconds of sixteen-bit sound at sixteen thousand a second. */
const bodyLimit = 512 * 1024

/**
 * The dialogue of 12333 as VoiceXML 2.1, for telephone platforms (docs/hotline.md): GET /hotline/start, then each document posts to
 * /hotline/calls, /answer, /name or /ended. GET /hotline/recordings/<call>: the spoken name, for the agent who took the call.
 * GET /hotline/statistics.xlsx and .csv: how calls ended.
 */
export function addHotline(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body))
    scope.addHook('onRequest', async (request, reply) => {
      reply.header('cache-control', 'no-store')
      if (isPlatform(request, platform.environment.hotlineSecret)) return nameOffice('HOTLINE')
      // Whoever shows something shows the right thing; only without it may it be the page that plays the telephone.
      if (request.headers.authorization === undefined && platform.environment.mode !== 'production') {
        const { viewer } = await contextOf(request, reply)
        if (may(viewer, 'hotline:rehearse')) return undefined
      }
      return reply
        .code(401)
        .header('www-authenticate', 'Basic realm="hotline"')
        .send({ error: 'Only telephone platforms of the office may ask.' })
    })
    scope.addHook('onSend', async (_request, reply) => {
      if (reply.statusCode === 200) reply.type('application/voicexml+xml; charset=utf-8')
    })
    scope.get('/hotline/start', () => openingDocument())
    scope.post('/hotline/calls', async (request) => beginCall(platform, textOf(await formOf(request), 'caller')))
    scope.post('/hotline/answer', async (request) => {
      const form = await formOf(request)
      return answerCall(platform, heardOf(form), textOf(form, 'given'))
    })
    scope.post('/hotline/name', async (request) => {
      const form = await formOf(request)
      const voice = form.get('voice')
      if (!(voice instanceof Blob)) throw badInput('voice', 'A recording is needed, as multipart/form-data.')
      return takeName(platform, heardOf(form), new Uint8Array(await voice.arrayBuffer()))
    })
    scope.post('/hotline/ended', async (request) => hangUp(platform, textOf(await formOf(request), 'call')))
  })

  for (const format of tableFormats)
    app.get(`/hotline/statistics.${format}`, async (request, reply) => {
      const { viewer, origin } = await contextOf(request, reply)
      return sendTable(reply, async () => {
        const { lang: language, ...days } = queryOf(request, daysQuery)
        return exportCallCounts(platform, viewer, { ...days, language, format, origin })
      })
    })

  app.get<{ Params: { call: string } }>('/hotline/recordings/:call', async (request, reply) => {
    const { viewer, origin } = await contextOf(request, reply)
    const sound = await readRecording(platform, viewer, origin, request.params.call)
    return reply.type('audio/wav').header('cache-control', 'private, no-store').send(Buffer.from(sound))
  })
}

/** The shared secret as a bearer token, or as the password of an address with one; compared by hashes, in the same time. */
function isPlatform({ headers }: FastifyRequest, secret: string | undefined): boolean {
  const [scheme = '', shown = ''] = (headers.authorization ?? '').split(' ', 2)
  if (secret === undefined) return false
  const basic = scheme.toLowerCase() === 'basic'
  const given = basic
    ? Buffer.from(shown, 'base64')
        .toString('utf8')
        .replace(/^[^:]*:/, '')
    : shown
  const [one, other] = [given, secret].map((text) => Buffer.from(contentHash(text)))
  return one !== undefined && other !== undefined && timingSafeEqual(one, other)
}

async function formOf({ body, headers }: FastifyRequest): Promise<FormData> {
  const bytes = body instanceof Uint8Array ? new Uint8Array(body) : new Uint8Array()
  const type = headers['content-type'] ?? ''
  return new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => {
    throw badInput('body', 'A form is needed.')
  })
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
const heardOf = (form: FormData) => ({ callId: textOf(form, 'call'), step: textOf(form, 'step') })
