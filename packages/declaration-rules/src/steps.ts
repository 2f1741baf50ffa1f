import type { AnnualState } from './annual-states.ts'
import { ANNUAL_STATES } from './annual-states.ts'
import type { Issue } from './issue.ts'
import { findUnitField } from './unit-fields.ts'
import type { UnitSection } from './unit-choices.ts'
import { UNIT_SECTIONS } from './unit-choices.ts'

export const STEP_IDS = [...UNIT_SECTIONS, 'personnel', 'compare', 'review', 'print', 'paper'] as const
export type StepId = (typeof STEP_IDS)[number]

/** `todo` can be worked on, `blocked` waits for `blockedBy`. */
export type StepState = 'done' | 'todo' | 'blocked'
export type BlockCode =
  | 'PERSONNEL_FIRST'
  | 'INCOMPLETE'
  | 'ROSTER_STALE'
  | 'NOT_RESOLVED'
  | 'SUBMIT_FIRST'
  | 'APPROVAL_FIRST'

export interface Step {
  readonly id: StepId
  readonly group: 'unit' | 'people' | 'finish'
  readonly state: StepState
  /** Errors to clear in this step. */
  readonly missing: number
  readonly warnings: number
  /** Paths to jump to, in the order of the form. */
  readonly paths: readonly string[]
  readonly blockedBy?: BlockCode
}

export interface StepFacts {
  readonly state: AnnualState
  readonly people: number
  readonly issues: readonly Issue[]
}

/** One pure list drives progress, navigation and the jump links (domain 4.1). */
export function stepsOf(facts: StepFacts): readonly Step[] {
  const byStep = groupByStep(facts.issues)
  const editable = isBefore(facts.state, 'SUBMITTED') || facts.state === 'RETURNED'
  const steps: Step[] = UNIT_SECTIONS.map((section) => workStep(section, 'unit', byStep))
  const personnel = workStep('personnel', 'people', byStep)
  steps.push(facts.people === 0 && editable && personnel.missing === 0 ? { ...personnel, state: 'todo' } : personnel)
  steps.push(compareStep(facts, byStep, editable))
  steps.push(reviewStep(facts, steps, editable))
  steps.push(finishStep('print', facts.state, 'SUBMITTED', 'PRINTED', 'SUBMIT_FIRST'))
  // Paper on the desk was printed, whoever noted it: what it waits for is the office's acceptance alone.
  steps.push(finishStep('paper', facts.state, 'APPROVED', 'PAPER_FILED', paperBlock(facts.state)))
  return steps
}

/** The first step that can be worked on. */
export function nextStep(steps: readonly Step[]): Step | undefined {
  return steps.find((step) => step.state === 'todo')
}

/** Where an issue is put right. */
export function stepOfIssue(issue: Pick<Issue, 'path' | 'field'>): StepId {
  if (issue.path.startsWith('comparison')) return 'compare'
  if (!issue.path.startsWith('unit.')) return 'personnel'
  const section: UnitSection | undefined = findUnitField(issue.field)?.section
  return section ?? 'basics'
}

function groupByStep(issues: readonly Issue[]): Map<StepId, Issue[]> {
  const groups = new Map<StepId, Issue[]>()
  for (const issue of issues) {
    const id = stepOfIssue(issue)
    const group = groups.get(id)
    if (group === undefined) groups.set(id, [issue])
    else group.push(issue)
  }
  return groups
}

function workStep(id: StepId, group: Step['group'], byStep: Map<StepId, Issue[]>): Step {
  const issues = byStep.get(id) ?? []
  const errors = issues.filter((issue) => issue.severity === 'error')
  return {
    id,
    group,
    state: errors.length === 0 ? 'done' : 'todo',
    missing: errors.length,
    warnings: issues.length - errors.length,
    paths: issues.map((issue) => issue.path),
  }
}

function compareStep(facts: StepFacts, byStep: Map<StepId, Issue[]>, editable: boolean): Step {
  const step = workStep('compare', 'people', byStep)
  if (!editable) return { ...step, state: 'done' }
  if (facts.people === 0) return { ...step, state: 'blocked', blockedBy: 'PERSONNEL_FIRST' }
  const compared = facts.state === 'COMPARED' || facts.state === 'READY'
  return { ...step, state: compared && step.missing === 0 ? 'done' : 'todo' }
}

function reviewStep(facts: StepFacts, before: readonly Step[], editable: boolean): Step {
  const missing = before.reduce((sum, step) => sum + step.missing, 0)
  const warnings = before.reduce((sum, step) => sum + step.warnings, 0)
  const base = { id: 'review', group: 'finish', missing: 0, warnings, paths: [] } as const
  if (!editable) return { ...base, state: 'done' }
  const open = before.find((step) => step.state !== 'done')
  if (missing === 0 && open === undefined) return { ...base, state: 'todo' }
  return { ...base, state: 'blocked', blockedBy: missing > 0 ? blockOf(facts.issues) : 'NOT_RESOLVED' }
}

/** Names the obstacle that is left when everything else is filled; otherwise plainly incomplete. */
function blockOf(issues: readonly Issue[]): BlockCode {
  const errors = issues.filter((issue) => issue.severity === 'error')
  const left = new Set(errors.map((issue) => issue.code))
  if (left.size === 1 && left.has('ROSTER_STALE')) return 'ROSTER_STALE'
  return left.size === 1 && left.has('NOT_RESOLVED') ? 'NOT_RESOLVED' : 'INCOMPLETE'
}

function finishStep(
  id: 'print' | 'paper',
  state: AnnualState,
  opensAt: AnnualState,
  doneAt: AnnualState,
  blockedBy: BlockCode,
): Step {
  const base = { id, group: 'finish', missing: 0, warnings: 0, paths: [] } as const
  if (state === 'RETURNED' || isBefore(state, opensAt)) return { ...base, state: 'blocked', blockedBy }
  return { ...base, state: isBefore(state, doneAt) ? 'todo' : 'done' }
}

function paperBlock(state: AnnualState): BlockCode {
  return state === 'SUBMITTED' || state === 'UNDER_REVIEW' ? 'APPROVAL_FIRST' : 'SUBMIT_FIRST'
}

function isBefore(state: AnnualState, other: AnnualState): boolean {
  return ANNUAL_STATES.indexOf(state) < ANNUAL_STATES.indexOf(other)
}
