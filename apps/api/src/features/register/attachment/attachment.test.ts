import { createServer as createTcpServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { createServer as createHttpServer } from 'node:http'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { readEnvironment } from '../../../platform/environment.ts'
import { createServer } from '../../../server.ts'
import { serverParts } from '../../../server-parts.ts'
import { employerViewer, staffViewer } from '../../../testing/ask.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { attachFiles } from './attach-files.ts'
import { removeDisposable, removeUnfinished } from './attachment-jobs.ts'
import { mostBytes, tidyName } from './attachment-rules.ts'
import { listAttachments } from './attachment.repository.ts'

// The smallest of each that a reader would open.
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF', 'latin1')
const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')

let platform: TestPlatform
let folder: string
let app: FastifyInstance
let viewer: Viewer | undefined
const officer = staffViewer(['OFFICER'])
const employerId = crypto.randomUUID()
const clerk = employerViewer(employerId)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shebao-attachments-'))
  platform = await openTestPlatform({ SHEBAO_DATA_DIR: folder })
  app = await createServer(platform, { ...serverParts, findViewer: async () => viewer })
})
afterEach(async () => {
  platform.clock.set('2026-11-23T10:00:00+08:00')
  await platform.database.query({ text: 'DELETE FROM attachment' })
})
afterAll(async () => {
  await app.close()
  await platform.close()
  await rm(folder, { recursive: true })
})

async function handIn(as: Viewer | undefined, bytes: Uint8Array, name = 'a.pdf', server = app) {
  viewer = as
  const answer = await server.inject({
    method: 'POST',
    url: `/attachments?name=${encodeURIComponent(name)}`,
    headers: { 'content-type': 'application/octet-stream' },
    payload: Buffer.from(bytes),
  })
  return { status: answer.statusCode, ...answer.json<{ kind?: string; id: string; code?: string; name?: string }>() }
}
async function read(as: Viewer | undefined, id: string) {
  viewer = as
  return app.inject({ url: `/attachments/${id}` })
}
const caseOne = crypto.randomUUID()
const attachTo = (as: Viewer, ids: string[], id = caseOne) =>
  attachFiles(platform, as, {
    field: 'files',
    ids,
    subject: { kind: 'WRITE_OFF', id, employerId: null },
    retention: 'CASE_EVIDENCE',
  })

describe('handing in a file', () => {
  it('keeps it sealed, as what its bytes are, and gives it back to who handed it in alone', async () => {
    const kept = await handIn(officer, png, 'C:\\fakepath\\裁定\u202e书.pdf')
    expect(kept).toMatchObject({
      status: 200,
      kind: 'kept',
      name: '裁定书.pdf',
      mediaType: 'image/png',
      bytes: png.length,
    })
    const stored = await readFile(join(folder, 'attachments', kept.id.slice(0, 2), kept.id))
    expect(stored.includes(png.subarray(0, 16))).toBe(false)

    const own = await read(officer, kept.id)
    expect([own.statusCode, own.headers['content-type'], own.rawPayload]).toEqual([200, 'image/png', png])
    expect(own.headers).toMatchObject({ 'cache-control': 'private, no-store' })
    expect(own.headers['content-disposition']).toBe(`inline; filename*=UTF-8''${encodeURIComponent('裁定书.pdf')}`)
    expect((await read(staffViewer(['HEAD']), kept.id)).statusCode).toBe(404)
    expect((await read(clerk, kept.id)).statusCode).toBe(404)
    expect((await read(undefined, kept.id)).statusCode).toBe(401)
    expect((await read(officer, 'no-id')).statusCode).toBe(404)
  })

  it('refuses what is empty, too large, of another kind than it says, or too many', async () => {
    expect(await handIn(officer, Buffer.alloc(0))).toMatchObject({ kind: 'refused', code: 'EMPTY' })
    expect(await handIn(officer, Buffer.alloc(mostBytes + 1, '%PDF'))).toMatchObject({
      kind: 'refused',
      code: 'TOO_LARGE',
    })
    expect((await handIn(officer, Buffer.alloc(mostBytes + 2))).status).toBe(413)
    for (const other of ['MZ\x90\0', '<html>', '#!/bin/sh', 'PK\x03\x04'])
      expect(await handIn(officer, Buffer.from(other, 'latin1'), 'a.pdf')).toMatchObject({ code: 'TYPE_NOT_TAKEN' })
    for (let file = 0; file < 30; file += 1) expect((await handIn(officer, pdf)).kind).toBe('kept')
    expect(await handIn(officer, pdf)).toMatchObject({ code: 'TOO_MANY_LOOSE' })
  })

  it('takes it back from who handed it in, as long as nothing rests on it', async () => {
    const { id } = await handIn(officer, pdf)
    const withdraw = async (as: Viewer | undefined) => {
      viewer = as
      return (await app.inject({ method: 'DELETE', url: `/attachments/${id}` })).statusCode
    }
    expect([await withdraw(undefined), await withdraw(staffViewer(['HEAD']))]).toEqual([401, 404])
    await attachTo(officer, [id])
    expect(await withdraw(officer)).toBe(404)
    await platform.database.query({
      text: `UPDATE attachment SET subject_kind = NULL, subject_id = NULL, retention = NULL, kept_until = NULL`,
    })
    expect([await withdraw(officer), await withdraw(officer)]).toEqual([204, 404])
    expect((await read(officer, id)).statusCode).toBe(404)
    expect(await readdir(join(folder, 'attachments', id.slice(0, 2)))).not.toContain(id)
  })

  it('of a kind that a browser might run is never shown by it, only saved', async () => {
    const tiff = Buffer.from('49492a0008000000000000000000', 'hex')
    const { id } = await handIn(officer, tiff, 'a.tif')
    expect((await read(officer, id)).headers['content-disposition']).toBe("attachment; filename*=UTF-8''a.tif")
  })

  it('asks who calls before it reads a byte', async () => {
    expect((await handIn(undefined, pdf)).status).toBe(401)
    expect((await handIn({ ...officer, stage: 'MUST_CHANGE_PASSWORD' }, pdf)).status).toBe(403)
  })
})

describe('a file that is attached', () => {
  it('is read by whoever may read the thing, and no more by its uploader as such', async () => {
    const { id } = await handIn(officer, pdf)
    await attachTo(officer, [id])
    expect([...(await listAttachments(platform, 'WRITE_OFF', [caseOne, crypto.randomUUID()]))]).toMatchObject([
      [caseOne, [{ id }]],
    ])
    // There is no such write-off: nobody reads what hangs on it.
    expect((await read(officer, id)).statusCode).toBe(404)
  })

  it('is not taken twice, from another, or when it is none', async () => {
    const { id } = await handIn(officer, pdf)
    const refused = { extensions: { code: 'BAD_USER_INPUT', field: 'files' } }
    await expect(attachTo(clerk, [id])).rejects.toMatchObject(refused)
    await expect(attachTo(officer, [id, crypto.randomUUID()])).rejects.toMatchObject(refused)
    await expect(attachTo(officer, ['x'])).rejects.toMatchObject(refused)
    await platform.database.query({
      text: `UPDATE attachment SET subject_kind = NULL, subject_id = NULL, retention = NULL, kept_until = NULL`,
    })
    await attachTo(officer, [id, id])
    await expect(attachTo(officer, [id])).rejects.toMatchObject(refused)
  })

  it('is kept as long as its class says, and one that nobody attached for a day', async () => {
    const [attached, loose] = [await handIn(officer, pdf), await handIn(officer, png)]
    await attachTo(officer, [attached.id])
    expect(await removeDisposable(platform)).toBe(0)
    platform.clock.set('2026-11-24T10:00:01+08:00')
    expect(await removeDisposable(platform)).toBe(1)
    expect((await read(officer, loose.id)).statusCode).toBe(404)
    platform.clock.set('2036-12-31T23:00:00+08:00')
    expect(await removeDisposable(platform)).toBe(0)
    platform.clock.set('2037-01-01T00:10:00+08:00')
    expect(await removeDisposable(platform)).toBe(1)
    const left = await readdir(join(folder, 'attachments'), { recursive: true })
    expect(left.filter((name) => name.includes(attached.id) || name.includes(loose.id))).toEqual([])
    expect((await listAttachments(platform, 'WRITE_OFF', [caseOne])).get(caseOne)?.[0]?.removedAt).toBeInstanceOf(Date)
  })
})

describe('what a crash left of a file', () => {
  it('is removed when nobody has written to it for a day; what is whole, or being written, stays', async () => {
    const { id } = await handIn(officer, pdf)
    const at = join(folder, 'attachments', id.slice(0, 2))
    const [left, written] = [
      join(at, `${crypto.randomUUID()}.unfinished`),
      join(at, `${crypto.randomUUID()}.unfinished`),
    ]
    for (const path of [left, written]) await writeFile(path, 'half')
    const longAgo = new Date(Date.now() - 25 * 3_600_000)
    for (const path of [left, join(at, id)]) await utimes(path, longAgo, longAgo)
    expect(await removeUnfinished(platform)).toBe(1)
    const there = (await readdir(at)).map((name) => join(at, name))
    expect([join(at, id), left, written].map((path) => there.includes(path))).toEqual([true, false, true])
    await rm(written)
    expect(
      await removeUnfinished({
        ...platform,
        environment: { ...platform.environment, filesDirectory: join(folder, 'none') },
      }),
    ).toBe(0)
  })
})

describe('a virus scanner', () => {
  async function withScanner(verdict: string, work: (server: FastifyInstance, seen: () => Buffer) => Promise<void>) {
    let seen = Buffer.alloc(0)
    const scanner = createTcpServer({ allowHalfOpen: true }, (socket) => {
      socket.on('data', (part: Buffer) => (seen = Buffer.concat([seen, part])))
      socket.on('end', () => socket.end(verdict))
    })
    await new Promise<void>((ready) => scanner.listen(0, '127.0.0.1', ready))
    const { port } = scanner.address() as AddressInfo
    const environment = readEnvironment({
      SHEBAO_MODE: 'test',
      SHEBAO_DATA_DIR: folder,
      SHEBAO_CLAMD: `127.0.0.1:${port}`,
    })
    const server = await createServer({ ...platform, environment }, { ...serverParts, findViewer: async () => viewer })
    await work(server, () => seen)
    await server.close()
    await new Promise((closed) => scanner.close(closed))
  }

  it('is shown the whole file, and lets clean ones pass', () =>
    withScanner('stream: OK\0', async (server, seen) => {
      expect(await handIn(officer, pdf, 'a.pdf', server)).toMatchObject({ kind: 'kept' })
      expect(seen().subarray(0, 10).toString()).toBe('zINSTREAM\0')
      expect(seen().readUInt32BE(10)).toBe(pdf.length)
      expect(seen().subarray(14, 14 + pdf.length)).toEqual(pdf)
      expect(seen().readUInt32BE(14 + pdf.length)).toBe(0)
    }))

  it('keeps out what it finds something in', () =>
    withScanner('stream: Eicar-Test-Signature FOUND\0', async (server) => {
      expect(await handIn(officer, pdf, 'a.pdf', server)).toMatchObject({ kind: 'refused', code: 'INFECTED' })
    }))

  it('that gives no verdict lets nothing pass', () =>
    withScanner('', async (server) => {
      expect((await handIn(officer, pdf, 'a.pdf', server)).status).toBe(500)
      const rows = await platform.database.query({ text: 'SELECT 1 AS one FROM attachment' })
      expect(rows).toEqual([])
    }))
})

describe('an object store', () => {
  it('is asked with signed requests, and holds sealed bytes', async () => {
    const objects = new Map<string, Buffer>()
    const signed: boolean[] = []
    const store = createHttpServer((request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        signed.push((request.headers.authorization ?? '').startsWith('AWS4-HMAC-SHA256 Credential=key/'))
        const name = request.url ?? ''
        if (request.method === 'PUT') objects.set(name, Buffer.concat(parts))
        if (request.method === 'DELETE') objects.delete(name)
        response.statusCode = request.method === 'GET' && !objects.has(name) ? 404 : 200
        response.end(request.method === 'GET' ? objects.get(name) : undefined)
      })
    })
    await new Promise<void>((ready) => store.listen(0, '127.0.0.1', ready))
    const { port } = store.address() as AddressInfo
    const environment = readEnvironment({
      SHEBAO_MODE: 'test',
      SHEBAO_DATA_DIR: folder,
      SHEBAO_S3_BUCKET_URL: `http://127.0.0.1:${port}/shebao/`,
      SHEBAO_S3_KEY_ID: 'key',
      SHEBAO_S3_SECRET: 'secret',
    })
    const inBucket = { ...platform, environment }
    const server = await createServer(inBucket, { ...serverParts, findViewer: async () => viewer })
    const { id } = await handIn(officer, pdf, 'a.pdf', server)
    expect([...objects.keys()]).toEqual([`/shebao/${id}`])
    expect(objects.get(`/shebao/${id}`)?.includes('%PDF')).toBe(false)
    expect((await server.inject({ url: `/attachments/${id}` })).rawPayload).toEqual(pdf)
    platform.clock.advance(25 * 3_600_000)
    expect(await removeDisposable(inBucket)).toBe(1)
    expect([objects.size, new Set(signed)]).toEqual([0, new Set([true])])
    await server.close()
    await new Promise((closed) => store.close(closed))
  })

  it('is named with its keys or not at all', () => {
    expect(() => readEnvironment({ SHEBAO_S3_BUCKET_URL: 'https://s3.example.org/x' })).toThrow('SHEBAO_S3_KEY_ID')
    expect(() => readEnvironment({ SHEBAO_CLAMD: 'nowhere' })).toThrow('SHEBAO_CLAMD')
  })
})

it('a name is shown without what could deceive', () => {
  expect(tidyName('../../etc/passwd')).toBe('passwd')
  expect(tidyName('\ud800')).toBe('file')
  expect(tidyName('  ')).toBe('file')
  expect([...tidyName('证'.repeat(500))]).toHaveLength(120)
})
