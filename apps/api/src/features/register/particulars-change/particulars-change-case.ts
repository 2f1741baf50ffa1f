import { stateNamed } from '@shebao/case'
import { oneOf } from '@shebao/kernel'
import type { Lifecycle, Trace } from '../../../case/lifecycle.ts'
import type { AuditAction } from '../../../platform/audit-vocabulary.ts'
import { particularsChangeTable } from './particulars-change.lifecycle.ts'
import { lockChange } from './particulars-change.repository.ts'
import type { ChangeRow, ChangeState } from './particulars-change.repository.ts'
import { particularsChangeWork } from './particulars-change-work.repository.ts'
import { changeKinds } from './wanted-values.ts'
import type { ChangeKind } from './wanted-values.ts'

type ChangeEvent = (typeof particularsChangeTable.steps)[number]['event']
export const stepProblems = ['TWO_ARE_NEEDED', 'ONE_IS_ENOUGH'] as const
export type ChangeProblem = (typeof stepProblems)[number]
interface Facts {
  readonly kind?: ChangeKind
}

export const kindOf = ({ kind }: Pick<ChangeRow, 'kind'>): ChangeKind => oneOf(changeKinds, kind, 'kind of change')

export const particularsChangeCase: Lifecycle<
  ChangeRow,
  ChangeState,
  ChangeEvent,
  'ONE_IS_ENOUGH' | 'MONEY_GOES_THERE',
  Facts,
  ChangeProblem
> = {
  table: particularsChangeTable,
  what: 'change of particulars',
  see: 'particulars-change:read',
  lock: lockChange,
  id: ({ id }) => id,
  state: ({ status }) => stateNamed(particularsChangeTable, status),
  owner: ({ employerId }) => ({ employerId }),
  takers: (_platform, { checkedBy }) => ({ CHECK: checkedBy ? [checkedBy] : [] }),
  work: particularsChangeWork,
  tellings: {
    PARTICULARS_CHANGED: (_platform, { number, validFrom }) => ({
      kind: 'PARTICULARS_CHANGED',
      params: { number, validFrom },
    }),
    PARTICULARS_REFUSED: (_platform, { number }) => ({ kind: 'PARTICULARS_REFUSED', params: { number } }),
  },
  guards: {
    // Where refunds go is never one person's word.
    ONE_IS_ENOUGH: ({ kind = 'BANK_ACCOUNT' }) => (kind === 'BANK_ACCOUNT' ? ['TWO_ARE_NEEDED'] : []),
    MONEY_GOES_THERE: ({ kind }) => (kind === 'BANK_ACCOUNT' ? [] : ['ONE_IS_ENOUGH']),
  },
}

export const traceOf =
  (action: AuditAction) =>
  ({ id, number, employerId, kind, validFrom }: ChangeRow): Trace => ({
    action,
    recordType: 'ParticularsChange',
    recordId: id,
    change: { number, employerId, kind, validFrom },
  })
