import type { Issue } from '@shebao/declaration-rules'
import { badInput } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { bumpPersonnelRevision, requireEditableDeclaration } from '../declaration/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { checkForStorage } from './check-for-storage.ts'
import { loadRowIssues } from './load-row-issues.ts'
import {
  countPersonnel,
  deleteDraftRows,
  DRAFT_VERSION,
  findPersonnelRow,
  upsertDraftRows,
} from './personnel.repository.ts'
import { openRow, storeRow } from './personnel-row-codec.ts'
import { MAX_PEOPLE } from './save-personnel.ts'
import type { ListRefusal, SaveOutcome } from './save-personnel.ts'
import type { PersonnelDraft } from '@shebao/roster'

export interface SaveRecordInput {
  declarationId: string
  expectedRevision: number
  /** Absent to add a person; they get the next free row. */
  rowNo: number | undefined
  draft: PersonnelDraft
  /** The window's button: refuses while a rule finds an error. Otherwise whatever was typed is kept. */
  confirm: boolean
  origin: string
}

export type SaveRecordOutcome =
  | { kind: 'RECORD_SAVED'; declarationId: string; revision: number; rowNo: number; issues: readonly Issue[] }
  | { kind: 'INCOMPLETE'; declarationId: string; issues: readonly Issue[] }
  | Exclude<SaveOutcome, { kind: 'SAVED' }>

/** Keeps one person of the draft, as the declaration window has them. */
export async function savePersonnelRecord(
  platform: Platform,
  viewer: Viewer,
  input: SaveRecordInput,
): Promise<SaveRecordOutcome> {
  return platform.database.transaction(async () => {
    const { declaration, refusal } = await requireEditableDeclaration(platform, viewer, input.declarationId)
    const refuse = (code: ListRefusal): SaveRecordOutcome => ({
      kind: 'REFUSED',
      declarationId: declaration.id,
      code,
      rows: [],
    })
    if (refusal) return refuse(refusal)
    if (declaration.personnelRevision !== input.expectedRevision) return conflict(declaration)
    const counts = await countPersonnel(platform, declaration.id, DRAFT_VERSION)
    if (input.rowNo === undefined && counts.people >= MAX_PEOPLE) return refuse('TOO_MANY_PEOPLE')
    const known =
      input.rowNo === undefined
        ? undefined
        : await findPersonnelRow(platform, declaration.id, DRAFT_VERSION, input.rowNo)
    if (input.rowNo !== undefined && !known) return refuse('NO_SUCH_ROW')
    const rowNo = input.rowNo ?? counts.lastRow + 1
    const before = known && openRow(platform.vault, known)
    // Digits that a file lost are not found again by changing something else.
    const stillLost = before?.idDigitsLost === true && before.draft.idNumber === input.draft.idNumber
    const row = { row: rowNo, draft: input.draft, ...(stillLost ? { idDigitsLost: true } : {}) }
    const issues = await loadRowIssues(platform, declaration, row)
    if (input.confirm && issues.some(({ severity }) => severity === 'error'))
      return { kind: 'INCOMPLETE', declarationId: declaration.id, issues }
    await upsertDraftRows(platform, declaration.id, await checkForStorage(platform, declaration, [row]))
    const revision = await bumpPersonnelRevision(platform, declaration.id, viewer.accountId)
    const { idMasked, nameMasked } = storeRow(platform.vault, row)
    await platform.audit.record({
      actorKind: 'EMPLOYER',
      actorId: viewer.accountId,
      origin: input.origin,
      action: input.rowNo === undefined ? 'ADD_PERSON' : 'EDIT_PERSON',
      recordType: 'Declaration',
      recordId: declaration.id,
      change: { rowNo, idMasked, nameMasked, revision },
    })
    return { kind: 'RECORD_SAVED', declarationId: declaration.id, revision, rowNo, issues }
  })
}

function conflict(declaration: DeclarationRow): { kind: 'CONFLICT'; declarationId: string; revision: number } {
  return { kind: 'CONFLICT', declarationId: declaration.id, revision: declaration.personnelRevision }
}

export interface RemoveInput {
  declarationId: string
  expectedRevision: number
  rowNos: readonly number[]
  origin: string
}

/** Takes people out of the draft; the rest keep their rows. */
export async function removePersonnelRecords(
  platform: Platform,
  viewer: Viewer,
  input: RemoveInput,
): Promise<SaveOutcome> {
  if (input.rowNos.length === 0 || input.rowNos.length > MAX_PEOPLE)
    throw badInput('rowNos', `Between 1 and ${MAX_PEOPLE} rows.`)
  return platform.database.transaction(async () => {
    const { declaration, refusal } = await requireEditableDeclaration(platform, viewer, input.declarationId)
    if (refusal) return { kind: 'REFUSED', declarationId: declaration.id, code: refusal, rows: [] }
    if (declaration.personnelRevision !== input.expectedRevision) return conflict(declaration)
    const removed = await deleteDraftRows(platform, declaration.id, input.rowNos)
    if (removed === 0)
      return { kind: 'REFUSED', declarationId: declaration.id, code: 'NO_SUCH_ROW', rows: input.rowNos }
    const revision = await bumpPersonnelRevision(platform, declaration.id, viewer.accountId)
    await platform.audit.record({
      actorKind: 'EMPLOYER',
      actorId: viewer.accountId,
      origin: input.origin,
      action: 'REMOVE_PERSONNEL',
      recordType: 'Declaration',
      recordId: declaration.id,
      change: { removed, revision },
    })
    return { kind: 'SAVED', declarationId: declaration.id, revision, partsReceived: [], finished: true }
  })
}
