import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { writeText } from '../data/write-text.ts'
import { visibleFetch } from './visible-fetch.ts'

interface Answered<Result> {
  data?: Result | null
  errors?: readonly { extensions?: { code?: string } }[]
}

/** What the office did not answer, with the code of its refusal where there is one. */
export class Unanswered extends Error {
  readonly code: string | undefined
  constructor(status: number, code: string | undefined) {
    super(`No data came (${status}).`)
    this.code = code
  }
}

/**
 * Sends one operation and keeps nothing. For the pages before signing in, which would otherwise load the whole data client
 * for two requests.
 */
export async function sendOperation<Result, Variables>(
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const answer = await visibleFetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
    body: JSON.stringify({ query: writeText(document), variables }),
  })
  const { data, errors = [] } = (await answer.json()) as Answered<Result>
  // Nothing where something may be missing is no answer when it was refused.
  if (!data || errors.length > 0) throw new Unanswered(answer.status, errors[0]?.extensions?.code)
  return data
}
