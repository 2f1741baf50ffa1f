import { consequencesOf, isStop } from '@shebao/declaration-rules'
import type { ChangeType, MonthlyChangeDraft, MonthlyContext } from '@shebao/declaration-rules'
import { addMonths, fen, packedDay, parsePeriod } from '@shebao/kernel'
import type { AskedStop } from '../stop-outlook/index.ts'
import type { ReadChange } from './change-file-protocol.ts'
import type { ProposedChangeFragment } from './compare.generated.ts'
import { lastMonthOwed } from './month-rules.ts'

export const proposalKinds = ['JOIN', 'STOP', 'WAGE', 'DATA'] as const
export type ProposalKind = (typeof proposalKinds)[number]

/** What the clerk says of one proposal. */
export interface Settlement {
  /** Left out where it is not so: the person is still there, the list is wrong. */
  taken: boolean
  changeType: ChangeType | null
  leaveDate: string
  lastPayablePeriod: string
  reason: string
}

/** One proposal with what was said of it; `id` stays with it. */
export interface Proposal {
  id: string
  found: ProposedChangeFragment
  settled: Settlement
}

/** Wages of a list are seldom the base outside the annual window, so there another wage is left out until somebody says otherwise. */
export function beginSettling(found: readonly ProposedChangeFragment[], context: MonthlyContext): Proposal[] {
  return found.map((one, index) => ({
    id: String(index + 1),
    found: one,
    settled: {
      taken: one.kind !== 'WAGE' || context.annualWindowOpen === true,
      changeType: one.changeType,
      leaveDate: '',
      lastPayablePeriod: one.lastPayablePeriod ?? '',
      reason: '',
    },
  }))
}

export type SettlingFault = 'noType' | 'leaveDate' | 'lastMonth' | 'lastMonthEarly' | 'reason'

/** What is still to be said of a proposal before it is taken over; other gaps are filled in the declaration, where they are shown. */
export function faultOf({ found, settled }: Proposal, context: MonthlyContext): SettlingFault | undefined {
  if (!settled.taken) return undefined
  if (found.kind === 'WAGE')
    return context.annualWindowOpen === false && settled.reason.trim() === '' ? 'reason' : undefined
  if (found.kind !== 'STOP') return undefined
  if (settled.changeType === null) return 'noType'
  if (settled.leaveDate !== '' && packedDay(settled.leaveDate) === 0) return 'leaveDate'
  if (parsePeriod(settled.lastPayablePeriod) === undefined) return 'lastMonth'
  return settled.lastPayablePeriod < lastMonthOwed(context) ? 'lastMonthEarly' : undefined
}

/** The same said of many at once; what is left empty stays as each has it. */
export function settleAll(
  proposals: readonly Proposal[],
  ids: ReadonlySet<string>,
  said: Partial<Settlement>,
): Proposal[] {
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '' && value !== null))
  return proposals.map((one) => (ids.has(one.id) ? { ...one, settled: { ...one.settled, ...given } } : one))
}

/** What is taken over, as changes of the declaration. */
export function changesOf(proposals: readonly Proposal[]): ReadChange[] {
  return proposals
    .filter(({ settled }) => settled.taken)
    .map((proposal, index) => ({ row: index + 1, draft: draftOf(proposal) }))
}

export function draftOf({ found, settled }: Proposal): MonthlyChangeDraft {
  const {
    kind,
    wasWage: _wasWage,
    wasInsured: _wasInsured,
    was: _was,
    monthlyWage,
    __typename: _typename,
    ...rest
  } = found
  const said = Object.entries(rest).filter(([, value]) => value !== null)
  const draft: MonthlyChangeDraft = {
    ...Object.fromEntries(said),
    insurances: [...found.insurances],
    ...(monthlyWage === null ? {} : { monthlyWage: fen(monthlyWage) }),
    ...(settled.changeType === null ? {} : { changeType: settled.changeType }),
    ...(settled.reason.trim() === '' ? {} : { reason: settled.reason.trim() }),
  }
  if (kind === 'DATA') delete draft.insurances
  if (kind !== 'STOP') return draft
  const last = parsePeriod(settled.lastPayablePeriod)
  return {
    ...draft,
    lastPayablePeriod: settled.lastPayablePeriod,
    ...(settled.leaveDate === '' ? {} : { leaveDate: settled.leaveDate }),
    ...(last === undefined ? {} : { effectivePeriod: addMonths(last, 1) }),
  }
}

export const dutyOf = (proposal: Proposal, today: string): string | undefined =>
  consequencesOf(draftOf(proposal), today).unemployedListDue

/** A stop as its outlook is asked for. */
export function stopOf({ found, settled }: Proposal): AskedStop | undefined {
  if (found.kind !== 'STOP' || !settled.taken || found.idNumber === null) return undefined
  const { changeType, leaveDate, lastPayablePeriod } = settled
  return {
    idNumber: found.idNumber,
    type: changeType !== null && isStop(changeType) ? changeType : undefined,
    lastPayable: parsePeriod(lastPayablePeriod),
    leaveDate: leaveDate === '' ? undefined : leaveDate,
  }
}
