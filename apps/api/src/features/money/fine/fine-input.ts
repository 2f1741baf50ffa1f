import { z } from 'zod'
import { serviceWays } from '../enforcement/index.ts'

/** What each step of a fine is told by who takes it, and what the case then holds. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const amount = z.int().positive()
const text = z.string().trim().min(4).max(2000)
const short = z.string().trim().min(2).max(200)
const service = { servedOn: day, way: z.enum(serviceWays), servedTo: short }

export const fineInputSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('NOTIFY_FINE'), amount, reasons: text }),
  z.object({ event: z.literal('SERVE_FINE_NOTICE'), ...service }),
  z.object({ event: z.literal('STATE_CASE'), text, hearing: z.boolean() }),
  z.object({ event: z.literal('ANSWER_CASE'), answer: text }),
  z.object({ event: z.literal('CALL_HEARING'), hearingOn: day, place: short }),
  z.object({ event: z.literal('HOLD_HEARING'), record: text }),
  z.object({
    event: z.literal('DECIDE_FINE'),
    amount,
    reasons: text,
    /** What the legal review of the department says (APL 58). */
    review: text,
  }),
  z.object({ event: z.literal('DROP_FINE'), reasons: text }),
  z.object({ event: z.literal('SERVE_FINE_DECISION'), ...service }),
  z.object({ event: z.literal('RECEIVE_FINE'), amount, valueDate: day, reference: short }),
  z.object({ event: z.literal('REVOKE_FINE'), documentNo: short, reasons: text }),
  z.object({ event: z.literal('LAPSE_FINE') }),
])
export type FineInput = z.infer<typeof fineInputSchema>
export type FineInputOf<Event extends FineInput['event']> = Extract<FineInput, { event: Event }>

const served = z.object({ on: day, way: z.enum(serviceWays), to: z.string() })
export const fineStandingSchema = z.object({
  notice: z
    .object({ on: day, amount, reasons: z.string(), service: served.optional(), endsOn: day.optional() })
    .optional(),
  stated: z.array(z.object({ on: day, text: z.string(), hearing: z.boolean(), answer: z.string().optional() })),
  hearing: z.object({ calledOn: day, on: day, place: z.string(), record: z.string().optional() }).optional(),
  decision: z
    .object({
      on: day,
      amount,
      reasons: z.string(),
      review: z.string(),
      service: served.optional(),
      payBy: day.optional(),
    })
    .optional(),
  received: z.object({ amount, valueDate: day, reference: z.string() }).optional(),
  ended: z.object({ on: day, reasons: z.string(), documentNo: z.string().optional() }).optional(),
})
export type FineStanding = z.infer<typeof fineStandingSchema>
