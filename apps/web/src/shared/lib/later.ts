import { lazy, type ComponentType, type LazyExoticComponent } from 'react'

/**
 * A part of a page that its first view does not show: a dialog, a form that opens, another tab. It comes as soon as the browser
 * has nothing else to do, so that whoever opens it seldom waits. To be put into a `Suspense`.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  // Not every browser tells when it is idle: there it comes when it is opened. What fails here is asked for again then.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(() => void load().catch(() => undefined))
  return lazy(async () => ({ default: await load() }))
}
