import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { visibleFetch } from './visible-fetch.ts'

const question = '{"operationName":"Viewer","variables":{},"query":"query Viewer { viewer { id } }"}'
const home = '{"operationName":"MyHome","variables":{},"query":"query MyHome { me { id } }"}'
const signOut = '{"operationName":"SignOut","variables":{},"query":"mutation SignOut { signOut }"}'

beforeEach(() => {
  // On a slow machine the tests begin later than that.
  vi.spyOn(performance, 'now').mockReturnValue(0)
  vi.stubGlobal('fetch', async () => new Response('asked now'))
  globalThis.shebaoFirstAnswers = new Map([
    [question, Promise.resolve(new Response('asked with the page'))],
    [home, Promise.resolve(new Response('asked with the page'))],
  ])
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  globalThis.shebaoFirstAnswers = undefined
})

const answerTo = async (body: string) => (await visibleFetch('/graphql', { method: 'POST', body })).text()

it('what was asked with the page answers once, and only the very same question', async () => {
  expect(await answerTo(question.replace('{ id }', '{ kind }'))).toBe('asked now')
  expect(await answerTo(question)).toBe('asked with the page')
  expect(await answerTo(question)).toBe('asked now')
})

it('after a change, such as signing out and in, nothing from before is shown', async () => {
  await answerTo(signOut)
  expect(await answerTo(home)).toBe('asked now')
})

it('long after the page began it is asked anew', async () => {
  vi.spyOn(performance, 'now').mockReturnValue(30_001)
  expect(await answerTo(home)).toBe('asked now')
})

it('what found no network is asked again', async () => {
  globalThis.shebaoFirstAnswers = new Map([[home, Promise.reject(new TypeError('no network'))]])
  expect(await answerTo(home)).toBe('asked now')
})
