import { writeText } from '../../../shared/data/write-text.ts'
import { SessionEnded } from './load-sources.ts'
import type { AskOffice } from './load-sources.ts'

interface Answered<Data> {
  data?: Data | null
  errors?: readonly { extensions?: { code?: string } }[]
}

/** From the worker straight to the office: what comes is read there, and the page never sees it whole. */
export const askOffice: AskOffice = async <Data, Variables>(
  document: Parameters<typeof writeText>[0],
  variables: Variables,
): Promise<Data> => {
  const answer = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
    body: JSON.stringify({ query: writeText(document), variables }),
  })
  const { data, errors } = (await answer.json()) as Answered<Data>
  if (errors?.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED')) throw new SessionEnded()
  if (!data || errors) throw new Error(`The lists did not come (${answer.status}).`)
  return data
}
