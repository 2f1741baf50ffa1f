import { expect } from 'vitest'
import type { StaffMember, Viewer } from '../../../access/viewer.ts'
import { dayCase } from '../../../features/money/reconciliation/day-case.ts'
import { importStatement } from '../../../features/money/reconciliation/import-statement.ts'
import { itemCase } from '../../../features/money/reconciliation/item-case.ts'
import { ask, staffViewer } from '../../ask.ts'
import type { Answer } from '../../ask.ts'
import { markNow } from '../../mark-now.ts'
import type { TestPlatform } from '../../test-platform.ts'
import { continuing } from './statement-files.ts'

/** A statement whose balance goes on from the last one. */
export const takeFile = async (platform: TestPlatform, text: string, viewer: StaffMember, fileName = 'file') =>
  importStatement(platform, {
    bytes: new TextEncoder().encode(await continuing(platform, text)),
    fileName,
    how: 'FETCHED',
    viewer,
    origin: 'test',
  })

export interface ShownItem {
  id: string
  outcome: string
  reference: string
  choices: string[]
  resolution: string | null
  employerId: string | null
  otherDay: string | null
  systemAmount: number | null
  bankAmount: number | null
  treasuryAmount: number | null
}

/** What came of a decision: why it was refused, or the kind of the answer. */
export const reasonOf = ({ data }: Answer, field: string) => {
  const outcome = data[field] as unknown as { __typename: string; reason?: string }
  return outcome.reason ?? outcome.__typename
}

const officer = staffViewer(['OFFICER'])

/** What is seen and decided of a day on its page; whoever decides has seen what is so now. */
export function openScreens(platform: () => TestPlatform) {
  async function itemsOf(day: string): Promise<ShownItem[]> {
    const { data, errors } = await ask(
      platform(),
      officer,
      `query ($day: Date!) { reconciliationDay(day: $day) { items(first: 100) { edges { node {
        id outcome reference choices resolution employerId otherDay systemAmount bankAmount treasuryAmount } } } } }`,
      { day },
    )
    expect(errors).toEqual([])
    const found = data['reconciliationDay'] as unknown as { items: { edges: { node: ShownItem }[] } } | null
    return found?.items.edges.map(({ node }) => node) ?? []
  }

  async function itemOf(day: string, outcome: string): Promise<ShownItem> {
    const found = (await itemsOf(day)).filter((item) => item.outcome === outcome)
    expect(found).toHaveLength(1)
    return found[0] as ShownItem
  }

  /** What an item is now. */
  const markFor = (itemId: unknown) => markNow(platform(), itemCase, String(itemId))

  const resolve = async (viewer: Viewer, input: Record<string, unknown>): Promise<Answer> =>
    ask(
      platform(),
      viewer,
      `mutation ($input: ResolveReconciliationItemInput!) { resolveReconciliationItem(input: $input) { __typename
        ... on ReconciliationItemResolved { item { resolution reversalAskedByMe } } ... on ReconciliationItemRefused { reason } } }`,
      { input: { note: '已与银行核对', decidedOn: await markFor(input['itemId']), ...input } },
    )
  const close = async (viewer: Viewer, day: string) =>
    reasonOf(
      await ask(
        platform(),
        viewer,
        `mutation ($day: Date!, $decidedOn: CaseMark!) { closeReconciliationDay(day: $day, decidedOn: $decidedOn) { __typename ... on ReconciliationDayNotClosed { reason openCount } } }`,
        { day, decidedOn: await markNow(platform(), dayCase, day) },
      ),
      'closeReconciliationDay',
    )
  const confirm = async (viewer: Viewer, itemId: string) =>
    reasonOf(
      await ask(
        platform(),
        viewer,
        `mutation ($itemId: ID!, $decidedOn: CaseMark!) { confirmPaymentReversal(itemId: $itemId, decidedOn: $decidedOn) { __typename ... on ReconciliationItemRefused { reason } } }`,
        { itemId, decidedOn: await markFor(itemId) },
      ),
      'confirmPaymentReversal',
    )

  async function takeBack(viewer: Viewer, itemId: string): Promise<string> {
    const source =
      'mutation ($itemId: ID!, $decidedOn: CaseMark!) { takeBackReconciliationDecision(itemId: $itemId, decidedOn: $decidedOn, reason: "当时看错了") { __typename ... on ReconciliationItemRefused { reason } } }'
    const answer = await ask(platform(), viewer, source, { itemId, decidedOn: await markFor(itemId) })
    return answer.errors[0] ?? reasonOf(answer, 'takeBackReconciliationDecision')
  }

  return { itemsOf, itemOf, markFor, resolve, close, confirm, takeBack }
}
