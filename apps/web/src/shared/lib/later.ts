import { lazy, type ComponentType, type LazyExoticComponent } from 'react'

/** Until then the first view's own answers are on their way: a browser is idle while it waits for them, but a slow line is not. */
const firstViewMs = 2000

/**
 * A part of a page that its first view does not show: a dialog, a form that opens, another tab. It comes when the first view has had
 * the line for itself and the browser has nothing else to do, so that whoever opens it seldom waits. To be put into a `Suspense`.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  // Not every browser tells when it is idle: there it comes when it is opened. What fails here is asked for again then.
  const fetch = () => void load().catch(() => undefined)
  if ('requestIdleCallback' in globalThis) setTimeout(() => requestIdleCallback(fetch), firstViewMs)
  return lazy(async () => ({ default: await load() }))
}
