import { maskBankAccount } from '@shebao/identifiers'
import { stateNamed } from '@shebao/case'
import type { Lifecycle, Trace } from '../../../case/lifecycle.ts'
import type { AuditAction } from '../../../platform/audit-vocabulary.ts'
import { payeeChangeTable } from './payee-change.lifecycle.ts'
import { lockPayeeChange } from './payee-change.repository.ts'
import type { PayeeChangeRow } from './payee-change.repository.ts'
import { payeeChangeWork } from './payee-change-work.repository.ts'

type PayeeChangeState = (typeof payeeChangeTable.states)[number]
type PayeeChangeEvent = (typeof payeeChangeTable.steps)[number]['event']

export const payeeChangeCase: Lifecycle<
  PayeeChangeRow,
  PayeeChangeState,
  PayeeChangeEvent,
  'HELD_AS_ASKED',
  { readonly held?: string | null | undefined; readonly asked?: string | null | undefined },
  'CHANGED_MEANWHILE'
> = {
  table: payeeChangeTable,
  what: 'change of the payee account',
  see: 'payee:read',
  lock: lockPayeeChange,
  id: ({ id }) => id,
  state: ({ status }) => stateNamed(payeeChangeTable, status),
  // The office's own, nobody's else.
  owner: () => ({}),
  takers: (_platform, { requestedBy }) => ({ REQUEST: [requestedBy] }),
  work: payeeChangeWork,
  guards: {
    // Somebody changed it at the server's terminal since: what was looked at is no longer what would be replaced.
    HELD_AS_ASKED: ({ held, asked }) => (held !== undefined && held === asked ? [] : ['CHANGED_MEANWHILE']),
  },
}

/** Both account numbers masked. */
export const payeeTrace =
  (action: AuditAction) =>
  ({ id, number, name, bank, heldNumber, documentNo }: PayeeChangeRow): Trace => ({
    action,
    recordType: 'PayeeChange',
    recordId: id,
    change: {
      payeeFrom: heldNumber === null ? null : maskBankAccount(heldNumber),
      payeeTo: maskBankAccount(number),
      payeeName: name,
      payeeBank: bank,
      documentNo,
    },
  })
