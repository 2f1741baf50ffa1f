import { stateNamed } from '@shebao/case'
import type { Lifecycle } from '../../../case/lifecycle.ts'
import type { Debt } from './write-off-debt.ts'
import type { BasisProblem } from './write-off-basis.ts'
import { writeOffTable } from './write-off.lifecycle.ts'
import { lockWriteOff } from './write-off.repository.ts'
import type { WriteOffRow } from './write-off.repository.ts'
import { writeOffWork } from './write-off-work.repository.ts'

export const writeOffRefusals = [
  'DOCUMENT_MISSING',
  'NOTHING_OWED',
  'UNIT_RUNNING',
  'TOO_EARLY',
  'CASE_RUNNING',
  'NOT_OVERDUE',
  'ALREADY_REQUESTED',
  'NOT_IN_STATE',
  'SAME_PERSON',
] as const
export type WriteOffRefusal = (typeof writeOffRefusals)[number]

export type WriteOffState = (typeof writeOffTable.states)[number]
type Event = (typeof writeOffTable.steps)[number]['event']

interface WriteOffFacts {
  /** What the notice owes today; nothing when it was paid meanwhile. */
  readonly debt?: Debt | undefined
  /** What register and calendar say against the ground. */
  readonly basis?: BasisProblem | undefined
}

export const writeOffCase: Lifecycle<
  WriteOffRow,
  WriteOffState,
  Event,
  'STILL_OWED' | 'BASIS_HOLDS',
  WriteOffFacts,
  WriteOffRefusal
> = {
  table: writeOffTable,
  what: 'write-off',
  see: 'write-off:read',
  lock: lockWriteOff,
  id: ({ id }) => id,
  state: ({ status }) => stateNamed(writeOffTable, status),
  owner: ({ employerId }) => ({ employerId }),
  takers: (_platform, { requestedBy }) => ({ REQUEST: [requestedBy] }),
  work: writeOffWork,
  guards: {
    STILL_OWED: ({ debt }) => (debt ? [] : ['NOTHING_OWED']),
    BASIS_HOLDS: ({ basis }) => (basis ? [basis.code] : []),
  },
}
