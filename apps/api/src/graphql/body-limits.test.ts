import { request } from 'node:http'
import { connect } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../access/viewer.ts'
import { createServer } from '../server.ts'
import { serverParts } from '../server-parts.ts'
import { staffViewer } from '../testing/ask.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import type { TestPlatform } from '../testing/test-platform.ts'
import { bodyLimits } from './body-limits.ts'

let platform: TestPlatform
let app: FastifyInstance
let url: string
let lookups = 0
const viewers: Record<string, Viewer> = {
  whole: staffViewer(['OFFICER']),
  halfway: { ...staffViewer(['OFFICER']), stage: 'MUST_PROVE_SECOND_FACTOR' },
}

beforeAll(async () => {
  platform = await openTestPlatform()
  app = await createServer(platform, {
    ...serverParts,
    findViewer: async (_platform, token) => {
      lookups += 1
      return viewers[token ?? '']
    },
  })
  url = await app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await app.close()
  await platform.close()
})

/** An operation that weighs as much as is asked for. */
const weighing = (bytes: number): string => {
  const [before, after] = ['{"query":"{ __typename }","variables":{"x":"', '"}}']
  return before + 'a'.repeat(bytes - before.length - after.length) + after
}

interface Sent {
  status: number
  body: { data?: unknown; errors?: { extensions: { code: string; limitBytes?: number } }[] }
}
interface Sending {
  session?: string
  path?: string
  /** Without saying beforehand how much comes. */
  inPieces?: boolean
}

function send(payload: string, { session, path = '/graphql', inPieces = false }: Sending = {}): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      ...(session ? { cookie: `shebao_session=${session}` } : {}),
      ...(inPieces ? {} : { 'content-length': Buffer.byteLength(payload) }),
    }
    const sending = request(`${url}${path}`, { method: 'POST', headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => (text += part))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) as Sent['body'] }))
    })
    // The server stops reading: what is still being written then goes nowhere.
    sending.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') reject(error)
    })
    if (!inPieces) return void sending.end(payload)
    for (let at = 0; at < payload.length; at += 16_384) sending.write(payload.slice(at, at + 16_384))
    return void sending.end()
  })
}

const refusals = ({ status, body }: Sent) => ({
  status,
  code: body.errors?.[0]?.extensions.code,
  limitBytes: body.errors?.[0]?.extensions.limitBytes,
})

describe('how much of an operation is read', () => {
  const tooMuch = { status: 413, code: 'UNAUTHENTICATED', limitBytes: bodyLimits.stranger }

  it.each([false, true])('of nobody in particular no more than the smaller limit (in pieces: %s)', async (inPieces) => {
    expect((await send(weighing(bodyLimits.stranger), { inPieces })).status).toBe(200)
    expect(refusals(await send(weighing(bodyLimits.stranger + 1), { inPieces }))).toEqual(tooMuch)
    // A session that is made up, or ended, or not through its second factor yet, is nobody.
    for (const session of ['made-up', 'halfway'])
      expect(refusals(await send(weighing(bodyLimits.stranger + 1), { session, inPieces }))).toEqual(tooMuch)
  })

  it.each([false, true])('of somebody who is signed in the greater one (in pieces: %s)', async (inPieces) => {
    expect((await send(weighing(bodyLimits.signedIn), { session: 'whole', inPieces })).status).toBe(200)
    expect(refusals(await send(weighing(bodyLimits.signedIn + 1), { session: 'whole', inPieces }))).toEqual({
      status: 413,
      code: 'TOO_LARGE',
      limitBytes: bodyLimits.signedIn,
    })
  })

  it('is settled before it arrives: one that only says that it is large is refused at once', async () => {
    const answer = await new Promise<number>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': bodyLimits.signedIn }
      const sending = request(`${url}/graphql`, { method: 'POST', headers }, (response) => {
        resolve(response.statusCode ?? 0)
        sending.destroy()
      })
      sending.on('error', reject)
      sending.write('{')
    })
    expect(answer).toBe(413)
  })

  it('and a small one costs no question about who sends it before its own', async () => {
    const before = lookups
    await send(weighing(200), { session: 'whole' })
    expect(lookups - before).toBe(1)
  })

  it('an operation that is not JSON is still told so', async () => {
    expect(refusals(await send('{'))).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' })
  })
})

describe('every other route that takes a body', () => {
  it.each(['/employer-accounts/letters', '/card-passwords/x/letter', '/nowhere'])(
    '%s reads no more than that before it knows who asks',
    async (path) => {
      expect((await send(weighing(bodyLimits.stranger + 1), { path })).status).toBe(413)
    },
  )

  it.each(['/attachments', '/reconciliation/statements', '/register/imports?kind=PEOPLE'])(
    '%s reads nothing of a stranger',
    async (path) => {
      expect((await send(weighing(bodyLimits.stranger + 1), { path })).status).toBe(401)
    },
  )

  it.each([
    [
      'that breaks off',
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\nhalf',
    ],
    ['that is no HTTP', 'POST nowhere HTTP\r\n\r\n'],
    ['of a length that is none', 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: many\r\n\r\n'],
    ['of an address that is none', 'GET /documents/%E0%A4%A HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'],
    [
      'that is not JSON',
      'POST /employer-accounts/letters HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: 1\r\n\r\n{',
    ],
  ])('a request %s is answered in the words and shape of the product', async (_what, text) => {
    const answer = await new Promise<string>((resolve, reject) => {
      let all = ''
      const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', allowHalfOpen: true })
      socket.setEncoding('utf8').on('data', (part: string) => (all += part))
      socket.on('end', () => resolve(all)).on('error', reject)
      socket.end(text)
    })
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(JSON.parse(/\{.*\}/.exec(answer)?.[0] ?? '')).toEqual({
      error: expect.stringContaining('Nothing was done; send it again.'),
      code: 'BAD_USER_INPUT',
    })
  })

  it('/bank/notifications reads as much as a report weighs', async () => {
    expect((await send(weighing(17 * 1024), { path: '/bank/notifications' })).status).toBe(413)
  })
})
