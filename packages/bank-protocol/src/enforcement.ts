import { z } from 'zod'

/**
 * SIL 63 between the office and a bank: for which accounts of a unit it asks, and what the bank is told to draw. The bank takes a
 * request in at once and answers when it has something to say: late, in parts, or only when it is asked again. Amounts are fen.
 */
const amount = z.int().min(0)
/** The number of the letter or notice: the same number is the same request for ever. */
const request = z.string().regex(/^[\w-]{8,60}$/)
const unit = z.strictObject({ name: z.string().min(1).max(200), creditCode: z.string().min(1).max(40) })
const shared = { request, caseNumber: z.string().min(1).max(40), unit, issuedOn: z.iso.date() }

export const EnforcementRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('INQUIRY'), ...shared }),
  z.strictObject({
    kind: z.literal('ALLOCATION'),
    ...shared,
    /** As the bank named it. */
    account: z.string().min(1).max(60),
    /** The most that may be drawn. */
    amount: amount.positive(),
    /** The notice that this one takes the place of. */
    replaces: request.nullable(),
  }),
])
export type EnforcementRequest = z.infer<typeof EnforcementRequest>

const answer = {
  /** The bank's own, of this answer alone: the same reference is the same answer, and of money its reference in the statement. */
  reference: z.string().trim().min(2).max(100),
  request,
  caseNumber: z.string().max(40),
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** Another answer to the same request follows. */
  more: z.boolean(),
}

export const EnforcementReply = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('INQUIRY'),
    ...answer,
    /** One account of the unit; null where the bank keeps none. */
    account: z.string().trim().min(1).max(60).nullable(),
    balance: amount,
    asOf: z.iso.date(),
  }),
  z.strictObject({
    kind: z.literal('ALLOCATION'),
    ...answer,
    account: z.string().trim().min(1).max(60),
    /** What was drawn, or 0. */
    amount,
    valueDate: z.iso.date(),
  }),
])
export type EnforcementReply = z.infer<typeof EnforcementReply>

/** The answer to a request, to a question about it, and to taking it back: what the bank has said of it so far. */
export const EnforcementStatus = z.object({
  request,
  state: z.enum(['OPEN', 'ANSWERED', 'WITHDRAWN']),
  replies: z.array(EnforcementReply).max(100),
})
export type EnforcementStatus = z.infer<typeof EnforcementStatus>
