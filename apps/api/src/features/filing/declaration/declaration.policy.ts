import { allowedActions, ANNUAL_STATES, ANNUAL_STATUS, transition } from '@shebao/declaration-rules'
import type { AnnualAction, AnnualState, GuardFacts, Role, TransitionResult } from '@shebao/declaration-rules'
import type { Viewer } from '../../../graphql/context.ts'

export const editRefusals = ['ALREADY_SUBMITTED', 'UNDER_REVIEW', 'FINISHED'] as const
export type EditRefusal = (typeof editRefusals)[number]

/** An employer sees its own declarations, staff see all, insured people none. */
export function maySeeDeclaration(viewer: Viewer, declaration: { employerId: string }): boolean {
  if (viewer.stage !== 'FULL') return false
  return viewer.kind === 'STAFF' || (viewer.kind === 'EMPLOYER' && viewer.employerId === declaration.employerId)
}

export function annualState(status: string): AnnualState {
  const state = ANNUAL_STATES.find((known) => known === status)
  if (!state) throw new Error('A declaration in a state the table does not know.')
  return state
}

/** Drafts may be typed in; from SUBMITTED on only the table's actions change anything, until it is returned. */
export function isDraft(status: string): boolean {
  const state = annualState(status)
  return state === 'RETURNED' || ANNUAL_STATES.indexOf(state) < ANNUAL_STATES.indexOf('SUBMITTED')
}

/** Why the draft of a declaration in this status may not be changed, or nothing while it may. */
export function editRefusalOf(status: string): EditRefusal | undefined {
  if (isDraft(status)) return undefined
  if (status === 'SUBMITTED') return 'ALREADY_SUBMITTED'
  return status === 'UNDER_REVIEW' ? 'UNDER_REVIEW' : 'FINISHED'
}

/** The roles of the shared status table that an account holds. A head may decide what a reviewer may. */
export function rolesOf(viewer: Viewer): readonly Role[] {
  if (viewer.kind === 'EMPLOYER') return ['CLERK']
  if (viewer.kind !== 'STAFF') return []
  const roles: Role[] = viewer.roles.includes('OFFICER') ? ['OFFICER'] : []
  if (viewer.roles.includes('REVIEWER') || viewer.roles.includes('HEAD')) roles.push('APPROVER')
  return roles
}

/** Decides one action for everybody the account may act as; the refusal that comes closest to allowing is given. */
export function decide(
  viewer: Viewer,
  state: AnnualState,
  action: AnnualAction,
  facts: GuardFacts = {},
): TransitionResult<AnnualState> {
  const tried = rolesOf(viewer).map((role) => transition(ANNUAL_STATUS, state, action, role, facts))
  const none: TransitionResult<AnnualState> = { ok: false, code: 'ROLE_NOT_ALLOWED', params: { state, action } }
  return (
    tried.find(({ ok }) => ok) ??
    tried.find((result) => !result.ok && result.code !== 'ROLE_NOT_ALLOWED') ??
    tried[0] ??
    none
  )
}

export function actionsOf(viewer: Viewer, state: AnnualState): readonly AnnualAction[] {
  return [...new Set(rolesOf(viewer).flatMap((role) => allowedActions(ANNUAL_STATUS, state, role)))]
}
