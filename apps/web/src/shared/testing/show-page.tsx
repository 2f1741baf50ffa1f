import { ApolloClient, InMemoryCache } from '@apollo/client'
import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import type { Unmasked } from '@apollo/client/masking'
import { ApolloProvider } from '@apollo/client/react'
import { MockLink } from '@apollo/client/testing'
import { MantineProvider } from '@mantine/core'
import { act, render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { GraphQLError, parse } from 'graphql'
import type { DocumentNode } from 'graphql'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import possibleTypes from '../lib/possible-types.generated.ts'
import { LanguageProvider } from '../lib/language-context.tsx'
import type { Language } from '../lib/language.ts'
import { ViewerProvider } from '../lib/viewer-context.tsx'
import type { SignedInViewer } from '../lib/viewer-context.tsx'
import { createNavigation } from '../routing/navigation.ts'
import { locationOf, memoryHistory } from '../routing/page-history.ts'
import { PageRouter } from '../routing/page-router.tsx'
import { fillBrowserGaps } from './browser-gaps.ts'

/** What the office answers to one operation; `sent` holds the variables it was asked with. */
export interface Answer {
  operation: string
  mocked: MockLink.MockedResponse
  sent: unknown[]
}

/** Whole data as the office sends it, fragments and all; a function answers by the variables, and what it throws is the office’s error. */
export function answer<Data, Variables extends OperationVariables>(
  query: TypedDocumentNode<Data, Variables>,
  data: NoInfer<Unmasked<Data> | ((variables: Variables) => Unmasked<Data>)>,
): Answer {
  const sent: Variables[] = []
  const result = (variables: Variables) => {
    sent.push(variables)
    try {
      return { data: data instanceof Function ? data(variables) : data }
    } catch (error) {
      return { errors: [error instanceof GraphQLError ? error.toJSON() : { message: String(error) }] }
    }
  }
  const mocked = {
    request: { query, variables: () => true },
    maxUsageCount: Number.POSITIVE_INFINITY,
    result,
  }
  return { operation: nameOf(query), mocked: mocked as unknown as MockLink.MockedResponse, sent }
}

function nameOf({ definitions }: DocumentNode): string {
  const operation = definitions.find((one) => one.kind === 'OperationDefinition')
  return operation?.name?.value ?? ''
}

/** The same answers for what goes past the data client (`sendOperation`). */
export function answerWithout(answers: readonly Answer[]): void {
  vi.stubGlobal('fetch', async (_: unknown, { body }: { body: string }) => {
    const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> }
    const name = nameOf(parse(query))
    const result = answers.find(({ operation }) => operation === name)?.mocked.result
    if (typeof result !== 'function') throw new Error(`Nobody answers ${name}.`)
    return Response.json(result(variables))
  })
}

interface Shown {
  answers?: readonly Answer[]
  /** The page's path as the routes write it, and the address that is open. */
  path?: string
  at?: string | { pathname: string; state: unknown }
  viewer?: Partial<SignedInViewer>
  language?: Language
  /** What other parts of a page have read already. */
  known?: (cache: InMemoryCache) => void
}

const someone: SignedInViewer = {
  id: 'a1',
  kind: 'STAFF',
  displayName: '王审核',
  roles: ['REVIEWER'],
  duties: [],
  employerId: null,
  individualId: null,
}
export const staffWith = (...roles: SignedInViewer['roles']): Partial<SignedInViewer> => ({ roles })
/** Who handles the matters of an employer. */
export const clerk: Partial<SignedInViewer> = {
  kind: 'EMPLOYER',
  displayName: '李经办',
  roles: [],
  duties: ['ADMINISTER', 'PREPARE', 'SUBMIT', 'PAY'],
  employerId: 'e1',
}

/** A page as somebody sees it in the product: in a language, at an address, its data masked. */
export function showPage(page: ReactNode, shown: Shown = {}) {
  const { answers = [], path = '*', at = '/', viewer = {}, language = 'zh-CN', known } = shown
  fillBrowserGaps()
  document.cookie = `shebao_language=${language}`
  // Nothing is laid out in jsdom, so a popover finds nothing to focus and says so.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const cache = new InMemoryCache(possibleTypes)
  known?.(cache)
  const client = new ApolloClient({
    cache,
    link: new MockLink(answers.map(({ mocked }) => mocked)),
    dataMasking: true,
  })
  const elsewhere = path === '*' ? [] : [{ path: '*', element: null }]
  const history = memoryHistory(typeof at === 'string' ? locationOf(at) : locationOf(at.pathname, at.state))
  const navigation = createNavigation({ routes: [{ path, element: page }, ...elsewhere], history })
  const { container } = render(
    <MantineProvider>
      <LanguageProvider>
        <ApolloProvider client={client}>
          <ViewerProvider viewer={{ ...someone, ...viewer }}>
            <PageRouter navigation={navigation} />
          </ViewerProvider>
        </ApolloProvider>
      </LanguageProvider>
    </MantineProvider>,
  )
  const address = () => `${history.read().pathname}${history.read().search}`
  /** The variables of each time an operation was asked. */
  const askedOf = (name: string) => answers.filter(({ operation }) => operation === name).flatMap(({ sent }) => sent)
  const back = () => act(async () => history.go(-1))
  return { container, user: userEvent.setup(), address, back, askedOf }
}

/** What axe finds, dialogs beside the page included where no container is given; colours and landmarks need a browser and a frame. */
export async function axeFindings(container: Element = document.body): Promise<string[]> {
  const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } }
  const { violations } = await axe.run(container, { rules })
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)
}
