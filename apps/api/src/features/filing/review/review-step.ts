import type { CaseMark } from '../../../case/case-mark.ts'
import type { StepOutcome } from '../../../case/lifecycle.ts'
import { notFound } from '../../../access/refusal.ts'
import type { StaffMember, Viewer } from '../../../access/viewer.ts'
import { codeOf } from '../declaration/index.ts'
import type { DeclarationRefusal, DeclarationRow, declarationCase } from '../declaration/index.ts'

/** `VERSION_CHANGED`: the clerk has submitted another version than the one that was looked at. */
export type ReviewOutcome =
  | { kind: 'done'; declaration: DeclarationRow }
  | { kind: 'refused'; declaration: DeclarationRow; code: DeclarationRefusal }

export interface ReviewInput {
  declarationId: string
  /** The version that is being judged. */
  version: number
  decidedOn?: CaseMark | undefined
  origin: string
}

type State = ReturnType<typeof declarationCase.state>
type Problem = ReturnType<(typeof declarationCase.guards)['COMPLETE']>[number]

export function reviewOutcome(outcome: StepOutcome<DeclarationRow, State, Problem, DeclarationRow>): ReviewOutcome {
  if (outcome.kind === 'TAKEN') return { kind: 'done', declaration: outcome.result }
  if (outcome.kind === 'ALREADY') return { kind: 'done', declaration: outcome.row }
  return { kind: 'refused', declaration: outcome.row, code: codeOf(outcome.refusal) }
}

/** The office's side of a declaration is there for staff alone. */
export function requireReviewer(viewer: Viewer): StaffMember {
  if (viewer.kind !== 'STAFF') throw notFound('declaration')
  return viewer
}
