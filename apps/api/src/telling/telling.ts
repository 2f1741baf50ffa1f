import type { CardEventName } from './card-event-codes.ts'
import type { EnforcementSaying } from './enforcement-codes.ts'
import type { TransferEventName } from './transfer-event-codes.ts'
import type { LockGround, StaffRole } from '../access/viewer.ts'
import type { NotificationChannel, NotificationKind } from './notification-codes.ts'

interface Bill {
  noticeId: string
  number: string
  period: string
  /** Fen. */
  amount: number
  dueOn: string
}
interface PaperFiling {
  formNo: string
  dueOn: string
}
/** A monthly declaration, by its id for the way to it. */
interface MonthlyFiled {
  id: string
  period: string
}
/** The other side of it, by the name and the number the register has for that unit. */
interface MandateDays {
  unit: string
  unitNo: string
  validFrom: string
  validTo: string
}
interface NumberedAmount {
  id: string
  number: string
  /** Fen. */
  amount: number
}

/**
 * What each kind says, beside its words. Only amounts, dates, months and numbers that the office itself gave, and what a unit is called in the
 * register: these stand in the database as they are, and go out by e-mail and text message. No person's name, identity number or wage.
 */
export interface TellingParams {
  DECLARATION_RETURNED: { year: number; notes: number }
  DECLARATION_ACCEPTED: { year: number }
  INSPECTION_DUE_SOON: { year: number; closesOn: string }
  BILL_READY: Bill
  BILL_DUE_SOON: Bill
  BILL_OVERDUE: Bill
  PAYMENT_RECEIVED: { amount: number; valueDate: string }
  REFUND_WAITS: NumberedAmount
  REFUND_APPROVED: NumberedAmount
  REFUND_PAID_OUT: NumberedAmount
  REFUND_REJECTED: NumberedAmount
  BACK_PAYMENT_APPROVED: NumberedAmount
  BACK_PAYMENT_REJECTED: NumberedAmount
  CANCELLATION_APPROVED: { number: string; lastDay: string }
  CANCELLATION_REFUSED: { number: string }
  REGISTRATION_APPROVED: { number: string }
  REGISTRATION_REFUSED: { number: string }
  /** By its id for the way to it. */
  QUESTION_ANSWERED: { id: string; number: string }
  QUESTION_HANDED_OVER: { id: string; number: string }
  /** That there is news, and not of what: it is read over shoulders. */
  OFFICE_ANSWERED: Record<never, never>
  /** `until`: the last day of the limit that runs, where one does. */
  ENFORCEMENT_STEP: NumberedAmount & { said: EnforcementSaying; until: string | null }
  /** Where it replaces one, the number of that. */
  RIGHTS_STATEMENT_ISSUED: { year: number; number: string; replaces: string | null }
  /** At the window, on paper; `toAgent`: to somebody who came for the person. */
  RIGHTS_STATEMENT_HANDED_OUT: { year: number; number: string; at: string; toAgent: boolean }
  MANDATE_OFFERED: MandateDays
  MANDATE_ACCEPTED: MandateDays
  MANDATE_DECLINED: MandateDays
  /** `lastDay`: of the mandate itself, where it ran out; the day on which somebody ended it, otherwise. */
  MANDATE_ENDED: { unit: string; unitNo: string; lastDay: string }
  MANDATE_ENDS_SOON: MandateDays
  ONLINE_FILING_GIVEN: { validFrom: string }
  ONLINE_FILING_REFUSED: { number: string }
  ONLINE_FILING_WITHDRAWN: { lastDay: string }
  /** Late fee of days, or the last day for the declaration of a month. */
  WAIVER_APPROVED: {
    number: string
    of: 'LATE_FEE' | 'FILING_DEADLINE'
    period: string | null
    from: string
    to: string
  }
  WAIVER_ENDED: { number: string; on: string }
  EMPLOYER_LOCKED: { number: string; ground: LockGround; on: string }
  EMPLOYER_UNLOCKED: { number: string; on: string }
  PARTICULARS_CHANGED: { number: string; validFrom: string }
  PARTICULARS_REFUSED: { number: string }
  CARD_EVENT: { event: CardEventName; number: string; at: string }
  /** By its id for the way to it. */
  TRANSFER_EVENT: { id: string; number: string; event: TransferEventName }
  CARD_PASSWORD_RESET: { at: string }
  SIGNED_IN_AFTER_RESET: { at: string }
  PASSWORD_LINK: { expiresAt: string }
  ADDRESS_CODE: { minutes: number }
  PAPERS_READY: { id: string; papers: number; failed: number }
  PAPER_DUE_SOON: PaperFiling
  PAPER_OVERDUE: PaperFiling
  PAPER_RECEIVED: { formNo: string; receivedOn: string; pages: number }
  MONTHLY_SUBMITTED: MonthlyFiled
  MONTHLY_RETURNED: MonthlyFiled & { notes: number }
  MONTHLY_ACCEPTED: MonthlyFiled
  /** `overdue`: it can no longer be declared in time. */
  MONTH_NOT_DECLARED: { period: string; dueOn: string; overdue: boolean }
  ADDRESS_CHANGED: { channel: NotificationChannel; at: string }
  /** By the number of the case, where it has one. */
  WORK_ASSIGNED: { number: string | null }
  WORK_TAKEN_OVER: { number: string | null }
  /** `again`: the row changed since, or the employer settled what the person had said. */
  EMPLOYEE_ASKED: { employer: string; expiresAt: string; again: boolean }
  /** With the month and its declaration where it is one of a month. */
  EMPLOYEE_DISAGREED: { year: number; period?: string; id?: string }
}

/** Whom it is for: everybody who acts for an employer, the person, everybody in these roles, or one account. */
export type Recipient =
  | { readonly employerId: string }
  | { readonly individualId: string }
  | { readonly roles: readonly StaffRole[]; readonly except?: string | undefined }
  | { readonly accountId: string }

/** One kind with what it says. */
export interface ToldOf<Kind extends NotificationKind> {
  readonly kind: Kind
  readonly params: TellingParams[Kind]
}

interface TellingOf<Kind extends NotificationKind> extends ToldOf<Kind> {
  readonly to: Recipient
  /** The same key is told to the same account once, however often it is asked for. */
  readonly key: string
}

/** One thing to tell. */
export type Telling = { [Kind in NotificationKind]: TellingOf<Kind> }[NotificationKind]

/** The same without whom and how often. */
export type Told = { [Kind in NotificationKind]: ToldOf<Kind> }[NotificationKind]

/** A kind that carries something that opens something, which goes out with it and stands in no inbox. */
export type SecretKind = 'PASSWORD_LINK' | 'ADDRESS_CODE' | 'EMPLOYEE_ASKED'
