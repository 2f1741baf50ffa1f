// @vitest-environment node
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { workerOf, type Shell } from './kept-shell.ts'

interface Waiting {
  waitUntil?: (work: Promise<unknown>) => void
  respondWith?: (answer: Promise<Response>) => void
  request?: { method: string; url: string; mode: string }
}

const shell = (build: string): Shell => ({
  name: build,
  page: '/kept-record',
  entry: `assets/index-${build}.js`,
  files: [`/assets/index-${build}.js`],
})

/** A browser's storage and network, as far as the worker asks for them. */
function browser() {
  const stores = new Map<string, Map<string, Response>>()
  const state = { build: 'one', online: true }
  const pathOf = (what: string | { url: string }) => (typeof what === 'string' ? what : new URL(what.url).pathname)
  const fetched = async (what: string | { url: string }) => {
    if (!state.online) throw new TypeError('no network')
    const path = pathOf(what)
    return new Response(path.startsWith('/assets/') ? path : `page of assets/index-${state.build}.js`)
  }
  const open = async (name: string) => {
    const store = stores.get(name) ?? new Map<string, Response>()
    stores.set(name, store)
    return {
      put: async (path: string, response: Response) => store.set(path, response),
      addAll: async (paths: readonly string[]) => {
        for (const path of paths) store.set(path, await fetched(path))
      },
      match: async (what: string | { url: string }) => store.get(pathOf(what))?.clone(),
    }
  }
  const caches = { open, keys: async () => [...stores.keys()], delete: async (name: string) => stores.delete(name) }
  function start(build: string) {
    const listeners = new Map<string, (event: Waiting) => void>()
    const self = {
      addEventListener: (name: string, listener: (event: Waiting) => void) => listeners.set(name, listener),
      location: { origin: 'https://office.example' },
      skipWaiting: async () => undefined,
      clients: { claim: async () => undefined },
    }
    const redirect = (to: string) => new Response(`to ${to}`)
    const context = {
      self,
      caches,
      fetch: fetched,
      URL,
      Error,
      Response: { redirect, error: () => new Response('none') },
    }
    runInNewContext(workerOf(shell(build)), context)
    const happen = async (name: string) => {
      let work: Promise<unknown> = Promise.resolve()
      listeners.get(name)?.({ waitUntil: (given) => (work = given) })
      await work
    }
    const get = async (path: string, mode = 'navigate', method = 'GET') => {
      let answer: Promise<Response> | undefined
      const request = { method, url: `https://office.example${path}`, mode }
      listeners.get('fetch')?.({ request, respondWith: (given) => (answer = given) })
      return (await answer)?.text()
    }
    return { happen, get }
  }
  return { state, stores, start }
}

it('an update never leaves an old shell: with a network the page is the server’s, without one the newest build’s', async () => {
  const { state, stores, start } = browser()
  const one = start('one')
  await one.happen('install')
  await one.happen('activate')
  state.build = 'two'
  expect(await one.get('/kept-record')).toBe('page of assets/index-two.js')
  const two = start('two')
  await two.happen('install')
  await two.happen('activate')
  expect([...stores.keys()]).toEqual(['shebao-shell-two'])
  state.online = false
  expect(await two.get('/kept-record')).toBe('page of assets/index-two.js')
  expect(await two.get('/assets/index-two.js', 'cors')).toBe('/assets/index-two.js')
})

it('a worker that meets the page of another build keeps nothing', async () => {
  const { state, stores, start } = browser()
  state.build = 'two'
  await expect(start('one').happen('install')).rejects.toThrow('another build')
  expect(stores.size).toBe(0)
})

it('without a network every address leads to the kept record, and nothing but the shell is answered', async () => {
  const { state, start } = browser()
  const worker = start('one')
  await worker.happen('install')
  state.online = false
  expect(await worker.get('/me/record')).toBe('to /kept-record')
  expect(await worker.get('/graphql', 'cors', 'POST')).toBeUndefined()
  expect(await worker.get('/documents/certificate', 'cors')).toBeUndefined()
})
