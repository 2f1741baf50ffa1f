import { findUnitField } from '@shebao/declaration-rules'
import type { Viewer } from '../../../access/viewer.ts'
import { badInput } from '../../../access/refusal.ts'
import { noFacts, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { declarationCase, insertNotes, traceOf, updateStatus } from '../declaration/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { requireReviewer, reviewOutcome } from './review-step.ts'
import type { ReviewInput, ReviewOutcome } from './review-step.ts'

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

const actions = { START_REVIEW: 'START_REVIEW_DECLARATION', RETURN: 'RETURN_DECLARATION' } as const

async function act(
  platform: Platform,
  viewer: Viewer,
  input: ReviewInput,
  event: keyof typeof actions,
  alsoDo: (declaration: DeclarationRow) => Promise<void> = async () => undefined,
): Promise<ReviewOutcome> {
  const outcome = await takeStep(platform, declarationCase, {
    id: input.declarationId,
    event,
    actor: requireReviewer(viewer),
    origin: input.origin,
    seen: { revision: input.version },
    decidedOn: input.decidedOn,
    facts: noFacts,
    async write(declaration, status) {
      await alsoDo(declaration)
      return updateStatus(platform, declaration.id, { status })
    },
    trace: (declaration, status) => traceOf(actions[event], declaration, { status }),
  })
  return reviewOutcome(outcome)
}
