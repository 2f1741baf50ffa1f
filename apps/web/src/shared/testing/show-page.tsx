import { ApolloClient, InMemoryCache } from '@apollo/client'
import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import type { Unmasked } from '@apollo/client/masking'
import { ApolloProvider } from '@apollo/client/react'
import { MockLink } from '@apollo/client/testing'
import { MantineProvider } from '@mantine/core'
import { render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import type { ReactNode } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import possibleTypes from '../lib/possible-types.generated.ts'
import { LanguageProvider } from '../lib/language-context.tsx'
import type { Language } from '../lib/language.ts'
import { ViewerProvider } from '../lib/viewer-context.tsx'
import type { SignedInViewer } from '../lib/viewer-context.tsx'
import { fillBrowserGaps } from './browser-gaps.ts'

/** What the office answers to one operation; `sent` holds the variables it was asked with. */
export interface Answer {
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
      return { errors: [{ message: String(error) }] }
    }
  }
  const mocked = {
    request: { query, variables: () => true },
    maxUsageCount: Number.POSITIVE_INFINITY,
    result,
  }
  return { mocked: mocked as unknown as MockLink.MockedResponse, sent }
}

interface Shown {
  answers?: readonly Answer[]
  /** The page's path as the routes write it, and the address that is open. */
  path?: string
  at?: string
  viewer?: Partial<SignedInViewer>
  language?: Language
}

const someone: SignedInViewer = {
  id: 'a1',
  kind: 'STAFF',
  displayName: '王审核',
  roles: ['REVIEWER'],
  employerId: null,
  individualId: null,
}

/** A page as somebody sees it in the product: in a language, at an address, its data masked. */
export function showPage(page: ReactNode, shown: Shown = {}) {
  const { answers = [], path = '*', at = '/', viewer = {}, language = 'zh-CN' } = shown
  fillBrowserGaps()
  document.cookie = `shebao_language=${language}`
  const client = new ApolloClient({
    cache: new InMemoryCache(possibleTypes),
    link: new MockLink(answers.map(({ mocked }) => mocked)),
    dataMasking: true,
  })
  const elsewhere = path === '*' ? [] : [{ path: '*', element: null }]
  const router = createMemoryRouter([{ path, element: page }, ...elsewhere], { initialEntries: [at] })
  const { container } = render(
    <MantineProvider>
      <LanguageProvider>
        <ApolloProvider client={client}>
          <ViewerProvider viewer={{ ...someone, ...viewer }}>
            <RouterProvider router={router} />
          </ViewerProvider>
        </ApolloProvider>
      </LanguageProvider>
    </MantineProvider>,
  )
  const address = () => `${router.state.location.pathname}${router.state.location.search}`
  return { container, user: userEvent.setup(), address }
}

/** What axe finds; colours are not known without a browser. */
export async function axeFindings(container: Element): Promise<string[]> {
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)
}
