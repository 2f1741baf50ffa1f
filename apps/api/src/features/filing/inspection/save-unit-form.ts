import { answerField, findUnitField, readAnswer, UnitDraft, writeAnswer } from '@shebao/declaration-rules'
import type { Viewer } from '../../../access/viewer.ts'
import { badInput } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { openUnitForm, requireEditableDeclaration, sealUnitForm, updateUnitForm } from '../declaration/index.ts'
import type { DeclarationRow, EditRefusal, OpenUnitForm } from '../declaration/index.ts'

export interface SaveUnitFormInput {
  declarationId: string
  /** The revision the changes were made on. */
  expectedRevision: number
  /** Changed answers by path (`staffTotal`, `insuredCount.PENSION`, `raw.staffTotal`); null takes an answer away. */
  changes: unknown
}

export interface AnswerConflict {
  path: string
  mine: unknown
  theirs: unknown
}

export type SaveUnitFormOutcome =
  | { kind: 'saved'; declaration: DeclarationRow; savedAt: Date; mergedPaths: readonly string[] }
  | { kind: 'conflict'; declaration: DeclarationRow; savedAt: Date; conflicts: readonly AnswerConflict[] }
  | { kind: 'refused'; declaration: DeclarationRow; reason: EditRefusal }

const mostChanges = 200

/**
 * Saves changed answers of the draft; only their shape is checked. Two clerks who changed different answers are merged;
 * the same answer changed to different values is a conflict, and then nothing of this call is saved.
 */
export async function saveUnitForm(
  platform: Platform,
  viewer: Viewer,
  input: SaveUnitFormInput,
): Promise<SaveUnitFormOutcome> {
  const changes = readChanges(input.changes)
  return platform.database.transaction(async () => {
    const { declaration, refusal } = await requireEditableDeclaration(platform, viewer, input.declarationId)
    if (refusal) return { kind: 'refused', declaration, reason: refusal }
    const stored = openUnitForm(platform.vault, declaration)
    const since = input.expectedRevision
    const conflicts = findConflicts(stored, changes, since)
    if (conflicts.length > 0) return { kind: 'conflict', declaration, savedAt: declaration.updatedAt, conflicts }
    const mergedPaths = Object.keys(stored.changedIn).filter(
      (path) => (stored.changedIn[path] ?? 0) > since && !changes.has(path),
    )
    const next = applyChanges(stored, changes, declaration.unitRevision + 1)
    if (!next) return { kind: 'saved', declaration, savedAt: declaration.updatedAt, mergedPaths }
    const saved = await updateUnitForm(platform, declaration.id, sealUnitForm(platform.vault, next), viewer.accountId)
    return { kind: 'saved', declaration: saved, savedAt: saved.updatedAt, mergedPaths }
  })
}

function readChanges(changes: unknown): ReadonlyMap<string, unknown> {
  if (typeof changes !== 'object' || changes === null || Array.isArray(changes)) {
    throw badInput('changes', 'An object of answers by path is needed.')
  }
  const entries = Object.entries(changes)
  if (entries.length > mostChanges) throw badInput('changes', `At most ${mostChanges} answers at once.`)
  for (const [path] of entries) {
    const field = findUnitField(answerField(path))
    if (!field) throw badInput('changes', `There is no answer ${path.slice(0, 60)}.`)
    if (field.readOnly) throw badInput('changes', `${field.name} comes from the register or the list and is not typed.`)
  }
  return new Map(entries)
}

/** An answer and what could not be read of it stand for each other: changing one is changing the same field. */
function findConflicts(
  { draft, changedIn }: OpenUnitForm,
  changes: ReadonlyMap<string, unknown>,
  since: number,
): AnswerConflict[] {
  const conflicts: AnswerConflict[] = []
  for (const [path, mine] of changes) {
    if ((changedIn[path] ?? 0) <= since) continue
    const theirs = readAnswer(draft, path)
    if (!sameAnswer(mine, theirs)) conflicts.push({ path, mine, theirs: theirs ?? null })
  }
  return conflicts
}

/** The form with the changes in, or undefined when they change nothing. */
function applyChanges(
  stored: OpenUnitForm,
  changes: ReadonlyMap<string, unknown>,
  revision: number,
): OpenUnitForm | undefined {
  let draft: UnitDraft = stored.draft
  const changedIn: Record<string, number> = { ...stored.changedIn }
  let changed = false
  for (const [path, answer] of changes) {
    if (sameAnswer(answer, readAnswer(draft, path))) continue
    draft = writeAnswer(draft, path, answer)
    changedIn[path] = revision
    changed = true
  }
  if (!changed) return undefined
  const shaped = UnitDraft.safeParse(draft)
  if (!shaped.success) {
    const path = shaped.error.issues[0]?.path.join('.') ?? 'changes'
    throw badInput(path, `${path} has another shape than the form; text that cannot be read belongs in raw.`)
  }
  return { draft: shaped.data, changedIn }
}

function sameAnswer(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
}
