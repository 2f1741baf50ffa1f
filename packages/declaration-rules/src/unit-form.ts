import type { Fen } from '@shebao/kernel'
import { FIVE_INSURANCES, isFen } from '@shebao/kernel'
import { PERSON_ID_TYPES } from '@shebao/identifiers'
import { z } from 'zod'
import { BENEFIT_STATUSES, INDUSTRIES, PAYMENT_STATUSES, UNIT_TYPES } from './unit-choices.ts'

/** The unit form of the annual inspection (domain 4.2). Money in fen, dates YYYY-MM-DD, periods YYYY-MM. */

const money = z.custom<Fen>(isFen)
const count = z.number().int()
const perInsurance = <T extends z.ZodType>(value: T) => z.partialRecord(z.enum(FIVE_INSURANCES), value)
const allInsurances = <T extends z.ZodType>(value: T) => z.record(z.enum(FIVE_INSURANCES), value)

export const BranchDraft = z.object({
  name: z.string().optional(),
  head: z.string().optional(),
  phone: z.string().optional(),
  address: z.string().optional(),
})
export type BranchDraft = z.infer<typeof BranchDraft>

/** Shape only: everything may still be missing, and what could not be read stays as text in `raw`. */
export const UnitDraft = z.object({
  year: count.optional(),
  unitName: z.string().optional(),
  unitCode: z.string().optional(),
  creditCode: z.string().optional(),
  unitType: z.enum(UNIT_TYPES).optional(),
  industry: z.enum(INDUSTRIES).optional(),
  injuryClass: count.optional(),
  registeredAddress: z.string().optional(),
  actualAddressDiffers: z.boolean().optional(),
  actualAddress: z.string().optional(),
  legalRepresentativeName: z.string().optional(),
  legalRepresentativeIdType: z.enum(PERSON_ID_TYPES).optional(),
  legalRepresentativeIdNumber: z.string().optional(),
  legalRepresentativePhone: z.string().optional(),
  handlerName: z.string().optional(),
  handlerPhone: z.string().optional(),
  bankName: z.string().optional(),
  bankAccountName: z.string().optional(),
  bankAccountNumber: z.string().optional(),
  accountNameReason: z.string().optional(),
  staffTotal: count.optional(),
  staffRegular: count.optional(),
  staffContract: count.optional(),
  staffTemporary: count.optional(),
  staffSeasonal: count.optional(),
  staffLocal: count.optional(),
  staffNonlocal: count.optional(),
  staffUrban: count.optional(),
  staffRural: count.optional(),
  retirees: count.optional(),
  insuredCount: perInsurance(count).optional(),
  insuredShortfallReason: perInsurance(z.string()).optional(),
  totalWagesLastYear: money.optional(),
  averageMonthlyWageLastYear: money.optional(),
  averageBaseThisYear: money.optional(),
  annualContributionBase: perInsurance(money).optional(),
  paidLastYear: perInsurance(money).optional(),
  /** What the office's ledger holds of the same months, written here when the draft is looked at: nobody types it. */
  paidLastYearByLedger: perInsurance(money).optional(),
  paidLastYearReason: z.string().optional(),
  arrears: perInsurance(money).optional(),
  paymentStatus: z.enum(PAYMENT_STATUSES).optional(),
  paymentStatusMonths: z.array(z.string()).optional(),
  benefitStatus: z.enum(BENEFIT_STATUSES).optional(),
  benefitStatusMonths: z.array(z.string()).optional(),
  hasBranches: z.boolean().optional(),
  branches: z.array(BranchDraft).optional(),
  underReported: z.boolean().optional(),
  underReportedExplanation: z.string().optional(),
  benefitFraud: z.boolean().optional(),
  benefitFraudExplanation: z.string().optional(),
  truthDeclared: z.boolean().optional(),
  signer: z.string().optional(),
  signedDate: z.string().optional(),
  raw: z.record(z.string(), z.string()).optional(),
})
export type UnitDraft = z.infer<typeof UnitDraft>
export type UnitFieldName = Exclude<keyof UnitDraft, 'raw'>

const written = z.string().trim().min(1)
const whole = count.nonnegative()
const amount = money.refine((value) => value >= 0)

/** What the rest of the system accepts: a form without any error. Only what is conditional may be absent. */
export const UnitComplete = UnitDraft.omit({ raw: true }).extend({
  year: whole,
  unitName: written,
  unitCode: written,
  creditCode: written,
  unitType: z.enum(UNIT_TYPES),
  industry: z.enum(INDUSTRIES),
  injuryClass: z.number().int().min(1).max(8),
  registeredAddress: written,
  actualAddressDiffers: z.boolean(),
  legalRepresentativeName: written,
  legalRepresentativeIdType: z.enum(PERSON_ID_TYPES),
  legalRepresentativeIdNumber: written,
  legalRepresentativePhone: written,
  handlerName: written,
  handlerPhone: written,
  bankName: written,
  bankAccountName: written,
  bankAccountNumber: written,
  staffTotal: whole,
  staffRegular: whole,
  staffContract: whole,
  staffTemporary: whole,
  staffSeasonal: whole,
  staffLocal: whole,
  staffNonlocal: whole,
  staffUrban: whole,
  staffRural: whole,
  retirees: whole,
  insuredCount: allInsurances(whole),
  totalWagesLastYear: amount,
  averageMonthlyWageLastYear: amount,
  averageBaseThisYear: amount,
  annualContributionBase: allInsurances(amount),
  paidLastYear: allInsurances(amount),
  arrears: allInsurances(amount),
  paymentStatus: z.enum(PAYMENT_STATUSES),
  benefitStatus: z.enum(BENEFIT_STATUSES),
  hasBranches: z.boolean(),
  underReported: z.boolean(),
  benefitFraud: z.boolean(),
  truthDeclared: z.literal(true),
  signer: written,
  signedDate: z.iso.date(),
})
export type UnitComplete = z.infer<typeof UnitComplete>
