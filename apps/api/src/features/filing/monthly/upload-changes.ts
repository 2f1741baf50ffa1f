import { rowsOfClosedMonths } from '@shebao/declaration-rules'
import type { Issue, MonthlyChangeDraft, NumberedChange } from '@shebao/declaration-rules'
import { badInput } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { bumpPersonnelRevision, countRuleFailures } from '../declaration/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { countChanges, deleteDraftChanges } from './changes.repository.ts'
import { datesOf } from './load-context.ts'
import { draftOf, edit, mostChanges, record, refused, repeatedRows, writeChanges } from './save-changes.ts'
import type { Draft, SaveChangesOutcome } from './save-changes.ts'
import { deleteParts, listParts, stagePart } from './upload.repository.ts'

export const uploadModes = ['REPLACE', 'ADD'] as const
export type MonthlyUploadMode = (typeof uploadModes)[number]

export const mostRowsInPart = 2_500
const mostParts = 500
const abandonedAfterMs = 24 * 60 * 60 * 1_000

export interface PartOfList extends Draft {
  /** Chosen by the client; the parts of one list share it, and a part may be sent again. */
  uploadId: string
  /** From 1. */
  part: number
  ofParts: number
}

/** Rows of a file as it numbers them. */
export type UploadedChange = NumberedChange

/**
 * Takes one part of a list of changes. Parts wait beside the draft in any order; with the last one they all become changes at once,
 * so nobody ever sees half a list. Every answer may be lost: sending the same part again is safe.
 */
export async function uploadMonthlyChanges(
  platform: Platform,
  viewer: Viewer,
  input: PartOfList & { mode: MonthlyUploadMode; rows: readonly UploadedChange[] },
): Promise<SaveChangesOutcome> {
  const outcome = await edit<SaveChangesOutcome>(platform, viewer, input, async (declaration) => {
    const gathered = await gatherParts<UploadedChange>(platform, declaration, input)
    if ('waiting' in gathered) return gathered.waiting
    return takeList(platform, viewer, declaration, input, gathered.rows)
  })
  if (outcome.kind === 'saved') await countRuleFailures(platform, 'MONTHLY', outcome.issues)
  return outcome
}

/** All rows of the list once its last part is here; before, the answer that further parts are awaited. */
export async function gatherParts<Row>(
  platform: Platform,
  declaration: DeclarationRow,
  input: PartOfList & { rows: readonly Row[] },
): Promise<{ rows: Row[] } | { waiting: SaveChangesOutcome }> {
  const { uploadId, part, ofParts, rows } = input
  if (ofParts < 1 || ofParts > mostParts) throw badInput('ofParts', `Between 1 and ${mostParts} parts.`)
  if (part < 1 || part > ofParts) throw badInput('part', 'Between 1 and ofParts.')
  if (rows.length > mostRowsInPart) throw badInput('rows', `At most ${mostRowsInPart} rows in a part.`)
  const { vault, clock } = platform
  const declarationId = declaration.id
  if (ofParts === 1) return { rows: [...rows] }
  await stagePart(platform, { uploadId, part, declarationId, sealed: vault.seal(rows) })
  const parts = await listParts(platform, { uploadId, declarationId })
  if (parts.length < ofParts) {
    const { personnelRevision: revision } = declaration
    const partsReceived = parts.map((one) => one.part)
    return {
      waiting: { kind: 'saved', declarationId, revision, rowNos: [], issues: [], partsReceived, finished: false },
    }
  }
  const before = new Date(clock.now().getTime() - abandonedAfterMs)
  await deleteParts(platform, { uploadId, declarationId, before })
  return { rows: parts.flatMap(({ sealed }) => vault.open<Row[]>(sealed)) }
}

async function takeList(
  platform: Platform,
  viewer: Viewer,
  declaration: DeclarationRow,
  input: PartOfList & { mode: MonthlyUploadMode },
  rows: readonly UploadedChange[],
): Promise<SaveChangesOutcome> {
  const repeated = repeatedRows(rows)
  if (repeated.length > 0) return refused(declaration, 'ROW_REPEATED', repeated.slice(0, 100))
  const earlier = rowsOfClosedMonths(rows, await datesOf(platform, declaration))
  if (earlier.length > 0) return refused(declaration, 'EARLIER_MONTH', earlier.slice(0, 100))
  const { changes: before, lastRow } = await countChanges(platform, draftOf(declaration))
  const replaces = input.mode === 'REPLACE'
  if (rows.length + (replaces ? 0 : before) > mostChanges) return refused(declaration, 'TOO_MANY_CHANGES')
  if (replaces) await deleteDraftChanges(platform, declaration.id, 'ALL')
  // A list that is added goes behind what is there; one that replaces keeps the rows of its file.
  const numbered = replaces ? rows : rows.map(({ draft }, index) => ({ row: lastRow + index + 1, draft }))
  return putList(platform, viewer, declaration, input, numbered, input.mode)
}

/** Writes a whole list, some thousand rows at a time, and counts the revision up once. */
export async function putList(
  platform: Platform,
  viewer: Viewer,
  declaration: DeclarationRow,
  input: Draft,
  numbered: readonly { row: number; draft: MonthlyChangeDraft }[],
  mode: string,
): Promise<Extract<SaveChangesOutcome, { kind: 'saved' }>> {
  const issues: Issue[] = []
  for (let start = 0; start < numbered.length; start += mostRowsInPart) {
    for (const issue of await writeChanges(platform, declaration, numbered.slice(start, start + mostRowsInPart)))
      if (issues.length < mostIssues) issues.push(issue)
  }
  const revision = await bumpPersonnelRevision(platform, declaration.id, viewer.accountId)
  await record(platform, viewer, declaration, input, 'SAVE_MONTHLY_CHANGES', {
    changes: numbered.length,
    revision,
    mode,
  })
  return {
    kind: 'saved',
    declarationId: declaration.id,
    revision,
    rowNos: numbered.slice(0, 100).map(({ row }) => row),
    issues,
    partsReceived: [],
    finished: true,
  }
}

/** What one answer says of a list; the rest is read page by page. */
const mostIssues = 1_000
