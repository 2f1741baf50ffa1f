import type { PersonnelDraft } from '@shebao/roster'
import type { Kept } from '../comparison/index.ts'

/** One row of the own list before and after; undefined where it was, or is, not on the list. */
export interface RowChange {
  row: number
  before: PersonnelDraft | undefined
  after: PersonnelDraft | undefined
}

export const STEP_KINDS = ['EDIT', 'BULK', 'PASTE', 'TAKE', 'REMOVE', 'KEEP', 'RESTORE'] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** What one key or one button did, however many rows it changed: it is undone as a whole. */
export interface Step {
  kind: StepKind
  changes: readonly RowChange[]
  /** KEEP: the differences that the office noted as meant so; no row changes. */
  kept?: Kept
}

export interface ChangeLog {
  done: readonly Step[]
  undone: readonly Step[]
}

export const emptyLog: ChangeLog = { done: [], undone: [] }

/** Rows that all steps together hold; the oldest steps are forgotten beyond, the newest never is. */
export const ROWS_KEPT = 400_000

export function withStep({ done }: ChangeLog, step: Step): ChangeLog {
  const steps = [...done, step]
  let rows = steps.reduce((sum, one) => sum + rowsOf(one), 0)
  while (steps.length > 1 && rows > ROWS_KEPT) rows -= rowsOf(steps.shift())
  return { done: steps, undone: [] }
}

export function undoStep({ done, undone }: ChangeLog): { log: ChangeLog; step: Step } | undefined {
  const step = done.at(-1)
  return step && { log: { done: done.slice(0, -1), undone: [...undone, step] }, step: reversed(step) }
}

export function redoStep({ done, undone }: ChangeLog, kept?: Kept): { log: ChangeLog; step: Step } | undefined {
  const last = undone.at(-1)
  const step = last && kept ? { ...last, kept } : last
  return step && { log: { done: [...done, step], undone: undone.slice(0, -1) }, step }
}

const rowsOf = (step: Step | undefined): number => (step ? step.changes.length + (step.kept?.ids.length ?? 0) : 0)

const reversed = ({ changes, ...step }: Step): Step => ({
  ...step,
  changes: changes.map(({ row, before, after }) => ({ row, before: after, after: before })),
})
