import { lazy, type ComponentType, type LazyExoticComponent } from 'react'

/** Until then the first view's own answers are on their way: a browser is idle while it waits for them, but a slow line is not. */
const firstViewMs = 2000

/** Does it once the first view has had the line for itself and the browser has nothing else to do. Not every browser tells when: there, never. */
export function whenAtRest(work: () => void): () => void {
  if (!('requestIdleCallback' in globalThis)) return () => undefined
  const timer = setTimeout(() => requestIdleCallback(work), firstViewMs)
  return () => clearTimeout(timer)
}

/**
 * A part of a page that its first view does not show: a dialog, a form that opens, another tab. It comes when the first view has had
 * the line for itself and the browser has nothing else to do, so that whoever opens it seldom waits. To be put into a `Suspense`.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  // Where it does not come by itself it comes when it is opened. What fails here is asked for again then.
  whenAtRest(() => void load().catch(() => undefined))
  return lazy(async () => ({ default: await load() }))
}
