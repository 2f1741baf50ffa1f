import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { MantineProvider } from '@mantine/core'
import { act, render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { GraphQLError, parse } from 'graphql'
import type { DocumentNode } from 'graphql'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import type { Cache } from '../data/cache.ts'
import type { Answer as Answered } from '../data/answer.ts'
import { DataClient } from '../data/data-client.ts'
import type { Unmasked } from '../data/masking.ts'
import { DataProvider } from '../data/hooks.tsx'
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
  result: (variables: unknown) => Answered
  /** How long it takes, in milliseconds. */
  delay?: number
  sent: unknown[]
}

/** Whole data as the office sends it, fragments and all; a function answers by the variables, and what it throws is the office’s error. */
export function answer<Data, Variables extends object>(
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
  return { operation: nameOf(query), result: result as Answer['result'], sent }
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
    return Response.json(answerTo(answers, name, variables))
  })
}

function answerTo(answers: readonly Answer[], name: string, variables: unknown): Answered {
  const found = answers.find(({ operation }) => operation === name)
  if (!found) throw new Error(`Nobody answers ${name}.`)
  return found.result(variables)
}

interface Shown {
  answers?: readonly Answer[]
  /** The page's path as the routes write it, and the address that is open. */
  path?: string
  at?: string | { pathname: string; state: unknown }
  viewer?: Partial<SignedInViewer>
  language?: Language
  /** What other parts of a page have read already. */
  known?: (cache: Cache) => void
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
  const client = new DataClient(async ({ name, variables }) => {
    // As from an office, the answer comes later, after the second press of two, and is a thing of its own.
    const { delay = 20 } = answers.find(({ operation }) => operation === name) ?? {}
    await new Promise((resolve) => setTimeout(resolve, delay))
    return structuredClone(answerTo(answers, name, variables))
  })
  known?.(client.cache)
  const elsewhere = path === '*' ? [] : [{ path: '*', element: null }]
  const history = memoryHistory(typeof at === 'string' ? locationOf(at) : locationOf(at.pathname, at.state))
  const navigation = createNavigation({ routes: [{ path, element: page }, ...elsewhere], history })
  const { container } = render(
    <MantineProvider>
      <LanguageProvider>
        <DataProvider client={client}>
          <ViewerProvider viewer={{ ...someone, ...viewer }}>
            <PageRouter navigation={navigation} />
          </ViewerProvider>
        </DataProvider>
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
