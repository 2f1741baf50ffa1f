import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { Link, Outlet, useParams, useSearchParams, type RouteObject } from 'react-router'
import { afterEach, expect, it, vi } from 'vitest'
import { LanguageProvider } from '../lib/language-context.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { errorPlace, useShownError } from './error-place.tsx'
import { createNavigation, type FrameToCome } from './navigation.ts'
import { browserHistory, locationOf, memoryHistory, type PageHistory } from './page-history.ts'
import { PageRouter, useGoing, useHandles } from './page-router.tsx'
import { keepPlace } from './scroll-place.ts'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

function Frame() {
  return (
    <>
      <Link to="/frame/bills">bills</Link>
      <Link to="/frame/slow">slow</Link>
      <Link to="/frame/people/张%203?tab=a">person</Link>
      <p>{useGoing() ? 'going' : 'still'}</p>
      <p>{JSON.stringify(useHandles().filter(Boolean))}</p>
      <Outlet />
    </>
  )
}

function Person() {
  const [query, setQuery] = useSearchParams()
  return (
    <button
      onClick={() => setQuery({ tab: 'b' }, { replace: true })}
    >{`${useParams()['name']} ${query.get('tab')}`}</button>
  )
}

const Failure = () => <p>{`failed: ${String(useShownError())}`}</p>

/** A promise that somebody else keeps. */
function awaited<Value>() {
  let settle: (value: Value) => void = () => undefined
  const promise = new Promise<Value>((resolve) => (settle = resolve))
  return { promise, settle }
}

interface Opened {
  guard?: (asked: { pathname: string; search: string }) => Promise<string | null>
  history?: PageHistory
  slow?: NonNullable<RouteObject['lazy']>
}

async function open(
  at: string,
  { guard = async () => null, history = memoryHistory(locationOf(at)), slow }: Opened = {},
) {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const asked = vi.fn<NonNullable<Opened['guard']>>(guard)
  const inside: RouteObject[] = [
    { index: true, Component: () => <h1>home</h1> },
    { path: 'bills', handle: { roles: ['HEAD'] }, lazy: async () => ({ element: <h1>the bills</h1> }) },
    { path: 'slow', ...(slow ? { lazy: slow } : {}) },
    { path: 'people/:name', Component: Person },
  ]
  const around = (children: RouteObject[]): RouteObject[] => [{ Component: errorPlace(Failure), children }]
  const frame: FrameToCome = {
    guard: async () => asked,
    pages: async () => [{ path: '/frame', children: around(inside) }],
  }
  const routes: RouteObject[] = around([
    { path: '/sign-in', Component: () => <h1>sign in</h1> },
    { id: 'frame', lazy: async () => ({ Component: Frame }), children: [{ path: '/frame/*', element: null }] },
  ])
  const navigation = createNavigation({ routes, frames: { frame }, history })
  render(<PageRouter navigation={navigation} waiting={<p>waiting</p>} />)
  const address = () => `${history.read().pathname}${history.read().search}`
  return { navigation, history, address, asked, user: userEvent.setup() }
}

const heading = async (name: string) => screen.findByRole('heading', { name })

it('shows what waits until the first page, its frame and the pages of its frame are there', async () => {
  await open('/frame/bills')
  expect(screen.getByText('waiting')).toBeTruthy()
  await heading('the bills')
  expect(screen.queryByText('waiting')).toBeNull()
  expect(screen.getByText('[{"roles":["HEAD"]}]')).toBeTruthy()
})

it('keeps the page and the address until the next page is there, and says that it is on its way', async () => {
  const { promise, settle } = awaited<{ Component: () => React.ReactNode }>()
  const { address, user } = await open('/frame', { slow: async () => promise })
  await heading('home')
  await user.click(screen.getByRole('link', { name: 'slow' }))
  expect(await screen.findByText('going')).toBeTruthy()
  expect([address(), screen.getByRole('heading').textContent]).toEqual(['/frame', 'home'])
  settle({ Component: () => <h1>slow page</h1> })
  await heading('slow page')
  expect([address(), screen.getByText('still').textContent]).toEqual(['/frame/slow', 'still'])
})

it('a page that is late does not replace the one that somebody went on to', async () => {
  const { promise, settle } = awaited<{ Component: () => React.ReactNode }>()
  const { address, user } = await open('/frame', { slow: async () => promise })
  await heading('home')
  await user.click(screen.getByRole('link', { name: 'slow' }))
  await user.click(screen.getByRole('link', { name: 'bills' }))
  await heading('the bills')
  settle({ Component: () => <h1>slow page</h1> })
  await promise
  await heading('the bills')
  expect(address()).toBe('/frame/bills')
})

it('a guard leads elsewhere without waiting for the page, and back does not lead into it again', async () => {
  const never = async () => new Promise<never>(() => undefined)
  const { history, address } = await open('/frame/slow?a=1', {
    guard: async ({ pathname, search }) => `/sign-in?next=${encodeURIComponent(pathname + search)}`,
    slow: never,
  })
  await heading('sign in')
  expect(address()).toBe('/sign-in?next=%2Fframe%2Fslow%3Fa%3D1')
  history.go(-1)
  expect(address()).toBe('/sign-in?next=%2Fframe%2Fslow%3Fa%3D1')
})

it('asks the guard on the way in and when something else is asked for at an address, not from page to page', async () => {
  const { asked, user } = await open('/frame')
  await heading('home')
  await user.click(screen.getByRole('link', { name: 'bills' }))
  await heading('the bills')
  expect(asked).toHaveBeenCalledTimes(1)
  await user.click(screen.getByRole('link', { name: 'person' }))
  await user.click(await screen.findByRole('button', { name: '张 3 a' }))
  await screen.findByRole('button', { name: '张 3 b' })
  expect(asked.mock.calls.map(([{ search }]) => search)).toEqual(['', '?tab=a', '?tab=b'])
})

it('goes back to what was replaced, and forward again', async () => {
  const { history, address, user } = await open('/frame')
  await user.click(await screen.findByRole('link', { name: 'person' }))
  await user.click(await screen.findByRole('button', { name: '张 3 a' }))
  await screen.findByRole('button', { name: '张 3 b' })
  history.go(-1)
  await heading('home')
  expect(address()).toBe('/frame')
  history.go(1)
  await screen.findByRole('button', { name: '张 3 b' })
  expect(address()).toBe('/frame/people/%E5%BC%A0%203?tab=b')
})

it('a page that cannot be fetched leaves its frame standing, and is fetched again when somebody comes back', async () => {
  const slow = vi.fn<() => Promise<{ Component: () => React.ReactNode }>>(async () => ({
    Component: () => <h1>slow page</h1>,
  }))
  slow.mockRejectedValueOnce(new TypeError('importing a module script failed'))
  const { user } = await open('/frame/slow', { slow })
  await screen.findByText('failed: TypeError: importing a module script failed')
  await user.click(screen.getByRole('link', { name: 'bills' }))
  await heading('the bills')
  await user.click(screen.getByRole('link', { name: 'slow' }))
  await heading('slow page')
  expect(slow).toHaveBeenCalledTimes(2)
})

it('a guard that cannot ask is an error of the whole page', async () => {
  await open('/frame', { guard: async () => Promise.reject(new Error('no network')) })
  await screen.findByText('failed: Error: no network')
  expect(screen.queryByRole('link')).toBeNull()
})

it('opens a page at its top, keeps the place where told so, and finds the old one on the way back', async () => {
  const scrolled = (to: number) => Object.defineProperty(window, 'scrollY', { value: to, configurable: true })
  const { navigation, history } = await open('/frame')
  await heading('home')
  scrolled(700)
  navigation.push(locationOf('/frame/people/a?tab=a'))
  await screen.findByRole('button', { name: 'a a' })
  expect(vi.mocked(window.scrollTo).mock.lastCall).toEqual([0, 0])
  const before = vi.mocked(window.scrollTo).mock.calls.length
  scrolled(200)
  navigation.push(locationOf('/frame/people/a?tab=b'), { keepsScroll: true })
  await screen.findByRole('button', { name: 'a b' })
  expect(vi.mocked(window.scrollTo).mock.calls).toHaveLength(before)
  history.go(-2)
  await heading('home')
  expect(vi.mocked(window.scrollTo).mock.lastCall).toEqual([0, 700])
})

it('of the places somebody was at, the last hundred are kept', () => {
  const places = new Map<string, number>()
  for (let at = 0; at < 100; at += 1) keepPlace(places, `address ${at}`, at)
  keepPlace(places, 'address 0', 700)
  keepPlace(places, 'address 100', 100)
  expect(places.size).toBe(100)
  expect(places.get('address 0')).toBe(700)
  expect(places.has('address 1')).toBe(false)
})

it('the heading of a page takes the focus and leaves the page where it is', async () => {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
  const focus = vi.spyOn(HTMLElement.prototype, 'focus')
  const history = memoryHistory(locationOf('/somewhere'))
  const navigation = createNavigation({ routes: [{ path: '*', element: <PageHeader title="headed" /> }], history })
  render(
    <LanguageProvider>
      <PageRouter navigation={navigation} />
    </LanguageProvider>,
  )
  await heading('headed')
  expect(focus.mock.calls).toEqual([[{ preventScroll: true }]])
})

it('the browser keeps what a page was opened with, and an address as it writes it', () => {
  const history = browserHistory()
  history.push(locationOf('/frame/people/张 3?tab=甲#a', { intake: true }))
  expect(history.read()).toMatchObject({ pathname: '/frame/people/%E5%BC%A0%203', hash: '#a', state: { intake: true } })
  expect(window.location.search).toBe('?tab=%E7%94%B2')
  window.history.replaceState(null, '', '/elsewhere')
  expect(history.read()).toMatchObject({ pathname: '/elsewhere', state: null, key: 'default' })
})
