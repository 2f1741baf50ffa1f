import { Agent, get } from 'node:http'
import type { IncomingMessage } from 'node:http'
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
  it('finishes what is being answered and does not wait for connections that are kept alive', async () => {
    let arrived: () => void = () => undefined
    let release: () => void = () => undefined
    const [isThere, released] = [
      new Promise<void>((resolve) => (arrived = resolve)),
      new Promise<void>((resolve) => (release = resolve)),
    ]
    const app = await createServer(platform, {
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
    })
    const url = await app.listen({ host: '127.0.0.1', port: 0 })
    const agent = new Agent({ keepAlive: true })
    const answer = new Promise<string>((resolve, reject) => {
      get(`${url}/slow`, { agent }, (response) => resolve(readText(response))).once('error', reject)
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
  })
})

async function readText(response: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of response.setEncoding('utf8')) text += part
  return text
}
