import { FIVE_INSURANCES, isFen } from '@shebao/kernel'
import type { FiveInsurance } from '@shebao/kernel'
import { PERSON_ID_TYPES } from '@shebao/identifiers'
import { BENEFIT_STATUSES, INDUSTRIES, PAYMENT_STATUSES, UNIT_TYPES } from './unit-choices.ts'
import type { UnitSection } from './unit-choices.ts'
import type { UnitDraft, UnitFieldName } from './unit-form.ts'

/** What kind of answer a field takes; it decides the control on the screen and the checks of the answer alone. */
export type UnitFieldKind =
  | 'year'
  | 'text'
  | 'explanation'
  | 'personName'
  | 'phone'
  | 'personIdNumber'
  | 'creditCode'
  | 'registrationNumber'
  | 'account'
  | 'enum'
  | 'injuryClass'
  | 'boolean'
  | 'tick'
  | 'count'
  | 'money'
  | 'date'
  | 'periods'
  | 'branches'

/** `insurance` is given for fields answered once per insurance. `false` while what decides is unknown. */
export type RequiredWhen = (draft: UnitDraft, insurance: FiveInsurance) => boolean

/** One field of the unit form; the screen, the PDF and the API all draw from this catalogue. */
export interface UnitField {
  readonly name: UnitFieldName
  readonly section: UnitSection
  readonly kind: UnitFieldKind
  readonly values?: readonly string[]
  /** Answered five times, once per insurance. */
  readonly perInsurance: boolean
  readonly required: 'always' | RequiredWhen
  /** Fields nobody types: taken from the register or the ledger, or worked out from others. */
  readonly readOnly?: 'REGISTER' | 'COMPUTED' | 'LEDGER'
  readonly source: string
}

type Extra = Partial<Omit<UnitField, 'name' | 'section' | 'kind'>>

function field(section: UnitSection, name: UnitFieldName, kind: UnitFieldKind, extra: Extra = {}): UnitField {
  return { name, section, kind, perInsurance: false, required: 'always', source: 'domain 4.2', ...extra }
}

/** Shortest explanation of a "yes" in the self-check that says anything (domain 4.2). */
export const SHORTEST_EXPLANATION = 10

export const UNIT_FIELDS: readonly UnitField[] = [
  field('basics', 'year', 'year', { readOnly: 'REGISTER' }),
  field('basics', 'unitName', 'text', { readOnly: 'REGISTER', source: 'domain 4.2; M20 art. 4' }),
  field('basics', 'unitCode', 'registrationNumber', { readOnly: 'REGISTER', source: 'domain 1.4, 4.2; SIL art. 57' }),
  field('basics', 'creditCode', 'creditCode', { readOnly: 'REGISTER', source: 'domain 1.4; GB 32100-2015' }),
  field('basics', 'unitType', 'enum', { values: UNIT_TYPES }),
  field('basics', 'industry', 'enum', { values: INDUSTRIES, source: 'domain 4.2; GB/T 4754-2017' }),
  field('basics', 'injuryClass', 'injuryClass', { source: 'domain 2.3, 4.2; SIL art. 34' }),
  field('basics', 'registeredAddress', 'text'),
  field('basics', 'actualAddressDiffers', 'boolean'),
  field('basics', 'actualAddress', 'text', { required: (draft) => draft.actualAddressDiffers === true }),
  field('people', 'legalRepresentativeName', 'personName'),
  field('people', 'legalRepresentativeIdType', 'enum', { values: PERSON_ID_TYPES }),
  field('people', 'legalRepresentativeIdNumber', 'personIdNumber', { source: 'domain 1.1-1.3, 4.2' }),
  field('people', 'legalRepresentativePhone', 'phone', { source: 'domain 1.5, 4.2' }),
  field('people', 'handlerName', 'personName'),
  field('people', 'handlerPhone', 'phone', { source: 'domain 1.5, 4.2' }),
  field('bank', 'bankName', 'text', { source: 'domain 4.2; M20 art. 4' }),
  field('bank', 'bankAccountName', 'text', { source: 'domain 4.2; M20 art. 4' }),
  field('bank', 'bankAccountNumber', 'account', { source: 'domain 1.5, 4.2; M20 art. 4' }),
  field('bank', 'accountNameReason', 'text', { required: accountNameDiffers }),
  field('headcount', 'staffTotal', 'count'),
  field('headcount', 'staffRegular', 'count'),
  field('headcount', 'staffContract', 'count'),
  field('headcount', 'staffTemporary', 'count'),
  field('headcount', 'staffSeasonal', 'count'),
  field('headcount', 'staffLocal', 'count'),
  field('headcount', 'staffNonlocal', 'count'),
  field('headcount', 'staffUrban', 'count'),
  field('headcount', 'staffRural', 'count'),
  field('headcount', 'retirees', 'count', { source: 'domain 4.2: excludes internal early retirement' }),
  field('insured', 'insuredCount', 'count', { perInsurance: true }),
  field('insured', 'insuredShortfallReason', 'text', { perInsurance: true, required: isShort }),
  field('wages', 'totalWagesLastYear', 'money'),
  field('wages', 'averageMonthlyWageLastYear', 'money', { readOnly: 'COMPUTED' }),
  field('wages', 'averageBaseThisYear', 'money', { readOnly: 'COMPUTED' }),
  field('wages', 'annualContributionBase', 'money', { perInsurance: true }),
  field('payments', 'paidLastYear', 'money', {
    perInsurance: true,
    source: 'domain 4.2: excludes back payments, prepayments and late fees',
  }),
  field('payments', 'paidLastYearByLedger', 'money', {
    perInsurance: true,
    readOnly: 'LEDGER',
    source: 'domain 4.2; shown beside the answer [PD]',
  }),
  field('payments', 'paidLastYearReason', 'explanation', {
    required: (draft) => FIVE_INSURANCES.some((insurance) => paidDiffers(draft, insurance)),
    source: 'domain 4.2: a figure other than the ledger needs its reason [PD]',
  }),
  field('payments', 'arrears', 'money', { perInsurance: true, source: 'domain 4.2: principal only' }),
  field('payments', 'paymentStatus', 'enum', { values: PAYMENT_STATUSES }),
  field('payments', 'paymentStatusMonths', 'periods', {
    required: (draft) => draft.paymentStatus === 'DEFERRED' || draft.paymentStatus === 'ARREARS',
  }),
  field('payments', 'benefitStatus', 'enum', { values: BENEFIT_STATUSES }),
  field('payments', 'benefitStatusMonths', 'periods', { required: (draft) => draft.benefitStatus === 'WITHHELD' }),
  field('branches', 'hasBranches', 'boolean'),
  field('branches', 'branches', 'branches', { required: (draft) => draft.hasBranches === true }),
  field('selfCheck', 'underReported', 'boolean'),
  field('selfCheck', 'underReportedExplanation', 'explanation', { required: (draft) => draft.underReported === true }),
  field('selfCheck', 'benefitFraud', 'boolean'),
  field('selfCheck', 'benefitFraudExplanation', 'explanation', { required: (draft) => draft.benefitFraud === true }),
  field('truth', 'truthDeclared', 'tick'),
  field('truth', 'signer', 'personName'),
  field('truth', 'signedDate', 'date'),
]

const FIELD_BY_NAME = new Map<string, UnitField>(UNIT_FIELDS.map((entry) => [entry.name, entry]))

/** The catalogue entry of `bankName`, `insuredCount.PENSION` or `branches[0].head`. */
export function findUnitField(path: string): UnitField | undefined {
  return FIELD_BY_NAME.get(/^[A-Za-z]+/u.exec(path)?.[0] ?? '')
}

function accountNameDiffers(draft: UnitDraft): boolean {
  const account = compact(draft.bankAccountName)
  const unit = compact(draft.unitName)
  return account !== '' && unit !== '' && account !== unit
}

/** What was paid last year is stated otherwise than the ledger holds it; unknown on either side is no difference. */
export function paidDiffers({ paidLastYear, paidLastYearByLedger }: UnitDraft, insurance: FiveInsurance): boolean {
  const [stated, held] = [paidLastYear?.[insurance], paidLastYearByLedger?.[insurance]]
  return isFen(stated) && stated >= 0 && isFen(held) && stated !== held
}

/** Names are the same whatever the width of brackets and spaces in them. */
function compact(name: string | undefined): string {
  return (name ?? '').normalize('NFKC').replace(/\s/gu, '')
}

function isShort(draft: UnitDraft, insurance: FiveInsurance): boolean {
  const insured = draft.insuredCount?.[insurance]
  const total = draft.staffTotal
  // Only two sound answers can show a shortfall; a faulty one is reported where it stands.
  return isCount(insured) && isCount(total) && insured < total
}

function isCount(value: number | undefined): value is number {
  return value !== undefined && Number.isSafeInteger(value) && value >= 0
}
