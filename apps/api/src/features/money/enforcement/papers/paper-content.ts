import { z } from 'zod'
import { draftSchema } from '../paper-draft.ts'
import { standingSchema } from '../standing.ts'

const amount = z.int().nonnegative()

/** What a paper says, as it stood when it was signed; what is printed is this and nothing that came later. */
const contentSchema = z.object({
  due: z.object({ principal: amount, lateFee: amount, settled: amount }),
  debts: z.array(
    z.object({ number: z.string(), period: z.string(), dueOn: z.string(), principal: amount, lateFee: amount }),
  ),
  prepared: draftSchema.optional(),
  standing: standingSchema,
  bank: z.object({ id: z.string(), name: z.string() }).optional(),
  reissued: z.boolean().optional(),
  /** The department or court that it went to, where there was but one. */
  addressee: z.object({ name: z.string() }).optional(),
  /** What the office had published for the day, of what the paper says. */
  figures: z.object({ deferralMonths: z.int() }).optional(),
  /** Of a paper of the fine beside the case. */
  fine: z
    .object({
      number: z.string(),
      arrears: amount,
      noticeOn: z.string().optional(),
      reasons: z.string(),
      stated: z.array(z.object({ on: z.string(), text: z.string(), answer: z.string().optional() })),
      hearingOn: z.string().optional(),
      hearingDays: z.int(),
      payDays: z.int(),
    })
    .optional(),
})
export type PaperContent = z.infer<typeof contentSchema>
export type FineContent = NonNullable<PaperContent['fine']>

export const readContent = (content: unknown): PaperContent => contentSchema.parse(content)

/** The bank that a letter or notice is addressed to. */
export function bankOf({
  bank,
  standing: { query, application },
}: PaperContent): { id: string; name: string } | undefined {
  return bank ?? query?.banks.find(({ id }) => id === application?.bankId)
}
