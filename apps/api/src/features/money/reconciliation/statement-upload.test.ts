import { request } from 'node:http'
import type { ClientRequest, IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { createServer } from '../../../server.ts'
import { staffViewer } from '../../../testing/ask.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { addStatementUpload } from './statement-upload.route.ts'

let platform: TestPlatform
let app: FastifyInstance
let viewer: Viewer | undefined
beforeAll(async () => {
  platform = await openTestPlatform()
  app = await createServer(platform, { findViewer: async () => viewer, routes: [addStatementUpload] })
  await app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await app.close()
  await platform.close()
})
beforeEach(() => {
  viewer = undefined
})

/** A file of a megabyte of which nothing but the head is sent. */
function begin(): { upload: ClientRequest; answer: Promise<number | undefined> } {
  const { port } = app.server.address() as AddressInfo
  const upload = request({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/reconciliation/statements?name=a.csv',
    headers: { 'content-type': 'application/octet-stream', 'content-length': 1_000_000 },
  })
  const answer = new Promise<number | undefined>((resolve) => {
    upload.once('response', (response: IncomingMessage) => resolve(response.statusCode))
    upload.once('error', () => resolve(undefined))
  })
  upload.flushHeaders()
  return { upload, answer }
}

describe('a statement that is brought', () => {
  it('is not read before it is known who brings it', async () => {
    for (const [who, status] of [
      [undefined, 401],
      [staffViewer(['AUDITOR']), 403],
    ] as const) {
      viewer = who
      const { upload, answer } = begin()
      expect(await answer).toBe(status)
      upload.destroy()
    }
  })

  it('waits while as many are under way as may be held, and is taken when one of them is gone', async () => {
    viewer = staffViewer(['OFFICER'])
    const begun = Array.from({ length: 5 }, begin)
    // Those that are read have no answer yet.
    expect(await Promise.race(begun.map(({ answer }) => answer))).toBe(503)
    for (const { upload } of begun) upload.destroy()
    const bring = () => app.inject({ method: 'POST', url: '/reconciliation/statements', payload: 'no statement' })
    let answer = await bring()
    for (let tries = 0; answer.statusCode === 503 && tries < 200; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50))
      answer = await bring()
    }
    expect(answer.statusCode).toBe(200)
  })
})
