import { useEffect, useLayoutEffect } from 'react'
import type { Navigation, Shown } from './navigation.ts'

const storageKey = 'shebao-scroll-places'

/** A day's work goes through thousands of addresses, and nobody goes back through all of them. */
const mostKept = 100

function readKept(): Map<string, number> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '[]')
    return new Map(Array.isArray(kept) ? (kept as [string, number][]) : [])
  } catch {
    return new Map()
  }
}

function writeKept(places: ReadonlyMap<string, number>): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify([...places]))
  } catch {
    // A browser that keeps nothing opens a page at its top.
  }
}

let places: Map<string, number> | undefined
const kept = () => (places ??= readKept())

/** Notes a place; the newest stand last, and the oldest are let go. */
export function keepPlace(all: Map<string, number>, key: string, place: number): void {
  all.delete(key)
  all.set(key, place)
  for (const oldest of [...all.keys()].slice(0, -mostKept)) all.delete(oldest)
}

/** By each address gone through: back leads to where somebody was on the page, forward to its top or to the part it names. */
export function useScrollPlace(navigation: Navigation, { location, keepsScroll }: Shown): void {
  const { key, hash } = location
  useEffect(() => {
    const { history } = window
    const leave = () => {
      keepPlace(kept(), key, window.scrollY)
      writeKept(kept())
      // Whoever comes back to a tab that was thrown away finds the browser's own place.
      history.scrollRestoration = 'auto'
    }
    const stay = () => (history.scrollRestoration = 'manual')
    stay()
    window.addEventListener('pagehide', leave)
    window.addEventListener('pageshow', stay)
    return () => {
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('pageshow', stay)
    }
  }, [key])
  useLayoutEffect(() => {
    const before = kept().get(key)
    const named = hash ? document.getElementById(decoded(hash.slice(1))) : null
    if (before !== undefined) window.scrollTo(0, before)
    else if (named) named.scrollIntoView()
    else if (!keepsScroll) window.scrollTo(0, 0)
    // Somebody goes on: this page still stands and is as long as it was.
    return navigation.follow(() => keepPlace(kept(), key, window.scrollY))
  }, [navigation, key, hash, keepsScroll])
}

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash)
  } catch {
    return hash
  }
}
