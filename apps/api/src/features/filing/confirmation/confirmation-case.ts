import { stateNamed } from '@shebao/case'
import type { OfficeJob } from '../../../access/viewer.ts'
import type { Lifecycle } from '../../../case/lifecycle.ts'
import { confirmationTable } from './confirmation.lifecycle.ts'
import { lockConfirmation } from './confirmation.repository.ts'
import type { ConfirmationRow } from './confirmation.repository.ts'

export type ConfirmationStatus = (typeof confirmationTable.states)[number]
type ConfirmationEvent = (typeof confirmationTable.steps)[number]['event']

export const confirmationCase: Lifecycle<ConfirmationRow, ConfirmationStatus, ConfirmationEvent, never, object, never> =
  {
    table: confirmationTable,
    what: 'confirmation',
    see: 'confirmation:read',
    lock: lockConfirmation,
    id: ({ id }) => id,
    state: ({ status }) => stateNamed(confirmationTable, status),
    owner: ({ employerId }) => ({ employerId }),
    guards: {},
  }

/** Whoever holds a link has no account here; what they say is entered for them. */
export const linkHolder = { kind: 'SYSTEM', job: 'confirmation-link' } as const satisfies OfficeJob
