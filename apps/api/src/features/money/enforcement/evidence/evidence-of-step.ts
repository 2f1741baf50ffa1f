import type { EnforcementStep } from '../enforcement.lifecycle.ts'
import type { SignedStep } from '../paper-draft.ts'
import type { StepInput } from '../step-input.ts'
import type { EvidenceKind } from './evidence-kinds.ts'

/** What a step takes, and what the law does not let it go without (domain specification 6). */
export interface EvidenceOfStep {
  readonly takes: readonly EvidenceKind[]
  readonly needs: readonly EvidenceKind[]
}
const needed = (...kinds: EvidenceKind[]): EvidenceOfStep => ({ takes: kinds, needs: kinds })
const taken = (...kinds: EvidenceKind[]): EvidenceOfStep => ({ takes: kinds, needs: [] })
const nothing = taken()

/** A receipt of service proves every service (ACL 38); of the court its rulings and what it makes of them. */
const byStep: Partial<Record<EnforcementStep, EvidenceOfStep>> = {
  INVESTIGATE: taken('AUDIT_RECORD'),
  SERVE_ORDER: needed('SERVICE_RECEIPT'),
  ANSWER_QUERY: taken('BANK_REPLY'),
  SERVE_DEMAND: needed('SERVICE_RECEIPT'),
  DEFEND: taken('DEFENCE_RECORD'),
  HEAR_DEFENCE: taken('DEFENCE_RECORD'),
  DECIDE_ALLOCATION: taken('HIDING_ASSETS'),
  SERVE_DECISION: needed('SERVICE_RECEIPT'),
  ALLOCATE: taken('BANK_RECEIPT'),
  REALISE_GUARANTEE: taken('BANK_RECEIPT'),
  SERVE_COURT_DEMAND: needed('SERVICE_RECEIPT'),
  DECLINE_APPLICATION: needed('RULING'),
  RULE_TO_ENFORCE: needed('RULING'),
  RULE_TO_REFUSE: needed('RULING'),
  SEIZE: needed('INVENTORY'),
  AUCTION: needed('AUCTION_REPORT'),
  OFFSET_DEBT: needed('DISTRIBUTION'),
}
/** Handed in by who prepares the paper, for the head to look at. */
const byPaper: Partial<Record<SignedStep, EvidenceOfStep>> = {
  SIGN_DEFERRAL: needed('CONTRACT', 'REGISTRATION', 'VALUATION'),
  SUSPEND: taken('GROUNDS'),
  TERMINATE: taken('GROUNDS'),
}

export function evidenceOf(input: StepInput): EvidenceOfStep {
  if (input.event === 'PREPARE_PAPER') return byPaper[input.paper.step] ?? nothing
  // ACL 37: at once only on evidence that assets are being moved or hidden.
  if (input.event === 'DECIDE_ALLOCATION' && input.hidingEvidence) return needed('HIDING_ASSETS')
  return byStep[input.event] ?? nothing
}

/** The same as a screen asks for it, before anything is typed. */
export const evidenceOfEvent = (event: EnforcementStep): EvidenceOfStep => byStep[event] ?? nothing
export const evidenceOfPaper = (step: SignedStep): EvidenceOfStep => byPaper[step] ?? nothing
