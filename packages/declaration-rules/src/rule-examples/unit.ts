import { fen } from '@shebao/kernel'
import type { FiveInsurance } from '@shebao/kernel'
import type { UnitDraft } from '../unit-form.ts'
import type { UnitContext } from '../unit-rules/check-figures.ts'

function all<T>(value: T): Record<FiveInsurance, T> {
  return { PENSION: value, MEDICAL: value, UNEMPLOYMENT: value, WORK_INJURY: value, MATERNITY: value }
}

/** A unit form that every rule accepts; the examples change one thing. */
export const GOOD_UNIT: UnitDraft = {
  year: 2026,
  unitName: '北京明远科技有限公司',
  unitCode: '91110105MA0000007L',
  creditCode: '91110105MA0000007L',
  unitType: 'ENTERPRISE',
  industry: 'I',
  injuryClass: 1,
  registeredAddress: '北京市朝阳区某路1号',
  actualAddressDiffers: false,
  legalRepresentativeName: '王建国',
  legalRepresentativeIdType: 'RESIDENT_ID',
  legalRepresentativeIdNumber: '110101199003078670',
  legalRepresentativePhone: '13812345678',
  handlerName: '李静',
  handlerPhone: '010-62345678',
  bankName: '某银行北京朝阳支行',
  bankAccountName: '北京明远科技有限公司',
  bankAccountNumber: '0200001234567890',
  staffTotal: 10,
  staffRegular: 6,
  staffContract: 2,
  staffTemporary: 1,
  staffSeasonal: 1,
  staffLocal: 4,
  staffNonlocal: 6,
  staffUrban: 10,
  staffRural: 0,
  retirees: 0,
  insuredCount: all(10),
  totalWagesLastYear: fen(120_000_000),
  averageMonthlyWageLastYear: fen(1_000_000),
  averageBaseThisYear: fen(1_000_000),
  annualContributionBase: all(fen(10_000_000)),
  paidLastYear: all(fen(5_000_000)),
  paidLastYearByLedger: all(fen(5_000_000)),
  arrears: all(fen(0)),
  paymentStatus: 'PAID',
  benefitStatus: 'PAID',
  hasBranches: false,
  underReported: false,
  benefitFraud: false,
  truthDeclared: true,
  signer: '王建国',
  signedDate: '2026-06-15',
}

export const UNIT_CONTEXT: UnitContext = {
  today: '2026-06-15',
  year: 2026,
  ledgerArrears: {},
  register: { unitName: '北京明远科技有限公司', unitCode: '91110105MA0000007L', creditCode: '91110105MA0000007L' },
}

type Change = Partial<Record<keyof UnitDraft, unknown>>
/** Rule, field it names, the change that fails it and nothing else. */
export type UnitExample = readonly [rule: string, field: string, change: Change]

const short = { insuredCount: { ...all(10), PENSION: 9 } }
const branch = { name: '上海分公司', head: '张伟', phone: '021-62345678', address: '上海市某路2号' }
/** The ledger holds 50,000.00 of last year's pension. */
export const NOTHING_PAID = { paidLastYear: { ...all(fen(5_000_000)), PENSION: fen(0) } }
const owing = { arrears: { ...all(fen(0)), PENSION: fen(100) } }

export const UNIT_EXAMPLES: readonly UnitExample[] = [
  ['year.window', 'year', { year: 2025 }],
  ['register.differs', 'unitName', { unitName: '北京远明科技有限公司', bankAccountName: '北京远明科技有限公司' }],
  ['staffTotal.byForm', 'staffTotal', { staffSeasonal: 0 }],
  ['staffLocal.sum', 'staffLocal', { staffLocal: 5 }],
  ['staffUrban.sum', 'staffUrban', { staffRural: 1 }],
  ['insuredCount.aboveStaff', 'insuredCount.MEDICAL', { insuredCount: { ...all(10), MEDICAL: 11 } }],
  ['insuredShortfallReason.required', 'insuredShortfallReason.PENSION', short],
  ['totalWagesLastYear.forStaff', 'totalWagesLastYear', { totalWagesLastYear: fen(0) }],
  [
    'paidLastYear.ledger',
    'paidLastYear.PENSION',
    { ...NOTHING_PAID, paidLastYearReason: '去年十二月的一笔在途，银行尚未入账' },
  ],
  ['paymentStatus.arrears', 'paymentStatus', { paymentStatus: 'ARREARS', paymentStatusMonths: ['2025-11'] }],
  ['arrears.ledger', 'arrears.PENSION', { ...owing, paymentStatus: 'ARREARS', paymentStatusMonths: ['2025-11'] }],
  ['actualAddress.required', 'actualAddress', { actualAddressDiffers: true }],
  ['accountNameReason.required', 'accountNameReason', { bankAccountName: '北京远明科技有限公司' }],
  ['paymentStatusMonths.required', 'paymentStatusMonths', { paymentStatus: 'DEFERRED' }],
  [
    'paymentStatusMonths.format',
    'paymentStatusMonths',
    { paymentStatus: 'DEFERRED', paymentStatusMonths: ['2025-13'] },
  ],
  ['paymentStatusMonths.range', 'paymentStatusMonths', { paymentStatus: 'DEFERRED', paymentStatusMonths: ['2026-07'] }],
  ['benefitStatusMonths.required', 'benefitStatusMonths', { benefitStatus: 'WITHHELD', benefitStatusMonths: [] }],
  ['benefitStatusMonths.format', 'benefitStatusMonths', { benefitStatus: 'WITHHELD', benefitStatusMonths: ['六月'] }],
  ['benefitStatusMonths.range', 'benefitStatusMonths', { benefitStatus: 'WITHHELD', benefitStatusMonths: ['2026-07'] }],
  ['branches.required', 'branches', { hasBranches: true }],
  ['branches.required', 'branches[0].address', { hasBranches: true, branches: [{ ...branch, address: ' ' }] }],
  ['branches.format', 'branches[0].phone', { hasBranches: true, branches: [{ ...branch, phone: '12345' }] }],
  ['branches.format', 'branches[1].head', { hasBranches: true, branches: [branch, { ...branch, head: '张3' }] }],
  ['underReportedExplanation.required', 'underReportedExplanation', { underReported: true }],
  [
    'underReportedExplanation.range',
    'underReportedExplanation',
    { underReported: true, underReportedExplanation: '漏报一人，已 补 报' },
  ],
  [
    'benefitFraudExplanation.required',
    'benefitFraudExplanation',
    { benefitFraud: true, benefitFraudExplanation: '　' },
  ],
  [
    'benefitFraudExplanation.range',
    'benefitFraudExplanation',
    { benefitFraud: true, benefitFraudExplanation: '已退回' },
  ],
  ['truthDeclared.required', 'truthDeclared', { truthDeclared: false }],
  ['signedDate.format', 'signedDate', { signedDate: '2026-02-29' }],
  ['signedDate.range', 'signedDate', { signedDate: '2026-06-16' }],
  ['year.format', 'year', { year: 2026.5 }],
  ['year.range', 'year', { year: -1 }],
  ['injuryClass.range', 'injuryClass', { injuryClass: 9 }],
  ['injuryClass.format', 'injuryClass', { injuryClass: undefined, raw: { injuryClass: '一类' } }],
  ['creditCode.format', 'creditCode', { creditCode: '9111O105MA0000007L' }],
  ['creditCode.region', 'creditCode', { creditCode: '91990105MA0000007L' }],
  ['creditCode.checksum', 'creditCode', { creditCode: '91110105MA0000007M' }],
  ['unitCode.format', 'unitCode', { unitCode: '12-3' }],
  ['unitCode.region', 'unitCode', { unitCode: '91990105MA0000007L' }],
  ['unitCode.checksum', 'unitCode', { unitCode: '91110105MA0000007M' }],
  ['legalRepresentativeIdNumber.format', 'legalRepresentativeIdNumber', { legalRepresentativeIdNumber: '1101' }],
  [
    'legalRepresentativeIdNumber.region',
    'legalRepresentativeIdNumber',
    { legalRepresentativeIdNumber: '990101199003078670' },
  ],
  [
    'legalRepresentativeIdNumber.birthDate',
    'legalRepresentativeIdNumber',
    { legalRepresentativeIdNumber: '440308199902301512' },
  ],
  [
    'legalRepresentativeIdNumber.checksum',
    'legalRepresentativeIdNumber',
    { legalRepresentativeIdNumber: '11010119900307867X' },
  ],
  [
    'legalRepresentativeIdNumber.unknownRegion',
    'legalRepresentativeIdNumber',
    { legalRepresentativeIdNumber: '34052419800101001X' },
  ],
  ['bankAccountNumber.format', 'bankAccountNumber', { bankAccountNumber: '1234567' }],
  ['handlerPhone.format', 'handlerPhone', { handlerPhone: '62345678' }],
  ['legalRepresentativePhone.format', 'legalRepresentativePhone', { legalRepresentativePhone: '12812345678' }],
  ['unitType.format', 'unitType', { unitType: 'CLUB' }],
  ['actualAddressDiffers.format', 'actualAddressDiffers', { actualAddressDiffers: 'maybe' }],
  ...(['handlerName', 'legalRepresentativeName', 'signer'] as const).flatMap((name): UnitExample[] => [
    [`${name}.format`, name, { [name]: '李静2' }],
    [`${name}.rareName`, name, { [name]: '李' }],
  ]),
]

/** An inner organisation code with a wrong check only warns; the register says the same number. */
export const ODD_CREDIT_CODE = 'N2110105MA0000000E'

export const UNIT_PASSES: readonly (readonly [why: string, change: Change])[] = [
  [
    'fewer insured than staff, with the reason',
    { ...short, insuredShortfallReason: { PENSION: '一人已在原单位参保' } },
  ],
  ['an explanation of ten characters', { underReported: true, underReportedExplanation: '漏报一人，已补报两个月' }],
  ['a branch in full', { hasBranches: true, branches: [branch] }],
  ['an account name in half-width brackets', { bankAccountName: ' 北京明远科技有限公司 ' }],
  ['answers to a question no longer asked', { hasBranches: false, branches: [{ ...branch, phone: '1' }] }],
  ['deferred without arrears', { paymentStatus: 'DEFERRED', paymentStatusMonths: ['2026-05'] }],
  ['zero is an answer', { retirees: 0, staffRural: 0 }],
]

export function changeUnit(change: Change): UnitDraft {
  return Object.fromEntries(
    Object.entries({ ...GOOD_UNIT, ...change }).filter(([, value]) => value !== undefined),
  ) as UnitDraft
}
