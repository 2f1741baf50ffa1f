import type { PersonnelDraft } from '@shebao/roster'

/** One row of the own list before and after; undefined where it was, or is, not on the list. */
export interface RowChange {
  row: number
  before: PersonnelDraft | undefined
  after: PersonnelDraft | undefined
}

export const STEP_KINDS = ['EDIT', 'BULK', 'PASTE', 'TAKE', 'REMOVE', 'RESTORE'] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** What one key or one button did, however many rows it changed: it is undone as a whole. */
export interface Step {
  kind: StepKind
  changes: readonly RowChange[]
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
  let rows = steps.reduce((sum, { changes }) => sum + changes.length, 0)
  while (steps.length > 1 && rows > ROWS_KEPT) rows -= steps.shift()?.changes.length ?? 0
  return { done: steps, undone: [] }
}

export function undoStep({ done, undone }: ChangeLog): { log: ChangeLog; step: Step } | undefined {
  const step = done.at(-1)
  return step && { log: { done: done.slice(0, -1), undone: [...undone, step] }, step: reversed(step) }
}

export function redoStep({ done, undone }: ChangeLog): { log: ChangeLog; step: Step } | undefined {
  const step = undone.at(-1)
  return step && { log: { done: [...done, step], undone: undone.slice(0, -1) }, step }
}

const reversed = ({ kind, changes }: Step): Step => ({
  kind,
  changes: changes.map(({ row, before, after }) => ({ row, before: after, after: before })),
})
