import { z } from 'zod'
import { evidenceKinds } from './evidence/evidence-kinds.ts'
import { draftSchema } from './paper-draft.ts'

/** What a case holds beside its state: what was found, served, answered and taken, each with its day. Money alone is the ledger's. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const amount = z.int().nonnegative()

/** Why a unit owes: what it did not declare, declared too low, concealed (M20 16), or declared and did not pay. */
export const findingGrounds = ['DECLARED_UNPAID', 'NOT_DECLARED', 'DECLARED_SHORT', 'CONCEALED'] as const
/** In person, left with witnesses, by post, by announcement, or as an electronic document (送达回证). */
export const serviceWays = ['DIRECT', 'LEFT', 'POST', 'ANNOUNCEMENT', 'ELECTRONIC'] as const

const service = z.object({ on: day, way: z.enum(serviceWays), to: z.string() })
/** A paper with a term: the amount it says, when it was signed, served and ends. */
const paper = z.object({
  on: day,
  amount,
  /** What had been paid when it was written: it says another amount once this changes. */
  settled: amount,
  termDays: z.int().positive(),
  service: service.optional(),
  endsOn: day.optional(),
})

/** What is asked of banks, and what is decided on their answers. */
const aboutAccounts = {
  query: z
    .object({
      on: day,
      banks: z.array(z.object({ id: z.string(), name: z.string() })),
      replies: z.array(
        z.object({
          bankId: z.string(),
          /** Nothing: it keeps no account of the unit. */
          accountMasked: z.string().nullable(),
          /** Its number, which only the notice to the bank says. */
          accountSealed: z.string().optional(),
          balance: amount,
          asOf: day,
          reference: z.string(),
        }),
      ),
    })
    .optional(),
  application: z.object({ on: day, bankId: z.string(), facts: z.string(), other: z.string() }).optional(),
  returned: z.object({ on: day, reason: z.string() }).optional(),
  demand: paper.optional(),
  defences: z.array(
    z.object({ on: day, text: z.string(), answer: z.string().optional(), upheld: z.boolean().optional() }),
  ),
  decision: z
    .object({ on: day, amount, reasons: z.string(), hidingAssets: z.boolean(), service: service.optional() })
    .optional(),
  bankNotice: z.object({ on: day, amount }).optional(),
  allocation: z.object({ on: day, amount, reference: z.string() }).optional(),
}

export const standingSchema = z.object({
  finding: z.object({ ground: z.enum(findingGrounds), text: z.string(), by: z.array(z.string()), on: day }).optional(),
  verifiedOn: day.optional(),
  draft: z
    .object({
      paper: draftSchema,
      by: z.array(z.string()),
      on: day,
      /** Of what scans were handed in with it. */
      evidence: z.array(z.enum(evidenceKinds)).default([]),
    })
    .optional(),
  order: paper.extend({ late: z.boolean() }).optional(),
  ...aboutAccounts,
  deferral: z
    .object({
      on: day,
      guarantee: z.object({
        kind: z.enum(['MORTGAGE', 'PLEDGE']),
        object: z.string(),
        value: amount,
        registrationNo: z.string(),
        valuationNo: z.string(),
      }),
      instalments: z.array(z.object({ dueOn: day, amount })),
      /** Paid before it was signed: instalments are counted from here. */
      settled: amount,
      /** While it stands 13 is barred. */
      released: z.boolean(),
      breachedOn: day.optional(),
      notifiedOn: day.optional(),
      realised: amount.optional(),
    })
    .optional(),
  courtDemand: paper.optional(),
  court: z
    .object({
      appliedOn: day,
      assets: z.array(z.object({ description: z.string(), place: z.string(), value: amount })),
      acceptedOn: day.optional(),
      ruledOn: day.optional(),
      documentNo: z.string().optional(),
      reasons: z.string().optional(),
      heard: z.boolean().optional(),
      late: z.boolean(),
    })
    .optional(),
  seizure: z
    .object({
      on: day,
      items: z.array(z.object({ description: z.string(), value: amount })),
      releasedOn: day.optional(),
    })
    .optional(),
  auction: z.object({ on: day, proceeds: amount, reportNo: z.string() }).optional(),
  distribution: z.object({ on: day, proceeds: amount, costs: amount, offset: amount, surplus: amount }).optional(),
  suspension: z.object({ on: day, ground: z.string(), text: z.string() }).optional(),
  termination: z.object({ on: day, ground: z.string(), documentNo: z.string(), text: z.string() }).optional(),
  /** What had been paid of its bills before it was opened. */
  settledBefore: amount,
  /** Fen that came by each way since, for the account of the case. */
  taken: z.object({ paid: amount, allocated: amount, realised: amount, offset: amount }),
  /** While it stands the unit is shown the case as it was before the banks were asked: the state, the day, and what was known. */
  quiet: z.object({ from: z.string(), since: day, ...aboutAccounts }).optional(),
})
export type Standing = z.infer<typeof standingSchema>
export type Paper = z.infer<typeof paper>

export const nothingYet: Standing = {
  defences: [],
  settledBefore: 0,
  taken: { paid: 0, allocated: 0, realised: 0, offset: 0 },
}
