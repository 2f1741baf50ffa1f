import { stateNamed } from '@shebao/case'
import type { Lifecycle } from '../../../case/lifecycle.ts'
import { fineGuards } from './fine-rules.ts'
import type { FineFacts, FineProblem } from './fine-rules.ts'
import { fineTable } from './fine.lifecycle.ts'
import type { FineGuard, FineState } from './fine.lifecycle.ts'
import { lockFine } from './fine.repository.ts'
import type { FineRow } from './fine.repository.ts'
import { tellingOfFine } from './tell-fine.ts'

type Event = (typeof fineTable.steps)[number]['event']

export const fineCase: Lifecycle<FineRow, FineState, Event, FineGuard, FineFacts, FineProblem> = {
  table: fineTable,
  what: 'fine',
  // Before the unit was told of what is meant there is nothing of its own to read.
  see: ({ standing }, actor) =>
    actor.kind === 'EMPLOYER' && standing.notice === undefined ? 'fine:decide' : 'fine:read',
  lock: lockFine,
  id: ({ id }) => id,
  state: ({ status }) => stateNamed(fineTable, status),
  revision: ({ revision }) => revision,
  owner: ({ employerId }) => ({ employerId }),
  tellings: { ENFORCEMENT_STEP: tellingOfFine },
  guards: fineGuards,
}
