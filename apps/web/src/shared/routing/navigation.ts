import { matchRoutes, NavigationType, type Location, type RouteObject } from 'react-router'
import { locationOf, type PageHistory } from './page-history.ts'

/** Where somebody is led instead of into a frame; null lets them in. */
export type Guard = (asked: Pick<Location, 'pathname' | 'search'>) => Promise<string | null>

/** What comes with the first page of a frame. */
export interface FrameToCome {
  guard: () => Promise<Guard>
  pages: () => Promise<RouteObject[]>
}

/** What stands on the screen. */
export interface Shown {
  location: Location
  action: NavigationType
  /** The one line of routes that leads to the page, with everything that it needs. */
  route: RouteObject | undefined
  handles: readonly unknown[]
  keepsScroll: boolean
}

export interface NavigationState {
  /** Null until the first page is there. */
  shown: Shown | null
  /** The next page is on its way; the one before it stays until then. */
  going: boolean
}

interface Going {
  keepsScroll?: boolean | undefined
}

export interface Navigation {
  history: PageHistory
  state: () => NavigationState
  follow: (told: (state: NavigationState) => void) => () => void
  push: (location: Location, how?: Going) => void
  replace: (location: Location, how?: Going) => void
}

interface Options {
  routes: readonly RouteObject[]
  /** By the id of the frame's route. */
  frames?: Readonly<Record<string, FrameToCome>>
  history: PageHistory
}

/** What a route draws. */
type Part = Partial<Pick<RouteObject, 'Component' | 'element'>>
type Parts = ReadonlyMap<RouteObject, Part>

/** Stands where a part could not be fetched: the next place for errors shows what happened, and a later visit fetches again. */
const failedWith = (error: unknown): Part => ({
  Component() {
    throw error
  },
})

/**
 * Goes from page to page: fetches what the next one needs, asks the guard of its frame, and only then changes the address and what
 * is shown. The matching, the links and their hooks are the router library's; its own way of doing this part weighs as much as all
 * of that together (docs/adr/0077-pages-are-fetched-by-our-own-hand.md).
 */
export function createNavigation({ routes, frames = {}, history }: Options): Navigation {
  const all = [...routes]
  const parts = new Map<RouteObject, Part>()
  const told = new Set<(state: NavigationState) => void>()
  const known = new Set<string>()
  let state: NavigationState = { shown: null, going: false }
  let turn = 0

  const tell = (next: NavigationState) => {
    state = next
    for (const one of told) one(next)
  }
  const lineTo = (location: Location) => (matchRoutes(all, location) ?? []).map(({ route }) => route)
  const frameOf = (line: readonly RouteObject[]) => line.find(({ id }) => id !== undefined && id in frames)

  /** Notes what came; gives what stands for it where nothing did. */
  async function fetchPart(route: RouteObject): Promise<Part | undefined> {
    if (typeof route.lazy !== 'function') return undefined
    try {
      const { Component, element } = await route.lazy()
      parts.set(route, Component ? { Component } : { element })
      return undefined
    } catch (error) {
      return failedWith(error)
    }
  }

  async function fetchPages(frame: RouteObject, { pages }: FrameToCome): Promise<void> {
    frame.children = await pages()
    known.add(frame.id ?? '')
  }

  /** Asked of whoever comes in, and again whenever something else is asked for at an address. */
  function asksGuard(frame: RouteObject, { pathname, search }: Location): boolean {
    const before = state.shown?.location
    if (!before || frameOf(lineTo(before)) !== frame) return true
    return before.search !== search || before.pathname === pathname
  }

  /** The missing parts of a way; gives what failed. */
  async function fetchParts(line: readonly RouteObject[]): Promise<Parts> {
    const failed = new Map<RouteObject, Part>()
    await Promise.all(
      line.map(async (route) => {
        const instead = parts.has(route) ? undefined : await fetchPart(route)
        if (instead) failed.set(route, instead)
      }),
    )
    return failed
  }

  /** The frame itself is asked for together with the map of its pages, the page once that is there. */
  async function fetchLine(location: Location, frame: RouteObject | undefined, toCome: FrameToCome | undefined) {
    if (!frame || !toCome || known.has(frame.id ?? '')) return fetchParts(lineTo(location))
    const line = lineTo(location)
    const around = fetchParts(line)
    try {
      await fetchPages(frame, toCome)
    } catch (error) {
      return new Map([[frame, failedWith(error)]])
    }
    const inside = fetchParts(lineTo(location).filter((route) => !line.includes(route)))
    return new Map([...(await around), ...(await inside)])
  }

  /** All that is missing is asked for at once. A guard that leads elsewhere does not wait for a page that nobody will see. */
  async function fetchAll(location: Location): Promise<{ led: string } | { failed: Parts }> {
    const frame = frameOf(lineTo(location))
    const toCome = frame?.id === undefined ? undefined : frames[frame.id]
    const fetched = fetchLine(location, frame, toCome)
    if (!frame || !toCome || !asksGuard(frame, location)) return { failed: await fetched }
    try {
      const guard = await toCome.guard()
      const led = await guard(location)
      return led === null ? { failed: await fetched } : { led }
    } catch (error) {
      return { failed: new Map([[frame, failedWith(error)]]) }
    }
  }

  /** Nothing to fetch and nobody to ask: then the page stands at once. */
  function isThere(location: Location): boolean {
    const line = lineTo(location)
    const frame = frameOf(line)
    if (frame && (!known.has(frame.id ?? '') || asksGuard(frame, location))) return false
    return line.every((route) => !route.lazy || parts.has(route))
  }

  async function go(
    location: Location,
    action: NavigationType,
    enter: () => void,
    { keepsScroll = false }: Going = {},
  ) {
    const mine = (turn += 1)
    const show = (failed: Parts) => {
      enter()
      tell({ shown: shownAt(location, action, failed, keepsScroll), going: false })
    }
    if (isThere(location)) return show(new Map())
    tell({ ...state, going: true })
    const fetched = await fetchAll(location)
    // Somebody went on meanwhile.
    if (mine !== turn) return
    if ('failed' in fetched) return show(fetched.failed)
    const led = locationOf(fetched.led)
    if (action === NavigationType.Push) return push(led)
    replace(led)
  }

  function shownAt(location: Location, action: NavigationType, failed: Parts, keepsScroll: boolean): Shown {
    const line = lineTo(location)
    const route = line.reduceRight<RouteObject | undefined>((child, one) => {
      const drawn = failed.get(one) ?? parts.get(one)
      return one.index ? { ...one, ...drawn } : { ...one, ...drawn, children: child ? [child] : [] }
    }, undefined)
    return { location, action, route, handles: line.map(({ handle }) => handle as unknown), keepsScroll }
  }

  const push = (location: Location, how?: Going) =>
    void go(location, NavigationType.Push, () => history.push(location), how)
  const replace = (location: Location, how?: Going) =>
    void go(location, NavigationType.Replace, () => history.replace(location), how)
  const arrive = () => void go(history.read(), NavigationType.Pop, () => undefined)

  history.follow(arrive)
  arrive()
  return {
    history,
    state: () => state,
    follow(one) {
      told.add(one)
      return () => told.delete(one)
    },
    push,
    replace,
  }
}
