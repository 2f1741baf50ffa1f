import { once } from 'node:events'
import { Agent, get } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { Agent as TlsAgent, get as getByTls } from 'node:https'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { someCertificates } from '@shebao/test-support/certificate'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServer } from './server.ts'
import { serverParts } from './server-parts.ts'
import { openTestPlatform } from './testing/test-platform.ts'
import type { TestPlatform } from './testing/test-platform.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

describe('stopping', () => {
  it.each(['in clear', 'by TLS'])(
    'finishes what is being answered and does not wait for connections that are kept alive, %s',
    async (way) => {
      const trial = way === 'by TLS' ? await someCertificates() : undefined
      let arrived: () => void = () => undefined
      let release: () => void = () => undefined
      const [isThere, released] = [
        new Promise<void>((resolve) => (arrived = resolve)),
        new Promise<void>((resolve) => (release = resolve)),
      ]
      const environment = { ...platform.environment, certificate: trial }
      const app = await createServer(
        { ...platform, environment },
        {
          ...serverParts,
          routes: [
            ...serverParts.routes,
            (server) =>
              server.get('/slow', async () => {
                arrived()
                await released
                return 'answered'
              }),
          ],
        },
      )
      const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }))
      const url = `${trial ? 'https' : 'http'}://127.0.0.1:${port}`
      const agent = trial ? new TlsAgent({ keepAlive: true, ca: trial.authority }) : new Agent({ keepAlive: true })
      const answer = new Promise<string>((resolve, reject) => {
        const ask = trial ? getByTls : get
        ask(`${url}/slow`, { agent }, (response) => resolve(readText(response))).once('error', reject)
      })
      await isThere
      const closed = app.close()
      // Idle connections are closed by now; this one becomes idle when the answer is out.
      while (app.server.listening) await new Promise((resolve) => setImmediate(resolve))
      release()
      expect(await answer).toBe('answered')
      await closed
      expect(app.server.listening).toBe(false)
      agent.destroy()
    },
  )

  it('answers what arrives meanwhile on a connection that is open, and lets a long answer arrive whole', async () => {
    const size = 40_000_000
    const [first, second, released] = [0, 1, 2].map(() => Promise.withResolvers<void>()) as Signals
    const held = (path: string, arrived: PromiseWithResolvers<void>) => (server: FastifyInstance) =>
      server.get(path, async () => {
        arrived.resolve()
        await released.promise
        return `answered ${path}`
      })
    const long = (server: FastifyInstance) => server.get('/long', async () => Buffer.alloc(size))
    const app = await createServer(platform, { ...serverParts, routes: [held('/1', first), held('/2', second), long] })
    const port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port)
    const [reader, asker] = [connect(port), connect(port)]
    reader.write(requestOf('/long'))
    await once(reader, 'readable')
    asker.write(requestOf('/1'))
    await first.promise
    const closed = app.close()
    while (app.server.listening) await new Promise((resolve) => setImmediate(resolve))
    asker.write(requestOf('/2'))
    await second.promise
    released.resolve()
    const said = String(await bytesOf(asker))
    expect(said.match(/HTTP\/1.1 \d+|answered \/\d/g)).toEqual([
      'HTTP/1.1 200',
      'answered /1',
      'HTTP/1.1 200',
      'answered /2',
    ])
    expect((await bytesOf(reader)).length).toBeGreaterThan(size)
    await closed
  })
})

type Signals = [PromiseWithResolvers<void>, PromiseWithResolvers<void>, PromiseWithResolvers<void>]
const requestOf = (path: string) => `GET ${path} HTTP/1.1\r\nHost: office\r\n\r\n`

async function bytesOf(socket: Socket): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of socket) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

describe('answers', () => {
  const long = JSON.stringify({ query: '{ __schema { types { name description } } }' })
  const open = () =>
    createServer(platform, {
      ...serverParts,
      routes: [
        (server) =>
          server.get('/paper', async (_request, reply) => reply.type('application/pdf').send(Buffer.alloc(9000, 'a'))),
      ],
    })

  it('are compressed as the browser asks, and say the same', async () => {
    const app = await open()
    const ask = (encoding: string, payload = long) =>
      app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json', 'accept-encoding': encoding },
        payload,
      })
    const plain = await ask('identity')
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.json().data.__schema.types.length).toBeGreaterThan(10)
    for (const [asked, encoding, unpack] of [
      ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
      ['gzip', 'gzip', gunzipSync],
    ] as const) {
      const packed = await ask(asked)
      expect(packed.headers).toMatchObject({
        'content-encoding': encoding,
        vary: expect.stringContaining('accept-encoding'),
      })
      expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3)
      expect(unpack(packed.rawPayload).toString()).toBe(plain.payload)
    }
    const small = await ask('br', JSON.stringify({ query: '{ __typename }' }))
    expect(small.headers['content-encoding']).toBeUndefined()
    await app.close()
  })

  it('that are papers stay as they are, and a packed request is not unpacked', async () => {
    const app = await open()
    const paper = await app.inject({ url: '/paper', headers: { 'accept-encoding': 'br' } })
    expect([paper.headers['content-encoding'], paper.rawPayload.length]).toEqual([undefined, 9000])
    const packed = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      payload: gzipSync(long),
    })
    expect(packed.statusCode).toBe(400)
    await app.close()
  })
})

describe('the built pages', () => {
  it('go out as the build compressed them, not once more', async () => {
    const webDirectory = await mkdtemp(join(tmpdir(), 'shebao-web-'))
    await mkdir(join(webDirectory, 'assets'))
    const script = '// a script\n'.repeat(400)
    await writeFile(join(webDirectory, 'index.html'), '<!doctype html>')
    await writeFile(join(webDirectory, 'assets/a.js'), script)
    await writeFile(join(webDirectory, 'assets/a.js.br'), brotliCompressSync(script))
    const app = await createServer({ ...platform, environment: { ...platform.environment, webDirectory } }, serverParts)
    const packed = await app.inject({ url: '/assets/a.js', headers: { 'accept-encoding': 'gzip, br' } })
    expect(packed.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': expect.stringContaining('javascript'),
    })
    expect(packed.rawPayload).toEqual(brotliCompressSync(script))
    const plain = await app.inject({ url: '/assets/a.js' })
    expect([plain.headers['content-encoding'], plain.payload]).toEqual([undefined, script])
    await app.close()
    await rm(webDirectory, { recursive: true })
  })

  it('name with a first page what it consists of, and with no other', async () => {
    const webDirectory = await mkdtemp(join(tmpdir(), 'shebao-web-'))
    const pages = [
      { path: '/', limit: 1, files: ['assets/c.js'] },
      { path: '/sign-in/:kind', limit: 1, files: ['assets/a.js', 'assets/a.css'] },
      { path: '/me', limit: 1, files: ['assets/b.js'] },
    ]
    await writeFile(join(webDirectory, 'index.html'), '<!doctype html>')
    await writeFile(join(webDirectory, 'first-pages.json'), JSON.stringify(pages))
    const app = await createServer({ ...platform, environment: { ...platform.environment, webDirectory } }, serverParts)
    const linkOf = async (url: string) => (await app.inject({ url, headers: { accept: 'text/html' } })).headers['link']
    expect(await linkOf('/sign-in/me?next=%2Fme')).toBe(
      '</assets/a.js>; rel=modulepreload, </assets/a.css>; rel=preload; as=style; crossorigin',
    )
    expect(await linkOf('/')).toBe('</assets/c.js>; rel=modulepreload')
    expect(await linkOf('/me')).toBe('</assets/b.js>; rel=modulepreload')
    expect(await linkOf('/me/record')).toBeUndefined()
    expect(await linkOf('/sign-in/me/more')).toBeUndefined()
    await app.close()
    await rm(webDirectory, { recursive: true })
  })
})

async function readText(response: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of response.setEncoding('utf8')) text += part
  return text
}
