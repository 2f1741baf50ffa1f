import { beforeComplete, homePath, type Viewer } from './viewer-paths.ts'

/** Back to the page that asked for signing in, if it is one of this account's own pages; else its home. */
export function afterSignIn(viewer: Pick<Viewer, 'kind' | 'stage'>, next: string | null): string {
  const onward = beforeComplete(viewer.stage)
  if (onward) return onward
  const home = homePath(viewer.kind)
  if (next === null) return home
  // A path of our own and nothing that a browser could read as another host.
  const own = next === home || next.startsWith(`${home}/`) || next.startsWith(`${home}?`)
  return own ? next : home
}
