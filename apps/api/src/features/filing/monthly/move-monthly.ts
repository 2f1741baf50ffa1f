import { addMonths, period as toPeriod } from '@shebao/kernel'
import { isAdd, isStop } from '@shebao/declaration-rules'
import type { MonthlyChangeDraft } from '@shebao/declaration-rules'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { moveMonthly as moveDeclaration } from '../declaration/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { loadChanges } from './evaluate-monthly.ts'
import { editRefusalOf, lockOwn, periodOf } from './monthly-case.ts'
import type { MonthlyEditRefusal } from './monthly-case.ts'
import { monthlyWindow } from './monthly-window.ts'
import { record, writeChanges } from './save-changes.ts'

export type MoveOutcome =
  | { kind: 'moved'; declarationId: string }
  | { kind: 'conflict'; declarationId: string; revision: number }
  /** NOT_NEEDED: the month is still open. MONTH_TAKEN: the next one has its own declaration already. */
  | { kind: 'not-moved'; declarationId: string; code: MonthlyEditRefusal | 'NOT_NEEDED' | 'MONTH_TAKEN' }

/**
 * The cut-off passed while the form was open: everything that was typed moves to the month that is open now, with the months of the
 * changes that were about the closed one. Nothing is typed again.
 */
export function moveMonthly(
  platform: Platform,
  viewer: Viewer,
  input: { declarationId: string; expectedRevision: number; origin: string },
): Promise<MoveOutcome> {
  return platform.database.transaction(async () => {
    const declaration = await lockOwn(platform, viewer, input.declarationId, 'draft:edit')
    const { id: declarationId } = declaration
    const refusal = editRefusalOf(declaration)
    if (refusal) return { kind: 'not-moved', declarationId, code: refusal }
    if (declaration.personnelRevision !== input.expectedRevision)
      return { kind: 'conflict', declarationId, revision: declaration.personnelRevision }
    const window = await monthlyWindow(platform, declaration.employerId)
    if (declaration.filing !== 'REGULAR' || declaration.status === 'RETURNED' || periodOf(declaration) >= window.open)
      return { kind: 'not-moved', declarationId, code: 'NOT_NEEDED' }
    const to = { period: window.open, dueOn: window.due }
    if (!(await moveDeclaration(platform, declarationId, to)))
      return { kind: 'not-moved', declarationId, code: 'MONTH_TAKEN' }
    await moveChanges(platform, { ...declaration, period: window.open }, window.open)
    const change = { period: window.open, revision: declaration.personnelRevision + 1 }
    await record(platform, viewer, declaration, input, 'MOVE_MONTHLY', change)
    return { kind: 'moved', declarationId }
  })
}

async function moveChanges(platform: Platform, declaration: DeclarationRow, open: string): Promise<void> {
  const changes = await loadChanges(platform, declaration, 0)
  await writeChanges(
    platform,
    declaration,
    changes.map(({ row, draft }) => ({ row, draft: movedTo(draft, open) })),
  )
}

function movedTo(draft: MonthlyChangeDraft, open: string): MonthlyChangeDraft {
  const { changeType: type, effectivePeriod, lastPayablePeriod } = draft
  if (type === undefined) return draft
  if (isStop(type))
    return lastPayablePeriod !== undefined && lastPayablePeriod < open
      ? { ...draft, lastPayablePeriod: open, effectivePeriod: addMonths(toPeriod(open), 1) }
      : draft
  const late = effectivePeriod !== undefined && effectivePeriod < open
  return late && (isAdd(type) || type === 'BASE_CHANGE' || type === 'INFO_CHANGE')
    ? { ...draft, effectivePeriod: open }
    : draft
}
