import type { Issue } from '@shebao/declaration-rules'
import { civilDateAt } from '@shebao/kernel'
import type { Viewer } from '../../../access/viewer.ts'
import { badInput } from '../../../access/refusal.ts'
import { carryOut } from '../../../platform/carry-out.ts'
import type { LongUseCase } from '../../../platform/carry-out.ts'
import type { Platform } from '../../../platform/platform.ts'
import {
  bumpPersonnelRevision,
  countRuleFailures,
  forgetListSignature,
  noteJudged,
  requireEditableDeclaration,
} from '../declaration/index.ts'
import type { DeclarationRow, EditRefusal } from '../declaration/index.ts'
import { checkForStorage } from './check-for-storage.ts'
import { markOfRules } from './judge-anew.ts'
import {
  applyStaged,
  countAfterUpload,
  deleteAbandonedUploads,
  deleteReplaced,
  findRowsOfOtherParts,
  finishUpload,
  openUpload,
  stagePart,
} from './personnel-upload.repository.ts'
import type { PartRows, Upload, UploadMode } from './personnel-upload.repository.ts'
import { insertDraftRows } from './personnel.repository.ts'
import type { NumberedRow } from './personnel-row-codec.ts'

export const MAX_PEOPLE = 50_000
export const MAX_ROWS_IN_PART = 2_500
/** As many as the largest list needs, with room for smaller parts on a slow line. */
export const MAX_PARTS = 500
export const LONGEST_REASON = 1_000
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1_000

export const listRefusals = ['TOO_MANY_PEOPLE', 'ROW_REPEATED', 'UPLOAD_MISMATCH', 'NO_SUCH_ROW'] as const
export type ListRefusal = (typeof listRefusals)[number] | EditRefusal

export interface SavePersonnelInput {
  declarationId: string
  /** The list's revision the client worked on. */
  expectedRevision: number
  /** Chosen by the client; the parts of one list share it, and a part may be sent again. */
  uploadId: string
  mode: UploadMode
  /** From 1. */
  part: number
  ofParts: number
  rows: readonly NumberedRow[]
  /** Why, where the law asks for it: values of another list were taken over (domain 4.4). Kept with what was done. */
  reason?: string | undefined
  origin: string
}

export type SaveOutcome =
  | { kind: 'SAVED'; declarationId: string; revision: number; partsReceived: readonly number[]; finished: boolean }
  | { kind: 'CONFLICT'; declarationId: string; revision: number }
  | { kind: 'REFUSED'; declarationId: string; code: ListRefusal; rows: readonly number[] }

/**
 * Takes one part of a list. Parts are staged beside the draft in any order; the last one to come takes its place with them all at
 * once, so nobody ever sees half a list. Every answer may be lost: sending the same part again is safe at any time.
 */
export async function savePersonnel(
  platform: Platform,
  viewer: Viewer,
  input: SavePersonnelInput,
): Promise<SaveOutcome> {
  checkInput(input)
  const failed: Issue[] = []
  const outcome = await platform.database.transaction(() =>
    takePart(platform, viewer, input, (issues) => failed.push(...issues)),
  )
  // Of a list as it came from a file; what is mended in it row by row is no list of its own.
  if (outcome.kind === 'SAVED' && input.mode === 'REPLACE')
    await countRuleFailures(platform, 'ANNUAL_INSPECTION', failed)
  return outcome
}

/** From about here on a thread of its own is worth the way there. */
const manyRows = 500

/** The same from outside, where a large part keeps nobody waiting. */
export const savePersonnelBeside = (platform: Platform, viewer: Viewer, input: SavePersonnelInput) =>
  carryOut(platform, saving, viewer, input)

const saving: LongUseCase<Viewer, SavePersonnelInput, SaveOutcome> = {
  deed: 'SAVE_PERSONNEL',
  act: savePersonnel,
  isLong: (_platform, { rows }) => rows.length > manyRows,
}

async function takePart(
  platform: Platform,
  viewer: Viewer,
  input: SavePersonnelInput,
  onIssues: (issues: readonly Issue[]) => void,
): Promise<SaveOutcome> {
  const { declaration, refusal } = await requireEditableDeclaration(platform, viewer, input.declarationId)
  const refuse = (code: ListRefusal, rows: readonly number[] = []): SaveOutcome => ({
    kind: 'REFUSED',
    declarationId: declaration.id,
    code,
    rows,
  })
  if (refusal) return refuse(refusal)
  await deleteAbandonedUploads(platform, declaration.id, new Date(platform.clock.now().getTime() - ABANDONED_AFTER_MS))
  const upload = await openUpload(
    platform,
    {
      id: input.uploadId,
      declarationId: declaration.id,
      mode: input.mode,
      ofParts: input.ofParts,
      baseRevision: input.expectedRevision,
    },
    viewer.accountId,
  )
  if (!upload || !isSameUpload(upload, input)) return refuse('UPLOAD_MISMATCH')
  if (upload.finishedRevision !== null) return saved(declaration, upload.finishedRevision, upload.partsReceived, true)
  if (declaration.personnelRevision !== upload.baseRevision) {
    return { kind: 'CONFLICT', declarationId: declaration.id, revision: declaration.personnelRevision }
  }
  const repeated = await findRepeatedRows(platform, input)
  if (repeated.length > 0) return refuse('ROW_REPEATED', repeated)
  const part = { part: input.part, rowNos: input.rows.map(({ row }) => row) }
  if ((await countAfterUpload(platform, upload, part)) > MAX_PEOPLE) return refuse('TOO_MANY_PEOPLE')
  const others = upload.partsReceived.filter((received) => received !== input.part)
  if (others.length + 1 === upload.ofParts) return finish(platform, viewer, declaration, upload, part, input, onIssues)
  const rows = await checkForStorage(platform, declaration, input.rows, onIssues)
  const partsReceived = await stagePart(platform, upload.id, { part: input.part, rows })
  return saved(declaration, declaration.personnelRevision, partsReceived, false)
}

function checkInput({ part, ofParts, rows, expectedRevision, reason = '' }: SavePersonnelInput): void {
  if (reason.length > LONGEST_REASON) throw badInput('reason', `At most ${LONGEST_REASON} characters.`)
  if (ofParts < 1 || ofParts > MAX_PARTS) throw badInput('ofParts', `Between 1 and ${MAX_PARTS} parts.`)
  if (part < 1 || part > ofParts) throw badInput('part', 'Between 1 and ofParts.')
  if (expectedRevision < 0) throw badInput('expectedRevision', 'Not negative.')
  if (rows.length > MAX_ROWS_IN_PART) throw badInput('rows', `At most ${MAX_ROWS_IN_PART} rows in a part.`)
}

function isSameUpload(upload: Upload, input: SavePersonnelInput): boolean {
  return (
    upload.declarationId === input.declarationId &&
    upload.mode === input.mode &&
    upload.ofParts === input.ofParts &&
    upload.baseRevision === input.expectedRevision
  )
}

async function findRepeatedRows(platform: Platform, { uploadId, part, rows }: SavePersonnelInput): Promise<number[]> {
  const seen = new Set<number>()
  const twice = rows.flatMap(({ row }) => (seen.size === seen.add(row).size ? [row] : []))
  return twice.length > 0 ? twice : findRowsOfOtherParts(platform, uploadId, part, [...seen])
}

/** The database clears the draft and fills it with what was staged while the last part is looked at here. */
async function finish(
  platform: Platform,
  viewer: Viewer,
  declaration: DeclarationRow,
  upload: Upload,
  part: PartRows,
  { origin, reason, rows: lastRows }: SavePersonnelInput,
  onIssues: (issues: readonly Issue[]) => void,
): Promise<SaveOutcome> {
  const rows = await checkForStorage(platform, declaration, lastRows, onIssues, {
    whileHashed: () => deleteReplaced(platform, upload, part),
    whileSealed: () => applyStaged(platform, upload, part.part),
  })
  await insertDraftRows(platform, declaration.id, rows)
  const revision = await bumpPersonnelRevision(platform, declaration.id, viewer.accountId)
  const partsReceived = await finishUpload(platform, upload, part.part, revision)
  // A signature given once for the whole list was given for that list (domain 4.3).
  if (upload.mode === 'REPLACE') {
    await forgetListSignature(platform, declaration.id)
    // Parts that came on another day were judged by that day.
    if (civilDateAt(upload.createdAt) === platform.clock.today())
      await noteJudged(platform, declaration.id, await markOfRules(platform, declaration))
  }
  await platform.audit.record({
    actorKind: 'EMPLOYER',
    actorId: viewer.accountId,
    origin,
    action: 'SAVE_PERSONNEL',
    recordType: 'Declaration',
    recordId: declaration.id,
    reason: reason?.trim() || undefined,
    change: { mode: upload.mode, parts: upload.ofParts, revision },
  })
  return saved(declaration, revision, partsReceived, true)
}

function saved(
  declaration: DeclarationRow,
  revision: number,
  partsReceived: readonly number[],
  finished: boolean,
): SaveOutcome {
  return {
    kind: 'SAVED',
    declarationId: declaration.id,
    revision,
    partsReceived: [...partsReceived].sort((a, b) => a - b),
    finished,
  }
}
