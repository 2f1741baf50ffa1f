import { z } from 'zod'
import { isFen } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import {
  employmentForms,
  householdTypes,
  idTypes,
  insurances,
  keepPermitNumber,
  retirementCategories,
  sexes,
} from '@shebao/roster'
import type { PersonnelDraft } from '@shebao/roster'
import { badInput } from '../../../access/refusal.ts'

/** As long as any of these may sensibly be; what is typed is never cut, it is refused. */
const text = z.string().max(200)
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const money = z.custom<Fen>(isFen)
const perInsurance = <T extends z.ZodType>(value: T) => z.partialRecord(z.enum(insurances), value)

/** The shape of a draft, and nothing of its sense: that is the rules' (design, section 4). */
const Draft = z
  .strictObject({
    name: text,
    idType: z.enum(idTypes),
    idNumber: text,
    sex: z.enum(sexes),
    birthDate: date,
    householdType: z.enum(householdTypes),
    employmentForm: z.enum(employmentForms),
    hireDate: date,
    leaveDate: date,
    monthsWorkedLastYear: z.int().min(-1_000_000).max(1_000_000),
    wagesLastYear: money,
    statedMonthlyAverage: money,
    firstMonthWage: money,
    participation: perInsurance(z.boolean()),
    exemptionReasons: perInsurance(text),
    retirementCategory: z.enum(retirementCategories),
    mobile: text,
    lowWageReason: text,
    retirementReason: text,
    signed: z.boolean(),
  })
  .partial()
const Raw = z.partialRecord(z.enum(Object.keys(Draft.shape) as (keyof z.infer<typeof Draft>)[]), z.string().max(500))
/** Compiled: a list brings ten thousand of them. */
const DraftInput = z.compile(Draft.extend({ raw: Raw.optional() }), { strict: true })

/** A client's draft, or BAD_USER_INPUT naming the first field of another shape. Null stands for unknown. */
export function readDraftInput(input: unknown, at: string): PersonnelDraft {
  const result = DraftInput.safeParse(withoutNulls(input))
  if (result.success) {
    const draft = result.data as PersonnelDraft
    keepPermitNumber(draft)
    return draft
  }
  const path = result.error.issues[0]?.path.join('.') ?? ''
  throw badInput(`${at}.${path}`, 'This has another shape than a personnel record.')
}

/** Most drafts have none, and thousands come at once: those are taken as they are. */
function withoutNulls(value: unknown): unknown {
  if (!holdsNull(value)) return value
  const kept: [string, unknown][] = []
  for (const [key, part] of Object.entries(value))
    if (part !== null && part !== undefined) kept.push([key, withoutNulls(part)])
  return Object.fromEntries(kept)
}

function holdsNull(value: unknown): value is object {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false
  return Object.values(value).some((part) => part === null || part === undefined || holdsNull(part))
}
