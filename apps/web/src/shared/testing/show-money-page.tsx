import { ApolloClient, InMemoryCache } from '@apollo/client'
import { ApolloProvider } from '@apollo/client/react'
import { MockLink } from '@apollo/client/testing'
import { MantineProvider } from '@mantine/core'
import { render } from '@testing-library/react'
import axe from 'axe-core'
import type { DocumentNode } from 'graphql'
import type { ReactElement } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { vi } from 'vitest'
import possibleTypes from '../lib/possible-types.generated.ts'
import { LanguageProvider } from '../lib/language-context.tsx'
import type { Language } from '../lib/language.ts'
import { ViewerProvider, type SignedInViewer } from '../lib/viewer-context.tsx'
import { fillBrowserGaps } from './browser-gaps.ts'

/** What the server answers to one operation, by its variables; `asked` keeps them. */
export interface Answer {
  query: DocumentNode
  data: (variables: never) => unknown
}

const clerk: SignedInViewer = {
  id: 'a1',
  kind: 'EMPLOYER',
  displayName: '李经办',
  roles: [],
  employerId: 'e1',
  individualId: null,
}
export const staffWith = (...roles: SignedInViewer['roles']): SignedInViewer => ({
  ...clerk,
  kind: 'STAFF',
  roles,
  employerId: null,
})

interface Shown {
  language?: Language
  viewer?: SignedInViewer
  path?: string
  address?: string
  /** What other parts of a page have read already. */
  known?: (cache: InMemoryCache) => void
}

/** A page as in the browser: its language, viewer, address, and a server that answers as given. */
export function showPage(page: ReactElement, answers: readonly Answer[], shown: Shown = {}) {
  const { language = 'zh-CN', viewer = clerk, path = '*', address = '/', known } = shown
  fillBrowserGaps()
  document.cookie = `shebao_language=${language}`
  // Nothing is laid out in jsdom, so a popover finds nothing to focus and says so.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const cache = new InMemoryCache(possibleTypes)
  known?.(cache)
  const asked: { name: string; variables: unknown }[] = []
  const link = new MockLink(
    answers.map(({ query, data }) => ({
      request: { query, variables: () => true },
      maxUsageCount: Number.POSITIVE_INFINITY,
      delay: 0,
      result: (variables: never) => {
        asked.push({ name: nameOf(query), variables })
        return { data: data(variables) as Record<string, unknown> }
      },
    })),
  )
  const router = createMemoryRouter(
    [
      { path, element: page },
      { path: '*', element: null },
    ],
    {
      initialEntries: [address],
    },
  )
  render(
    <MantineProvider>
      <LanguageProvider>
        <ViewerProvider viewer={viewer}>
          <ApolloProvider client={new ApolloClient({ link, cache, dataMasking: true })}>
            <RouterProvider router={router} />
          </ApolloProvider>
        </ViewerProvider>
      </LanguageProvider>
    </MantineProvider>,
  )
  return {
    asked,
    /** The variables of each time an operation was asked. */
    askedOf: (name: string) => asked.filter((one) => one.name === name).map(({ variables }) => variables),
    address: () => router.state.location.pathname,
  }
}

function nameOf({ definitions }: DocumentNode): string {
  const operation = definitions.find((one) => one.kind === 'OperationDefinition')
  return operation?.name?.value ?? ''
}

/** What axe finds wrong in the page as it stands; colours and landmarks need a browser and a frame. */
export async function accessibilityProblems(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
