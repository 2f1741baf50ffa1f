import { stateNamed } from '@shebao/case'
import type { Lifecycle } from '../../../case/lifecycle.ts'
import { statementTable } from './statement.lifecycle.ts'
import { lockStatement } from './statement-state.repository.ts'
import type { LockedStatement } from './statement-state.repository.ts'
import { statementWork } from './statement-work.repository.ts'

export const statementRefusals = [
  'DAY_CLOSED',
  'REPLACED',
  'LATER_STATEMENT',
  'NOT_IN_STATE',
  'SAME_PERSON',
  'REASON_MISSING',
  'DECISION_STANDS',
  'REFUND_STANDS',
  'CREDIT_SPENT',
] as const
export type StatementRefusal = (typeof statementRefusals)[number]

export type StatementState = (typeof statementTable.states)[number]
type Event = (typeof statementTable.steps)[number]['event']
type Guard = 'DAY_OPEN' | 'COUNTS_NOW' | 'LAST_OF_ACCOUNT'

export interface StatementFacts {
  readonly dayOpen?: boolean
  /** Whether a corrected statement has taken its place. */
  readonly replaced?: boolean
  /** The next day of the account that has a statement: its opening balance stands on this one. */
  readonly laterDay?: string | undefined
}

export const statementCase: Lifecycle<LockedStatement, StatementState, Event, Guard, StatementFacts, StatementRefusal> =
  {
    table: statementTable,
    what: 'statement',
    see: 'reconciliation:read',
    lock: lockStatement,
    id: ({ id }) => id,
    state: ({ state }) => stateNamed(statementTable, state),
    owner: () => ({}),
    work: statementWork,
    guards: {
      DAY_OPEN: ({ dayOpen = false }) => (dayOpen ? [] : ['DAY_CLOSED']),
      COUNTS_NOW: ({ replaced = true }) => (replaced ? ['REPLACED'] : []),
      LAST_OF_ACCOUNT: ({ laterDay }) => (laterDay === undefined ? [] : ['LATER_STATEMENT']),
    },
  }
