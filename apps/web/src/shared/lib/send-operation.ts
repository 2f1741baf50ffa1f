import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { print } from 'graphql'
import { visibleFetch } from './visible-fetch.ts'

/**
 * Sends one operation and keeps nothing. For the pages before signing in, which would otherwise load the whole data client
 * for two requests; every other page uses Apollo, which adds `__typename` and takes `@unmask` out. A `.graphql` sent this way asks
 * for the one itself and does without the other.
 */
export async function sendOperation<Result, Variables>(
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const answer = await visibleFetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
    body: JSON.stringify({ query: print(document), variables }),
  })
  const { data } = (await answer.json()) as { data?: Result | null }
  if (!data) throw new Error(`No data came (${answer.status}).`)
  return data
}
