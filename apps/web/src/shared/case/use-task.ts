import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useQuery } from '../data/hooks.tsx'
import type { StepAnswer } from './step-form.tsx'
import { isStaleDecision } from './use-stale.tsx'

/** The one case a desk page is about, by the id in its address, and how the page goes on once a step is taken. `more`: what else is asked. */
export function useTask<Data, Variables extends { id: string }>(
  document: TypedDocumentNode<Data, Variables>,
  more: Partial<Variables> = {},
) {
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(document as TypedDocumentNode<Data, { id: string }>, {
    variables: { ...more, id },
    fetchPolicy: 'cache-and-network',
  })
  const [done, setDone] = useState(false)
  if (error && !data) throw error
  return {
    data,
    /** A step was taken just now. */
    done,
    onDone: async () => {
      setDone(true)
      await refetch()
    },
    renew: refetch,
  }
}

/** What a step came to, for its form: what stands against it, or what happened meanwhile; once it is taken, the page goes on. */
export async function stepAnswer<Problem>(
  outcome: { __typename: string } | undefined,
  against: readonly Problem[] | undefined,
  onDone: () => Promise<unknown>,
): Promise<StepAnswer<Problem>> {
  if (against) return against
  if (isStaleDecision(outcome)) return outcome
  await onDone()
  return []
}
