import { stateNamed } from '@shebao/case'
import type { Lifecycle } from '../../../case/lifecycle.ts'
import { waiverTable } from './waiver.lifecycle.ts'
import { lockWaiver } from './waiver.repository.ts'
import type { WaiverRow } from './waiver.repository.ts'
import { waiverWork } from './waiver-work.repository.ts'

export type WaiverState = (typeof waiverTable.states)[number]
type WaiverEvent = (typeof waiverTable.steps)[number]['event']

/**
 * NOTHING_LATE: none of the days makes any of the bills cheaper. NOT_OPEN: one of the bills is another unit's, settled or given up; a late
 * fee that was paid is not returned. AT_BANK: a payment of it is on its way. LONGEST: more than a year. DAY_PASSED: the later last day is
 * over. NOT_LATER: it is not after the regular last day. ALREADY_PROPOSED: the same waits. OVER: its last day has come anyway. DAY_CLOSED:
 * the books of the day it was approved on are closed. USED: something was paid or declared by it since.
 */
export const waiverProblems = [
  'NOTHING_LATE',
  'NOT_OPEN',
  'AT_BANK',
  'LONGEST',
  'DAY_PASSED',
  'NOT_LATER',
  'ALREADY_PROPOSED',
  'OVER',
  'DAY_CLOSED',
  'USED',
] as const
export type WaiverProblem = (typeof waiverProblems)[number]

interface Facts {
  /** What stands against approving it today. */
  readonly against?: WaiverProblem | undefined
  readonly applies?: boolean
  readonly runs?: boolean
  readonly dayOpen?: boolean
  readonly unused?: boolean
}

export const waiverCase: Lifecycle<
  WaiverRow,
  WaiverState,
  WaiverEvent,
  'STILL_APPLIES' | 'STILL_RUNS' | 'DAY_OPEN' | 'NOT_USED',
  Facts,
  WaiverProblem
> = {
  table: waiverTable,
  what: 'exception',
  see: 'waiver:read',
  lock: lockWaiver,
  id: ({ id }) => id,
  state: ({ status }) => stateNamed(waiverTable, status),
  owner: ({ employerId }) => ({ employerId }),
  takers: (_platform, { proposedBy }) => ({ PROPOSE: [proposedBy] }),
  work: waiverWork,
  tellings: {
    WAIVER_APPROVED: (_platform, { number, kind, period, fromOn, toOn }) => ({
      kind: 'WAIVER_APPROVED',
      params: { number, of: kind === 'LATE_FEE' ? 'LATE_FEE' : 'FILING_DEADLINE', period, from: fromOn, to: toOn },
    }),
    WAIVER_ENDED: ({ clock }, { number }) => ({ kind: 'WAIVER_ENDED', params: { number, on: clock.today() } }),
  },
  guards: {
    STILL_APPLIES: ({ applies, against }) => (applies === true ? [] : [against ?? 'NOTHING_LATE']),
    STILL_RUNS: ({ runs }) => (runs === true ? [] : ['OVER']),
    DAY_OPEN: ({ dayOpen }) => (dayOpen === true ? [] : ['DAY_CLOSED']),
    NOT_USED: ({ unused }) => (unused === true ? [] : ['USED']),
  },
}
