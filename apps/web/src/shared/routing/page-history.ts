import { createPath, parsePath, type Location, type Path, type To } from 'react-router'

/** The addresses gone through, as the browser keeps them; tests keep them in memory. */
export interface PageHistory {
  read: () => Location
  push: (location: Location) => void
  replace: (location: Location) => void
  go: (steps: number) => void
  /** Tells when somebody went back or forward. */
  follow: (moved: () => void) => () => void
}

const newKey = () => Math.random().toString(36).slice(2, 10)

/** As the browser would write it in its address line, whatever signs it was given. */
export function encoded(to: To): Path {
  const { pathname, search, hash } = new URL(typeof to === 'string' ? to : createPath(to), window.location.origin)
  return { pathname, search, hash }
}

export const locationOf = (to: To, state: unknown = null): Location => ({
  ...encoded(typeof to === 'string' ? { pathname: '/', ...parsePath(to) } : to),
  state,
  key: newKey(),
})

interface Kept {
  usr?: unknown
  key?: string
}

const isKept = (state: unknown): state is Kept => typeof state === 'object' && state !== null

export function browserHistory(): PageHistory {
  const { history } = window
  const kept = ({ state, key }: Location): Kept => ({ usr: state, key })
  return {
    read() {
      const { pathname, search, hash } = window.location
      const state: unknown = history.state
      const { usr = null, key = 'default' } = isKept(state) ? state : {}
      return { pathname, search, hash, state: usr, key }
    },
    push: (location) => history.pushState(kept(location), '', createPath(location)),
    replace: (location) => history.replaceState(kept(location), '', createPath(location)),
    go: (steps) => history.go(steps),
    follow(moved) {
      window.addEventListener('popstate', moved)
      return () => window.removeEventListener('popstate', moved)
    },
  }
}

export function memoryHistory(first: Location): PageHistory {
  const entries = [first]
  let at = 0
  const followers = new Set<() => void>()
  return {
    read: () => entries[at] ?? first,
    push(location) {
      at += 1
      entries.splice(at, entries.length, location)
    },
    replace(location) {
      entries[at] = location
    },
    go(steps) {
      at = Math.min(Math.max(at + steps, 0), entries.length - 1)
      for (const moved of followers) moved()
    },
    follow(moved) {
      followers.add(moved)
      return () => followers.delete(moved)
    },
  }
}
