import { ANNUAL_STATES, annualLifecycle } from '@shebao/declaration-rules'
import type { AnnualEvent, AnnualState } from '@shebao/declaration-rules'
import { may } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'

export const editRefusals = ['ALREADY_SUBMITTED', 'UNDER_REVIEW', 'FINISHED'] as const
export type EditRefusal = (typeof editRefusals)[number]

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

/** What somebody may try with a declaration that has come so far; a draft is submitted when nothing is missing in it. */
export function actionsOf(viewer: Viewer, state: AnnualState): readonly AnnualEvent[] {
  const standing = annualLifecycle.states.find((known) => known === state)
  if (standing === undefined || (isDraft(state) && state !== 'READY')) return []
  return annualLifecycle.steps
    .filter(({ from, who }) => from.includes(standing) && may(viewer, who))
    .map(({ event }) => event)
}
