import { stateNamed } from '@shebao/case'
import type { Lifecycle } from '../../../case/lifecycle.ts'
import type { Actor } from '../../../access/viewer.ts'
import { enforcementGuards } from './enforcement-guards.ts'
import type { EnforcementFacts, EnforcementProblem } from './enforcement-guards.ts'
import { enforcementTable } from './enforcement.lifecycle.ts'
import type { EnforcementGuard, EnforcementState } from './enforcement.lifecycle.ts'
import { enforcementWork } from './enforcement-work.repository.ts'
import { lockEnforcement } from './enforcement.repository.ts'
import type { EnforcementRow } from './enforcement.repository.ts'
import { tellingOf } from './tell-enforcement.ts'

type Event = (typeof enforcementTable.steps)[number]['event']

/** A bank sees what it was asked, the department and the court what was brought to them; nobody of them the rest. */
function seenBy({ standing, fined }: EnforcementRow, actor: Actor) {
  if (actor.kind !== 'PARTNER') return 'enforcement:read' as const
  const reached = {
    BANK: standing.query?.banks.some(({ id }) => id === actor.partnerId),
    HOSPITAL: false,
    DEPARTMENT: fined || standing.application !== undefined || standing.returned !== undefined,
    COURT: standing.court !== undefined,
  }[actor.partnerKind]
  // What only the agency holds: for them it does not exist yet.
  if (!reached) return 'enforcement:prepare' as const
  return actor.partnerKind === 'BANK' ? ('enforcement:answer' as const) : ('enforcement:read' as const)
}

export const enforcementCase: Lifecycle<
  EnforcementRow,
  EnforcementState,
  Event,
  EnforcementGuard,
  EnforcementFacts,
  EnforcementProblem
> = {
  table: enforcementTable,
  what: 'enforcement case',
  see: seenBy,
  lock: lockEnforcement,
  id: ({ id }) => id,
  state: ({ status }) => stateNamed(enforcementTable, status),
  revision: ({ revision }) => revision,
  owner: ({ employerId }) => ({ employerId }),
  takers: (_platform, { standing: { finding, draft } }) => ({
    INVESTIGATE: finding?.by ?? [],
    PREPARE_PAPER: draft?.by ?? [],
  }),
  work: enforcementWork,
  tellings: { ENFORCEMENT_STEP: tellingOf },
  guards: enforcementGuards,
}
