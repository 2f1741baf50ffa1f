import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useMemo, useSyncExternalStore } from 'react'
import { nameOf } from '../data/cache.ts'
import { FragmentWatch } from '../data/fragment-watch.ts'
import { useClient } from '../data/hooks.tsx'
import type { FragmentType } from '../data/masking.ts'

/**
 * The fields a component asked for by its own fragment; the page that spread it has read them before the component is shown.
 * Null where the page has nothing to show.
 */
export function useOwnFields<Fields>(
  fragment: TypedDocumentNode<Fields>,
  from: FragmentType<Fields>,
  /** The first of the document unless said otherwise; what it spreads stands behind it. */
  fragmentName?: string,
): Fields
export function useOwnFields<Fields>(
  fragment: TypedDocumentNode<Fields>,
  from: FragmentType<Fields> | null,
  fragmentName?: string,
): Fields | null
export function useOwnFields<Fields>(
  fragment: TypedDocumentNode<Fields>,
  from: FragmentType<Fields> | null,
  fragmentName?: string,
): Fields | null {
  return useEachOwnFields(fragment, from === null ? [] : [from], fragmentName)[0] ?? null
}

/** The same for each of a list. */
export function useEachOwnFields<Fields>(
  fragment: TypedDocumentNode<Fields>,
  from: readonly FragmentType<Fields>[],
  fragmentName?: string,
): readonly Fields[] {
  const { cache } = useClient()
  // The same things are other objects after each reading of the page.
  const names = from
    .map((thing) => {
      const name = nameOf(thing)
      if (name === undefined) throw new Error('a page hands over a part without its type and id')
      return name
    })
    .join('\n')
  const watch = useMemo(
    () => new FragmentWatch(cache, fragment, names === '' ? [] : names.split('\n'), fragmentName),
    [cache, fragment, fragmentName, names],
  )
  return useSyncExternalStore(watch.subscribe, watch.current)
}
