import { z } from 'zod'

/** The papers that the agency prepares and its head signs, each for the step that it makes. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const amount = z.int().nonnegative()
const text = z.string().trim().min(4).max(2000)
const short = z.string().trim().min(2).max(200)

export const suspensionGrounds = ['HARDSHIP', 'THIRD_PARTY_CLAIM'] as const
export const terminationGrounds = ['DEBTOR_ENDED', 'DECISION_REVOKED'] as const

export const draftSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('ORDER_PAYMENT') }),
  z.object({
    step: z.literal('QUERY_ACCOUNTS'),
    banks: z
      .array(z.object({ id: z.uuid(), name: short }))
      .min(1)
      .max(20),
  }),
  z.object({
    step: z.literal('APPLY_ALLOCATION'),
    bankId: z.uuid(),
    facts: text,
    /** Left out, or left empty on the form: there is nothing else to say. */
    other: z
      .string()
      .trim()
      .max(2000)
      .nullish()
      .transform((said) => said ?? ''),
  }),
  z.object({
    step: z.literal('SIGN_DEFERRAL'),
    guarantee: z.object({
      kind: z.enum(['MORTGAGE', 'PLEDGE']),
      object: short,
      value: amount,
      registrationNo: short,
      valuationNo: short,
    }),
    instalments: z
      .array(z.object({ dueOn: day, amount: amount.positive() }))
      .min(1)
      .max(12),
  }),
  z.object({ step: z.literal('NOTIFY_BREACH') }),
  z.object({ step: z.literal('DEMAND_BEFORE_COURT') }),
  z.object({
    step: z.literal('APPLY_COURT'),
    facts: text,
    /** ACL 55: without leads to assets courts have refused. */
    assets: z
      .array(z.object({ description: short, place: short, value: amount }))
      .min(1)
      .max(100),
  }),
  z.object({ step: z.literal('CONTEST_REFUSAL'), facts: text }),
  z.object({ step: z.literal('SUSPEND'), ground: z.enum(suspensionGrounds), explanation: text }),
  z.object({
    step: z.literal('TERMINATE'),
    ground: z.enum(terminationGrounds),
    documentNo: short,
    explanation: text,
  }),
])
export type PaperDraft = z.infer<typeof draftSchema>
export const signedSteps = [
  'ORDER_PAYMENT',
  'QUERY_ACCOUNTS',
  'APPLY_ALLOCATION',
  'SIGN_DEFERRAL',
  'NOTIFY_BREACH',
  'DEMAND_BEFORE_COURT',
  'APPLY_COURT',
  'CONTEST_REFUSAL',
  'SUSPEND',
  'TERMINATE',
] as const satisfies readonly PaperDraft['step'][]
export type SignedStep = (typeof signedSteps)[number]
