import { findUnitField } from '@shebao/declaration-rules'
import type { RefusalCode } from '@shebao/declaration-rules'
import type { Viewer } from '../../../graphql/context.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { annualState, decide } from '../declaration/declaration.policy.ts'
import type { DeclarationRow } from '../declaration/declaration.repository.ts'
import { insertEvent, insertNotes, lockDeclaration, updateStatus } from '../declaration/declaration.repository.ts'

/** `VERSION_CHANGED`: the clerk has submitted another version than the one that was looked at. */
export type ReviewRefusal = RefusalCode | 'VERSION_CHANGED'

export type ReviewOutcome =
  | { kind: 'done'; declaration: DeclarationRow }
  | { kind: 'refused'; declaration: DeclarationRow; code: ReviewRefusal }

export interface ReviewInput {
  declarationId: string
  /** The version that is being judged. */
  version: number
  origin: string
}

export interface NoteInput {
  /** Where the defect is: `unit.bankName`, `personnel[3].idNumber`, `personnel.*`, `comparison`. */
  path: string
  text: string
}

const mostNotes = 100
const longestNote = 500

/** Whoever starts the review may return the declaration, but somebody else accepts it (four eyes, domain 9). */
export function startReview(platform: Platform, viewer: Viewer, input: ReviewInput): Promise<ReviewOutcome> {
  return act(platform, viewer, input, 'START_REVIEW')
}

/** Sends the declaration back with every defect named at its field (domain 3.2). The next submission is version n+1. */
export function returnDeclaration(
  platform: Platform,
  viewer: Viewer,
  input: ReviewInput & { notes: readonly NoteInput[] },
): Promise<ReviewOutcome> {
  const notes = input.notes.map(({ path, text }) => ({ path: path.trim(), text: text.trim() }))
  checkNotes(notes)
  return act(platform, viewer, input, 'RETURN', (declaration) =>
    insertNotes(platform, declaration, viewer.accountId, notes),
  )
}

function checkNotes(notes: readonly NoteInput[]): void {
  if (notes.length === 0) throw badInput('notes', 'Name at least one defect.')
  if (notes.length > mostNotes) throw badInput('notes', `At most ${mostNotes} notes.`)
  for (const { path, text } of notes) {
    if (!isNotePath(path))
      throw badInput('notes.path', 'A note stands at a field of the unit form, at a person or at the comparison.')
    if (text === '' || text.length > longestNote) throw badInput('notes.text', `1 to ${longestNote} characters.`)
  }
}

function isNotePath(path: string): boolean {
  if (path.startsWith('unit.')) return findUnitField(path.slice('unit.'.length)) !== undefined
  return /^personnel(\[\d+\]|\.\*)(\.[A-Za-z.]+)?$/.test(path) || path === 'comparison'
}

async function act(
  platform: Platform,
  viewer: Viewer,
  input: ReviewInput,
  action: 'START_REVIEW' | 'RETURN',
  alsoDo: (declaration: DeclarationRow) => Promise<void> = async () => undefined,
): Promise<ReviewOutcome> {
  return platform.database.transaction(async () => {
    const declaration = await lockDeclaration(platform, input.declarationId)
    if (!declaration || viewer.kind !== 'STAFF') throw notFound('declaration')
    if (declaration.version !== input.version) return { kind: 'refused', declaration, code: 'VERSION_CHANGED' }
    const decision = decide(viewer, annualState(declaration.status), action)
    if (!decision.ok) return { kind: 'refused', declaration, code: decision.code }
    const next = await updateStatus(platform, declaration.id, { status: decision.next })
    await alsoDo(declaration)
    await insertEvent(platform, next, { action, status: decision.next, viewer })
    await platform.audit.record({
      actorKind: 'STAFF',
      actorId: viewer.accountId,
      role: viewer.roles.join(' '),
      origin: input.origin,
      action: `${action}_DECLARATION`,
      recordType: 'Declaration',
      recordId: declaration.id,
      change: { version: declaration.version, status: decision.next },
    })
    return { kind: 'done', declaration: next }
  })
}
