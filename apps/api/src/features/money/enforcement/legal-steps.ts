import { addDays, civilDateOf, daysInMonth } from '@shebao/kernel'
import type { CivilDate } from '@shebao/kernel'
import { enforcementTable } from './enforcement.lifecycle.ts'
import type { EnforcementGuard, EnforcementState, EnforcementStep } from './enforcement.lifecycle.ts'
import type { SignedStep } from './paper-draft.ts'

/**
 * Limits of the law. Of ten days or fewer they are working days (ACL 69), counted from the published calendar; longer ones are
 * days and months of it.
 */
export const limits = {
  /** From the verification to the order (M20 16). */
  orderDays: 5,
  /** To pay, from the receipt of the order (M20 16). */
  payDays: 5,
  /** From the service of the second demand to the application (ACL 54). */
  courtDemandDays: 10,
  /** To go to court against an act of an office (ALL 46). */
  remedyMonths: 6,
  /** To apply for review of it, in days (ARL 20). */
  reviewDays: 60,
  /** To apply to a court, from the end of that (ACL 53). */
  courtMonths: 3,
  /** For the court to accept (ACL 56), to rule, and to rule when it hears the parties (ACL 57-58). */
  acceptDays: 5,
  ruleDays: 7,
  ruleHeardDays: 30,
  /** To contest a refusal (ACL 56, 58), in days. */
  contestDays: 15,
  /** What stood still longer is not enforced any more (ACL 39). */
  suspensionMonths: 36,
} as const

/** Who acts: of the agency, or another body, and never one for the other. */
export const enforcementBodies = [
  'OFFICER',
  'REVIEWER',
  'HEAD',
  'DEPARTMENT',
  'BANK',
  'COURT',
  'EMPLOYER',
  'CALENDAR',
] as const
export type EnforcementBody = (typeof enforcementBodies)[number]

/** Numbered papers of a case, as the database lists them. */
export const enforcementPapers = [
  'ORDER',
  'QUERY_LETTER',
  'ALLOCATION_APPLICATION',
  'DEMAND',
  'ALLOCATION_DECISION',
  'BANK_NOTICE',
  'DEFERRAL_AGREEMENT',
  'BREACH_NOTICE',
  'COURT_DEMAND',
  'COURT_APPLICATION',
  'SUSPENSION_DECISION',
  'TERMINATION_DECISION',
  'FINE_NOTICE',
  'FINE_DECISION',
  'NO_FINE_DECISION',
  'SEIZURE_LIST',
  'OFFSET_STATEMENT',
] as const
/** Of the fine beside the case: the department's, and nothing for the court that enforces the premiums. */
export const finePapers = ['FINE_NOTICE', 'FINE_DECISION', 'NO_FINE_DECISION'] as const
export type FinePaper = (typeof finePapers)[number]
export type EnforcementPaper = (typeof enforcementPapers)[number]

/**
 * From the inquiry of the banks to the demand the unit is told nothing: no article gives it a word in that stretch, and it could
 * empty the accounts before they are drawn on. The demand tells it all (ACL 35). See ADR 56.
 */
export const quietStates = ['ACCOUNT_QUERIED', 'ALLOCATION_APPLIED'] as const satisfies EnforcementState[]
export const quietEvents = [
  'QUERY_ACCOUNTS',
  'ANSWER_QUERY',
  'APPLY_ALLOCATION',
  'RETURN_APPLICATION',
] as const satisfies EnforcementStep[]
/** Steps that are a bank's, at its desk or through its interface. */
export const bankEvents = ['ANSWER_QUERY', 'ALLOCATE', 'ALLOCATE_PART'] as const satisfies EnforcementStep[]
export const quietPapers = ['QUERY_LETTER', 'ALLOCATION_APPLICATION'] as const satisfies EnforcementPaper[]

interface LegalStep {
  /** As it is cited. */
  readonly law: string
  readonly body: EnforcementBody
  /** What leaves with the step. */
  readonly paper?: EnforcementPaper
  /** What has to be there for it. */
  readonly evidence: readonly string[]
}

/** Every step with its law, who takes it, what it makes and what it rests on (domain specification 6). */
export const legalSteps: Record<EnforcementStep, LegalStep> = {
  PAID_IN_FULL: { law: 'SIL 63', body: 'CALENDAR', evidence: ['LEDGER'] },
  PART_PAID: { law: 'SIL 63', body: 'CALENDAR', evidence: ['LEDGER'] },
  INVESTIGATE: { law: 'M20 16', body: 'OFFICER', evidence: ['LEDGER', 'DECLARATIONS', 'AUDIT_RECORD'] },
  VERIFY_ARREARS: { law: 'M20 16', body: 'REVIEWER', evidence: ['FINDING'] },
  PREPARE_PAPER: { law: 'R765 37', body: 'OFFICER', evidence: [] },
  ORDER_PAYMENT: { law: 'SIL 63, M20 16', body: 'HEAD', paper: 'ORDER', evidence: ['FINDING'] },
  SERVE_ORDER: { law: 'M20 16', body: 'OFFICER', evidence: ['SERVICE_RECEIPT'] },
  EXPIRE_ORDER: { law: 'SIL 63', body: 'CALENDAR', evidence: ['BALANCE'] },
  QUERY_ACCOUNTS: { law: 'SIL 63', body: 'HEAD', paper: 'QUERY_LETTER', evidence: ['BALANCE'] },
  ANSWER_QUERY: { law: 'SIL 63', body: 'BANK', evidence: ['BANK_REPLY'] },
  APPLY_ALLOCATION: {
    law: 'SIL 63',
    body: 'HEAD',
    paper: 'ALLOCATION_APPLICATION',
    evidence: ['UNIT', 'BANK_REPLY', 'FINDING', 'BALANCE'],
  },
  RETURN_APPLICATION: { law: 'ACL 36', body: 'DEPARTMENT', evidence: [] },
  DEMAND_PAYMENT: { law: 'ACL 35', body: 'DEPARTMENT', paper: 'DEMAND', evidence: ['ALLOCATION_APPLICATION'] },
  SERVE_DEMAND: { law: 'ACL 38', body: 'DEPARTMENT', evidence: ['SERVICE_RECEIPT'] },
  DEFEND: { law: 'ACL 36', body: 'EMPLOYER', evidence: [] },
  HEAR_DEFENCE: { law: 'ACL 36', body: 'DEPARTMENT', evidence: ['DEFENCE_RECORD'] },
  DECIDE_ALLOCATION: {
    law: 'SIL 63, ACL 37',
    body: 'DEPARTMENT',
    paper: 'ALLOCATION_DECISION',
    evidence: ['DEMAND', 'SERVICE_RECEIPT', 'DEFENCE_RECORD'],
  },
  SERVE_DECISION: { law: 'ACL 38', body: 'DEPARTMENT', evidence: ['SERVICE_RECEIPT'] },
  NOTIFY_BANK: { law: 'SIL 63, ACL 47', body: 'DEPARTMENT', paper: 'BANK_NOTICE', evidence: ['ALLOCATION_DECISION'] },
  ALLOCATE: { law: 'ACL 47', body: 'BANK', evidence: ['BANK_RECEIPT'] },
  ALLOCATE_PART: { law: 'ACL 47', body: 'BANK', evidence: ['BANK_RECEIPT'] },
  FIND_SHORTFALL: { law: 'SIL 63', body: 'REVIEWER', evidence: ['CALCULATION'] },
  SIGN_DEFERRAL: {
    law: 'SIL 63, M13',
    body: 'HEAD',
    paper: 'DEFERRAL_AGREEMENT',
    evidence: ['CONTRACT', 'REGISTRATION', 'VALUATION'],
  },
  BREACH_DEFERRAL: { law: 'SIL 63', body: 'CALENDAR', evidence: ['LEDGER'] },
  NOTIFY_BREACH: { law: 'SIL 63', body: 'HEAD', paper: 'BREACH_NOTICE', evidence: ['LEDGER'] },
  REALISE_GUARANTEE: { law: 'SIL 63', body: 'REVIEWER', evidence: ['BANK_RECEIPT'] },
  DEMAND_BEFORE_COURT: { law: 'ACL 54', body: 'HEAD', paper: 'COURT_DEMAND', evidence: ['CALCULATION'] },
  SERVE_COURT_DEMAND: { law: 'ACL 54', body: 'OFFICER', evidence: ['SERVICE_RECEIPT'] },
  APPLY_COURT: {
    law: 'SIL 63, ACL 53-55',
    body: 'HEAD',
    paper: 'COURT_APPLICATION',
    evidence: ['ORDER', 'COURT_DEMAND', 'SERVICE_RECEIPT', 'ASSETS'],
  },
  ACCEPT_APPLICATION: { law: 'ACL 56', body: 'COURT', evidence: ['COURT_APPLICATION'] },
  DECLINE_APPLICATION: { law: 'ACL 56', body: 'COURT', evidence: ['RULING'] },
  RULE_TO_ENFORCE: { law: 'ACL 57', body: 'COURT', evidence: ['RULING'] },
  RULE_TO_REFUSE: { law: 'ACL 58', body: 'COURT', evidence: ['RULING'] },
  CONTEST_REFUSAL: { law: 'ACL 58', body: 'HEAD', evidence: ['RULING'] },
  SEIZE: { law: 'SIL 63, ACL 23', body: 'COURT', paper: 'SEIZURE_LIST', evidence: ['RULING', 'INVENTORY'] },
  AUCTION: { law: 'SIL 63', body: 'COURT', evidence: ['AUCTION_REPORT'] },
  OFFSET_DEBT: { law: 'SIL 63', body: 'COURT', paper: 'OFFSET_STATEMENT', evidence: ['DISTRIBUTION'] },
  CLOSE_OFFSET: { law: 'SIL 63', body: 'REVIEWER', evidence: ['DISTRIBUTION'] },
  FIND_REST: { law: 'SIL 63', body: 'REVIEWER', evidence: ['CALCULATION'] },
  SUSPEND: { law: 'ACL 39', body: 'HEAD', paper: 'SUSPENSION_DECISION', evidence: ['GROUNDS'] },
  RESUME: { law: 'ACL 39', body: 'REVIEWER', evidence: [] },
  LAPSE: { law: 'ACL 39', body: 'CALENDAR', evidence: [] },
  TERMINATE: { law: 'ACL 40', body: 'HEAD', paper: 'TERMINATION_DECISION', evidence: ['GROUNDS'] },
}

/** The article of each guard, as a refusal cites it. */
export const lawOf: Record<EnforcementGuard, string> = {
  NOTHING_OWED: 'SIL 63',
  STILL_OWED: 'SIL 63',
  INVESTIGATED: 'M20 16',
  PAPER_OF_STATE: 'SIL 63',
  PREPARED: 'R765 37',
  NOT_SERVED_YET: 'ACL 38',
  SERVICE_DAY_FITS: 'ACL 38',
  ORDER_SERVED: 'M20 16',
  ORDER_TERM_OVER: 'M20 16',
  BANK_ASKED: 'SIL 63',
  REPLY_FITS: 'SIL 63',
  ACCOUNT_KNOWN: 'SIL 63',
  DEFENCE_OPEN: 'ACL 36',
  DEFENCE_HEARD: 'ACL 36',
  DEMAND_CURRENT: 'ACL 35',
  DEMAND_SERVED: 'ACL 38',
  DEMAND_TERM_OVER: 'ACL 37',
  DECISION_SERVED: 'ACL 38',
  BANK_NOT_NOTIFIED: 'ACL 47',
  BY_DAY: 'ACL 43',
  BANK_NOTIFIED: 'ACL 47',
  ALLOCATION_FITS: 'ACL 47',
  SHORT: 'SIL 63',
  NO_GUARANTEE: 'SIL 63',
  GUARANTEE_COVERS: 'SIL 63',
  PLAN_FITS: 'M13',
  INSTALMENT_MISSED: 'SIL 63',
  BREACH_NOTIFIED: 'SIL 63',
  MONEY_FITS: 'SIL 63',
  COURT_DEMAND_RIPE: 'ACL 54',
  REMEDIES_OVER: 'ACL 53',
  COURT_IN_TIME: 'ACL 53',
  CONTEST_IN_TIME: 'ACL 58',
  SEIZURE_EQUIVALENT: 'ACL 23',
  COSTS_FIT: 'SIL 63',
  SUSPENDED_LONG: 'ACL 39',
  EVIDENCE_HANDED_IN: 'R765 38',
}

/** The states from which a paper's step leads on, so that nobody prepares what cannot be signed. */
export const signableFrom = (step: SignedStep): readonly EnforcementState[] =>
  enforcementTable.steps.find(({ event }) => event === step)?.from ?? []

/** The same day so many months on, or the last of its month. */
export function monthsLater(day: CivilDate, months: number): CivilDate {
  const [year = 0, month = 0, of = 0] = day.split('-').map(Number)
  const index = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1]
  return civilDateOf(toYear, toMonth, Math.min(of, daysInMonth(toYear, toMonth))) ?? addDays(day, months * 30)
}
