import { checkMonthlyChanges } from '@shebao/declaration-rules'
import type { Issue, NumberedChange } from '@shebao/declaration-rules'
import { badInput } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { bumpPersonnelRevision } from '../declaration/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { storeChange } from './change-codec.ts'
import { countChanges, deleteDraftChanges, DRAFT_VERSION, writeDraftChanges } from './changes.repository.ts'
import { loadContext } from './load-context.ts'
import { editRefusalOf, lockOwn, traceOf } from './monthly-case.ts'
import type { MonthlyEditRefusal } from './monthly-case.ts'

export const mostChanges = 50_000
/** Typed one by one or chosen together on a screen; longer lists come in parts (`upload-changes`). */
export const mostAtOnce = 100

/** EARLIER_MONTH: every month that the list names has closed; it is a list of an earlier month. */
export const saveRefusals = ['TOO_MANY_CHANGES', 'ROW_REPEATED', 'NO_SUCH_ROW', 'EARLIER_MONTH'] as const
export type SaveRefusal = (typeof saveRefusals)[number] | MonthlyEditRefusal

export type SaveChangesOutcome =
  | {
      kind: 'saved'
      declarationId: string
      revision: number
      rowNos: readonly number[]
      /** What the rules say of these rows. */
      issues: readonly Issue[]
      partsReceived?: readonly number[]
      finished?: boolean
    }
  /** Somebody else saved in between; nothing of this call was. */
  | { kind: 'conflict'; declarationId: string; revision: number }
  | { kind: 'unsaved'; declarationId: string; code: SaveRefusal; rows: readonly number[] }

export interface Draft {
  declarationId: string
  /** The revision the client worked on. */
  expectedRevision: number
  origin: string
}

/** A change as it is saved: without a row it is put behind the last one. */
export type ChangeToSave = Omit<NumberedChange, 'row'> & { readonly row?: number | undefined }

/** Keeps what was typed, complete or not: what is missing or at fault is said of each row, and refuses nothing but handing it in. */
export function saveMonthlyChanges(
  platform: Platform,
  viewer: Viewer,
  input: Draft & { changes: readonly ChangeToSave[] },
): Promise<SaveChangesOutcome> {
  if (input.changes.length === 0 || input.changes.length > mostAtOnce)
    throw badInput('changes', `1 to ${mostAtOnce} changes.`)
  return edit<SaveChangesOutcome>(platform, viewer, input, async (declaration) => {
    const { lastRow, changes: before } = await countChanges(platform, draftOf(declaration))
    if (before + input.changes.length > mostChanges) return refused(declaration, 'TOO_MANY_CHANGES')
    let next = lastRow
    const numbered = input.changes.map(({ row, draft }) => ({ row: row ?? (next += 1), draft }))
    const repeated = repeatedRows(numbered)
    if (repeated.length > 0) return refused(declaration, 'ROW_REPEATED', repeated)
    const issues = await writeChanges(platform, declaration, numbered)
    return done(platform, viewer, declaration, input, { numbered, issues })
  })
}

/** Takes changes out of the draft; the others keep their rows. */
export function removeMonthlyChanges(
  platform: Platform,
  viewer: Viewer,
  input: Draft & { rowNos: readonly number[] },
): Promise<SaveChangesOutcome> {
  if (input.rowNos.length === 0 || input.rowNos.length > 1_000) throw badInput('rowNos', '1 to 1000 rows.')
  return edit<SaveChangesOutcome>(platform, viewer, input, async (declaration) => {
    const gone = await deleteDraftChanges(platform, declaration.id, input.rowNos)
    if (gone === 0) return refused(declaration, 'NO_SUCH_ROW', input.rowNos)
    const revision = await bumpPersonnelRevision(platform, declaration.id, viewer.accountId)
    await record(platform, viewer, declaration, input, 'REMOVE_MONTHLY_CHANGES', { changes: gone, revision })
    return { kind: 'saved', declarationId: declaration.id, revision, rowNos: [], issues: [] }
  })
}

/** The draft of the unit's own declaration, locked, when it may be changed and nobody changed it meanwhile. */
export function edit<Outcome extends { kind: string }>(
  platform: Platform,
  viewer: Viewer,
  { declarationId, expectedRevision }: Draft,
  write: (declaration: DeclarationRow) => Promise<Outcome>,
): Promise<Outcome | Extract<SaveChangesOutcome, { kind: 'conflict' | 'unsaved' }>> {
  return platform.database.transaction(async () => {
    const declaration = await lockOwn(platform, viewer, declarationId, 'draft:edit')
    const refusal = editRefusalOf(declaration)
    if (refusal) return refused(declaration, refusal)
    if (declaration.personnelRevision !== expectedRevision)
      return { kind: 'conflict', declarationId, revision: declaration.personnelRevision }
    return write(declaration)
  })
}

export const refused = (
  { id }: DeclarationRow,
  code: SaveRefusal,
  rows: readonly number[] = [],
): Extract<SaveChangesOutcome, { kind: 'unsaved' }> => ({ kind: 'unsaved', declarationId: id, code, rows })

export const draftOf = ({ id }: Pick<DeclarationRow, 'id'>) => ({ declarationId: id, version: DRAFT_VERSION })

/** Checks rows by themselves and writes them with their counts; what holds between rows is said when the whole is read. */
export async function writeChanges(
  platform: Platform,
  declaration: DeclarationRow,
  changes: readonly NumberedChange[],
): Promise<readonly Issue[]> {
  const { context } = await loadContext(platform, declaration, changes)
  const issues = checkMonthlyChanges(
    changes.map(({ draft }) => draft),
    context,
    changes.map(({ row }) => row),
  )
  const counts = new Map<number, { errors: number; warnings: number }>()
  for (const { row = 0, severity } of issues) {
    const { errors, warnings } = counts.get(row) ?? { errors: 0, warnings: 0 }
    counts.set(row, severity === 'error' ? { errors: errors + 1, warnings } : { errors, warnings: warnings + 1 })
  }
  const stored = changes.map((change) => ({
    ...storeChange(platform.vault, change),
    ...(counts.get(change.row) ?? { errors: 0, warnings: 0 }),
  }))
  await writeDraftChanges(platform, declaration.id, stored)
  return issues
}

export function repeatedRows(changes: readonly NumberedChange[]): number[] {
  const seen = new Set<number>()
  return changes.flatMap(({ row }) => (seen.size === seen.add(row).size ? [row] : []))
}

async function done(
  platform: Platform,
  viewer: Viewer,
  declaration: DeclarationRow,
  input: Draft,
  { numbered, issues }: { numbered: readonly NumberedChange[]; issues: readonly Issue[] },
): Promise<SaveChangesOutcome> {
  const revision = await bumpPersonnelRevision(platform, declaration.id, viewer.accountId)
  await record(platform, viewer, declaration, input, 'SAVE_MONTHLY_CHANGES', { changes: numbered.length, revision })
  return { kind: 'saved', declarationId: declaration.id, revision, rowNos: numbered.map(({ row }) => row), issues }
}

export async function record(
  platform: Platform,
  viewer: Viewer,
  declaration: DeclarationRow,
  { origin }: Pick<Draft, 'origin'>,
  action: 'SAVE_MONTHLY_CHANGES' | 'REMOVE_MONTHLY_CHANGES' | 'MOVE_MONTHLY',
  change: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { version: _version, ...trace } = { version: 0, ...traceOf(action, declaration, change) }
  await platform.audit.record({ actorKind: 'EMPLOYER', actorId: viewer.accountId, origin, ...trace })
}
