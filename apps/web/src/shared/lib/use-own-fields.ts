import type { FragmentType, TypedDocumentNode } from '@apollo/client'
import { useFragment } from '@apollo/client/react'
import { Kind } from 'graphql'

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
  const read = useFragment<Fields>({ fragment, from, fragmentName: fragmentName ?? firstOf(fragment) })
  if (from === null) return null
  if (!read.complete) throw new Error('a page shows a part whose fragment it has not read')
  return read.data as Fields
}

function firstOf({ definitions: [first] }: TypedDocumentNode<unknown>): string {
  if (first?.kind !== Kind.FRAGMENT_DEFINITION) throw new Error('this document begins with no fragment')
  return first.name.value
}
