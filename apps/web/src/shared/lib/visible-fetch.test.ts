import { parse } from 'graphql'
import { afterEach, expect, it, vi } from 'vitest'
import { sendOperation } from './send-operation.ts'
import { visibleFetch } from './visible-fetch.ts'

afterEach(() => vi.unstubAllGlobals())

function office() {
  const bodies: unknown[] = []
  vi.stubGlobal('fetch', async (_: unknown, init?: RequestInit) => {
    bodies.push(init?.body)
    return Response.json({ data: {} })
  })
  return bodies
}

it('sends no character that nobody sees, and leaves files alone', async () => {
  const bodies = office()
  const file = new Blob(['\ufeffa'])
  await visibleFetch('/graphql', { method: 'POST', body: JSON.stringify({ name: '\u202e王\u200b芳' }) })
  await visibleFetch('/statements', { method: 'POST', body: file })
  expect(bodies).toEqual(['{"name":"王芳"}', file])
})

it('so does what the pages before signing in send', async () => {
  const bodies = office()
  await sendOperation(parse('query Find($number: String) { find(number: $number) }'), { number: '\u2066S1001' })
  expect(JSON.parse(String(bodies[0])).variables).toEqual({ number: 'S1001' })
})
