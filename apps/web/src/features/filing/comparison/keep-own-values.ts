import { differenceKinds, findResolutionRule } from '@shebao/roster'
import type { DifferenceKind } from '@shebao/roster'
import type { DataClient } from '../../../shared/data/data-client.ts'
import { CompareRosterDocument, ReopenDifferencesDocument, ResolveDifferencesDocument } from './comparison.generated.ts'
import type { CompareRefusal, ResolveRefusal } from './comparison.generated.ts'

/** Ways in which the list stays as it is: they only note what the unit says, so that they can be taken back. */
const KEEPING = ['ADD', 'ACCEPT_UNIT'] as const

export interface KeptBy {
  resolution: (typeof KEEPING)[number]
  needsReason: boolean
}

/** How the own values of this kind are kept for many at once; undefined where each has to be looked at (domain 4.4). */
export function keptBy(kind: DifferenceKind): KeptBy | undefined {
  for (const resolution of KEEPING) {
    const rule = findResolutionRule(kind, resolution)
    if (rule?.isSafeInBulk === true) return { resolution, needsReason: rule.needsReason }
  }
  return undefined
}

export const KEPT_KINDS = differenceKinds.filter((kind) => keptBy(kind) !== undefined)
export type KeptKind = DifferenceKind

/** What was kept, so that it can be taken back and done again. */
export interface Kept {
  of: KeptKind
  reason: string
  ids: readonly string[]
}

export type KeepRefusal = CompareRefusal | ResolveRefusal | 'NONE_OPEN'
export type KeepOutcome = { kind: 'KEPT'; ids: readonly string[] } | { kind: 'REFUSED'; code: KeepRefusal }

/** Compares the saved list anew and keeps the own values of all that are open of a kind. */
export async function keepOwnValues(
  apollo: DataClient,
  declarationId: string,
  { of, reason }: Pick<Kept, 'of' | 'reason'>,
): Promise<KeepOutcome> {
  const by = keptBy(of)
  if (by === undefined) return { kind: 'REFUSED', code: 'NOT_IN_BULK' }
  const compared = await apollo.mutate({ mutation: CompareRosterDocument, variables: { declarationId } })
  const comparison = compared.data?.compareRoster
  if (comparison?.__typename === 'CompareRefused') return { kind: 'REFUSED', code: comparison.code }
  const { data } = await apollo.mutate({
    mutation: ResolveDifferencesDocument,
    variables: { declarationId, ids: [], allOfKind: of, resolution: by.resolution, ...(reason ? { reason } : {}) },
  })
  const resolved = data?.resolveDifferences
  if (resolved?.__typename === 'DifferencesResolved') return { kind: 'KEPT', ids: resolved.ids }
  if (resolved?.__typename !== 'ResolveRefused') throw new Error('no answer')
  // Compared this moment: what is to be compared again is that nothing of this kind is open.
  return { kind: 'REFUSED', code: resolved.code === 'COMPARE_AGAIN' ? 'NONE_OPEN' : resolved.code }
}

/** As many as the office takes up at once. */
const AT_ONCE = 5_000

/** Takes them up again, whose list has not changed since; gives why not. */
export async function reopenKept(
  apollo: DataClient,
  declarationId: string,
  ids: readonly string[],
): Promise<KeepRefusal | undefined> {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, each in its own transaction
    const { data } = await apollo.mutate({
      mutation: ReopenDifferencesDocument,
      variables: { declarationId, ids: ids.slice(from, from + AT_ONCE) },
    })
    const reopened = data?.reopenDifferences
    if (reopened?.__typename === 'ResolveRefused') return reopened.code
    if (reopened?.__typename !== 'DifferencesResolved') throw new Error('no answer')
  }
  return undefined
}
