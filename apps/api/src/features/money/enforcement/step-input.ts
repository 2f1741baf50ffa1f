import { z } from 'zod'
import { draftSchema } from './paper-draft.ts'
import { findingGrounds, serviceWays } from './standing.ts'

/** What each step is told by who takes it. What the ledger, the calendar and the case know is not asked. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const amount = z.int().nonnegative()
const text = z.string().trim().min(4).max(2000)
const short = z.string().trim().min(2).max(200)
const service = { servedOn: day, way: z.enum(serviceWays), servedTo: short }

/** A demand's term in working days; three in one published practice of Beijing [PD]. */
export const usualDemandDays = 3
const mostDemandDays = 10

export const stepInputSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('PAID_IN_FULL') }),
  z.object({ event: z.literal('PART_PAID') }),
  z.object({ event: z.literal('INVESTIGATE'), ground: z.enum(findingGrounds), text }),
  z.object({ event: z.literal('VERIFY_ARREARS') }),
  z.object({ event: z.literal('PREPARE_PAPER'), paper: draftSchema }),
  z.object({ event: z.literal('ORDER_PAYMENT') }),
  z.object({ event: z.literal('SERVE_ORDER'), ...service }),
  z.object({ event: z.literal('EXPIRE_ORDER') }),
  z.object({ event: z.literal('QUERY_ACCOUNTS') }),
  z.object({
    event: z.literal('ANSWER_QUERY'),
    bankId: z.uuid(),
    account: z.string().trim().max(60).nullable(),
    balance: amount,
    asOf: day,
    reference: short,
    /** Another account of the unit at this bank follows. */
    more: z.boolean().optional(),
  }),
  z.object({ event: z.literal('APPLY_ALLOCATION') }),
  z.object({ event: z.literal('RETURN_APPLICATION'), reason: text }),
  z.object({ event: z.literal('DEMAND_PAYMENT'), termDays: z.int().min(1).max(mostDemandDays) }),
  z.object({ event: z.literal('SERVE_DEMAND'), ...service }),
  z.object({ event: z.literal('DEFEND'), text }),
  z.object({ event: z.literal('HEAR_DEFENCE'), answer: text, upheld: z.boolean() }),
  z.object({
    event: z.literal('DECIDE_ALLOCATION'),
    reasons: text,
    /** ACL 37: evidence that assets are being moved or hidden; then at once. */
    hidingEvidence: z.string().trim().max(2000).optional(),
  }),
  z.object({ event: z.literal('SERVE_DECISION'), ...service }),
  z.object({ event: z.literal('NOTIFY_BANK') }),
  z.object({ event: z.literal('ALLOCATE'), bankId: z.uuid(), amount, valueDate: day, reference: short }),
  z.object({ event: z.literal('ALLOCATE_PART'), bankId: z.uuid(), amount, valueDate: day, reference: short }),
  z.object({ event: z.literal('FIND_SHORTFALL') }),
  z.object({ event: z.literal('SIGN_DEFERRAL') }),
  z.object({ event: z.literal('BREACH_DEFERRAL') }),
  z.object({ event: z.literal('NOTIFY_BREACH') }),
  z.object({ event: z.literal('REALISE_GUARANTEE'), amount, valueDate: day, reference: short }),
  z.object({ event: z.literal('DEMAND_BEFORE_COURT') }),
  z.object({ event: z.literal('SERVE_COURT_DEMAND'), ...service }),
  z.object({ event: z.literal('APPLY_COURT') }),
  z.object({ event: z.literal('ACCEPT_APPLICATION'), documentNo: short }),
  z.object({ event: z.literal('DECLINE_APPLICATION'), documentNo: short, reasons: text }),
  z.object({ event: z.literal('RULE_TO_ENFORCE'), documentNo: short, heard: z.boolean() }),
  z.object({ event: z.literal('RULE_TO_REFUSE'), documentNo: short, heard: z.boolean(), reasons: text }),
  z.object({ event: z.literal('CONTEST_REFUSAL') }),
  z.object({
    event: z.literal('SEIZE'),
    items: z
      .array(z.object({ description: short, value: amount.positive() }))
      .min(1)
      .max(100),
  }),
  z.object({ event: z.literal('AUCTION'), proceeds: amount, reportNo: short }),
  z.object({ event: z.literal('OFFSET_DEBT'), costs: amount, valueDate: day, reference: short }),
  z.object({ event: z.literal('CLOSE_OFFSET') }),
  z.object({ event: z.literal('FIND_REST') }),
  z.object({ event: z.literal('SUSPEND') }),
  z.object({ event: z.literal('RESUME') }),
  z.object({ event: z.literal('LAPSE') }),
  z.object({ event: z.literal('TERMINATE') }),
])
export type StepInput = z.infer<typeof stepInputSchema>
export type InputOf<Event extends StepInput['event']> = Extract<StepInput, { event: Event }>
