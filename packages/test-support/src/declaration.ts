import fc from 'fast-check'
import type { Declaration, DeclarationContext, IssueCode, PersonnelRow, UnitDraft } from '@shebao/declaration-rules'
import { figuresOf, PersonnelChecker, personnelContextOf } from '@shebao/declaration-rules'
import type { Fen, FiveInsurance } from '@shebao/kernel'
import { fen, FIVE_INSURANCES, period } from '@shebao/kernel'
import { BEIJING, requirePolicy, SHIPPED_PARAMETER_ROWS } from '@shebao/premium'
import type { PersonnelDraft } from '@shebao/roster'
import { employmentForms, householdTypes } from '@shebao/roster'
import {
  makeCreditCode,
  makeMobile,
  makePersonName,
  makeResidentId,
  pickInteger,
  pickOne,
  seededRandom,
} from './identifiers.ts'
import type { Random } from './identifiers.ts'

/** Everything the rules know in these tests: Beijing's parameters, a fixed day, the list signed, no arrears. */
export function declarationContext(): DeclarationContext {
  const today = '2026-06-15'
  const policy = requirePolicy(SHIPPED_PARAMETER_ROWS, BEIJING, period('2026-06'), 1)
  return { ...personnelContextOf(policy, today, 2026), signedList: true, ledgerArrears: {} }
}

const date = (random: Random, first: number, last: number): string => {
  const two = (least: number, most: number): string => String(pickInteger(random, least, most)).padStart(2, '0')
  return `${pickInteger(random, first, last)}-${two(1, 12)}-${two(1, 28)}`
}

/** What goes with a resident ID. */
const registered = householdTypes.filter((one) => one !== 'HMT_RESIDENT' && one !== 'FOREIGN_NATIONAL')

/** Somebody of working age, above the minimum wage, with every answer given. */
export function makeCompletePerson(random: Random): PersonnelDraft {
  const sex = random() < 0.5 ? 'MALE' : 'FEMALE'
  const isNew = random() < 0.1
  const months = isNew ? 0 : pickInteger(random, 1, 12)
  const wage = pickInteger(random, 300_000, 6_000_000)
  const exempt = random() < 0.05 ? pickOne(random, FIVE_INSURANCES) : undefined
  return {
    name: makePersonName(random),
    idType: 'RESIDENT_ID',
    idNumber: makeResidentId(random, { sex, birthDate: date(random, 1980, 2004), region: '110101' }),
    sex,
    householdType: pickOne(random, registered),
    employmentForm: pickOne(random, employmentForms),
    hireDate: isNew ? date(random, 2026, 2026).replace(/-\d\d-/, '-03-') : date(random, 2021, 2024),
    monthsWorkedLastYear: months,
    wagesLastYear: fen(months * wage),
    ...(isNew ? { firstMonthWage: fen(wage) } : {}),
    mobile: makeMobile(random),
    participation: perInsurance((insurance) => insurance !== exempt),
    ...(exempt === undefined ? {} : { exemptionReasons: { [exempt]: '已在原单位参保，办理转移中' } }),
  }
}

function perInsurance<T>(valueOf: (insurance: FiveInsurance) => T): Record<FiveInsurance, T> {
  return {
    PENSION: valueOf('PENSION'),
    MEDICAL: valueOf('MEDICAL'),
    UNEMPLOYMENT: valueOf('UNEMPLOYMENT'),
    WORK_INJURY: valueOf('WORK_INJURY'),
    MATERNITY: valueOf('MATERNITY'),
  }
}

const some = (value: number | undefined): Fen => fen(value ?? 0)

/** A unit form whose figures are those of the list. */
export function makeCompleteUnit(
  random: Random,
  rows: readonly PersonnelRow[],
  context: DeclarationContext,
): UnitDraft {
  const figures = figuresOf(new PersonnelChecker(context, rows).totals)
  const unitName = '北京明远科技有限公司'
  const creditCode = makeCreditCode(random, '110105')
  const mobile = makeMobile(random)
  return {
    year: context.year,
    unitName,
    unitCode: creditCode,
    creditCode,
    unitType: 'ENTERPRISE',
    industry: 'I',
    injuryClass: 1,
    registeredAddress: '北京市朝阳区某路1号',
    actualAddressDiffers: false,
    legalRepresentativeName: '王建国',
    legalRepresentativeIdType: 'RESIDENT_ID',
    legalRepresentativeIdNumber: makeResidentId(random, { birthDate: '1975-05-05', region: '110101' }),
    legalRepresentativePhone: mobile,
    handlerName: '李静',
    handlerPhone: '010-62345678',
    bankName: '某银行北京朝阳支行',
    bankAccountName: unitName,
    bankAccountNumber: '0200001234567890',
    staffTotal: figures.staffTotal,
    staffRegular: figures.staffRegular,
    staffContract: figures.staffContract,
    staffTemporary: figures.staffTemporary,
    staffSeasonal: figures.staffSeasonal,
    staffLocal: figures.staffLocal,
    staffNonlocal: figures.staffNonlocal,
    staffUrban: figures.staffUrban,
    staffRural: figures.staffRural,
    retirees: 0,
    insuredCount: figures.insuredCount,
    insuredShortfallReason: perInsurance(() => '个别职工在原单位参保，正在转移'),
    totalWagesLastYear: some(figures.totalWagesLastYear),
    averageMonthlyWageLastYear: some(figures.averageMonthlyWageLastYear),
    averageBaseThisYear: some(figures.averageBaseThisYear),
    annualContributionBase: perInsurance((insurance) => some(figures.annualContributionBase[insurance])),
    // Of a unit whose ledger holds nothing of last year.
    paidLastYear: perInsurance(() => fen(0)),
    paidLastYearByLedger: perInsurance(() => fen(0)),
    arrears: perInsurance(() => fen(0)),
    paymentStatus: 'PAID',
    benefitStatus: 'PAID',
    hasBranches: false,
    underReported: false,
    benefitFraud: false,
    truthDeclared: true,
    signer: '王建国',
    signedDate: context.today,
  }
}

export function makeCompleteDeclaration(seed: number, people: number): Declaration {
  const random = seededRandom(seed)
  const byNumber = new Map<string, PersonnelDraft>()
  while (byNumber.size < people) {
    const person = makeCompletePerson(random)
    byNumber.set(person.idNumber ?? '', person)
  }
  const personnel = [...byNumber.values()].map((draft, index) => ({ draft, row: index + 2 }))
  const comparison = { currentRosterVersion: 'v1', downloadedRosterVersion: 'v1', openDifferences: 0 }
  return { unit: makeCompleteUnit(random, personnel, declarationContext()), personnel, comparison }
}

/** Draws declarations that lack nothing. */
export function completeDeclaration(mostPeople = 12): fc.Arbitrary<Declaration> {
  return fc
    .record({ seed: fc.nat(), people: fc.integer({ min: 1, max: mostPeople }) })
    .map(({ seed, people }) => makeCompleteDeclaration(seed, people))
}

export interface BrokenDeclaration {
  readonly declaration: Declaration
  /** What has to be said about it. */
  readonly expected: { readonly path: string; readonly code: IssueCode }
}

type PersonBreak = (
  draft: PersonnelDraft,
) => readonly [field: string, code: IssueCode, change: Partial<Record<keyof PersonnelDraft, unknown>>]

const swapLast = (number = ''): string => number.slice(0, 17) + (number.endsWith('1') ? '2' : '1')

const PERSON_BREAKS: Readonly<Record<string, PersonBreak>> = {
  noName: () => ['name', 'REQUIRED', { name: '　 ' }],
  digitInName: (draft) => ['name', 'FORMAT', { name: `${draft.name}1` }],
  noNumber: () => ['idNumber', 'REQUIRED', { idNumber: undefined }],
  wrongCheck: ({ idNumber }) => ['idNumber', 'CHECKSUM', { idNumber: swapLast(idNumber) }],
  noProvince: ({ idNumber = '' }) => ['idNumber', 'REGION', { idNumber: `99${idNumber.slice(2)}` }],
  wrongBirth: ({ idNumber = '' }) => [
    'idNumber',
    'BIRTH_DATE',
    { idNumber: `${idNumber.slice(0, 10)}1332${idNumber.slice(14)}` },
  ],
  otherSex: ({ sex }) => ['sex', 'DERIVED_MISMATCH', { sex: sex === 'MALE' ? 'FEMALE' : 'MALE' }],
  noHousehold: () => ['householdType', 'REQUIRED', { householdType: undefined }],
  noEmploymentForm: () => ['employmentForm', 'REQUIRED', { employmentForm: undefined }],
  unreadHire: () => ['hireDate', 'FORMAT', { hireDate: undefined, raw: { hireDate: '前年' } }],
  futureHire: () => ['hireDate', 'RANGE', { hireDate: '2031-01-01' }],
  leftBeforeHire: () => ['leaveDate', 'DATE_ORDER', { leaveDate: '2001-01-01' }],
  noMonths: () => ['monthsWorkedLastYear', 'REQUIRED', { monthsWorkedLastYear: undefined }],
  tooManyMonths: () => ['monthsWorkedLastYear', 'RANGE', { monthsWorkedLastYear: 13 }],
  noWages: () => ['wagesLastYear', 'REQUIRED', { wagesLastYear: undefined }],
  negativeWages: () => ['wagesLastYear', 'RANGE', { wagesLastYear: fen(-1) }],
  wagesAgainstMonths: ({ monthsWorkedLastYear }) => [
    'wagesLastYear',
    'RANGE',
    { wagesLastYear: fen(monthsWorkedLastYear === 0 ? 500_000 : 0) },
  ],
  wrongMobile: () => ['mobile', 'FORMAT', { mobile: '12812345678' }],
  notInPension: ({ participation }) => [
    'participation.PENSION',
    'REQUIRED',
    { participation: { ...participation, PENSION: false }, exemptionReasons: {} },
  ],
  pensionUnknown: ({ participation }) => {
    const { PENSION: _unsaid, ...rest } = participation ?? {}
    return ['participation.PENSION', 'REQUIRED', { participation: rest }]
  },
}

type UnitBreak = (
  unit: UnitDraft,
) => readonly [field: string, code: IssueCode, change: Partial<Record<keyof UnitDraft, unknown>>]

const UNIT_BREAKS: Readonly<Record<string, UnitBreak>> = {
  noBank: () => ['bankName', 'REQUIRED', { bankName: '　' }],
  otherAccountName: () => ['accountNameReason', 'REQUIRED', { bankAccountName: '北京远明科技有限公司' }],
  wrongCreditCode: ({ creditCode = '' }) => [
    'creditCode',
    'CHECKSUM',
    { creditCode: creditCode.slice(0, 17) + (creditCode.endsWith('1') ? '2' : '1') },
  ],
  staffParts: ({ staffRegular = 0 }) => ['staffTotal', 'SUM_MISMATCH', { staffRegular: staffRegular + 1 }],
  staffAboveList: ({ staffTotal = 0 }) => ['staffTotal', 'SUM_MISMATCH', { staffTotal: staffTotal + 1 }],
  insuredAboveStaff: ({ staffTotal = 0, insuredCount }) => [
    'insuredCount.MEDICAL',
    'RANGE',
    { insuredCount: { ...insuredCount, MEDICAL: staffTotal + 1 } },
  ],
  oneFenMore: ({ totalWagesLastYear }) => [
    'totalWagesLastYear',
    'SUM_MISMATCH',
    { totalWagesLastYear: fen((totalWagesLastYear ?? 0) + 1) },
  ],
  arrearsUnknownToLedger: ({ arrears }) => [
    'arrears.PENSION',
    'LEDGER_MISMATCH',
    { arrears: { ...arrears, PENSION: fen(1) } },
  ],
  arrearsOfNothing: () => [
    'paymentStatus',
    'LEDGER_MISMATCH',
    { paymentStatus: 'ARREARS', paymentStatusMonths: ['2025-11'] },
  ],
  noMonthsOfDeferral: () => ['paymentStatusMonths', 'REQUIRED', { paymentStatus: 'DEFERRED' }],
  noBranch: () => ['branches', 'REQUIRED', { hasBranches: true, branches: [] }],
  shortExplanation: () => [
    'underReportedExplanation',
    'RANGE',
    { underReported: true, underReportedExplanation: '有一人漏报' },
  ],
  notTicked: () => ['truthDeclared', 'REQUIRED', { truthDeclared: false }],
  signedTomorrow: () => ['signedDate', 'RANGE', { signedDate: '2026-06-16' }],
}

/** Names of every way to break a declaration. */
export const BREAK_NAMES: readonly string[] = [
  ...Object.keys(PERSON_BREAKS),
  ...Object.keys(UNIT_BREAKS),
  'duplicate',
  'emptyList',
  'openDifference',
  'staleRoster',
]

/** Breaks one thing in a complete declaration and says what the rules have to say about it. */
export function breakDeclaration(whole: Declaration, name: string, place: number): BrokenDeclaration {
  const personBreak = PERSON_BREAKS[name]
  const unitBreak = UNIT_BREAKS[name]
  if (personBreak !== undefined) return breakPerson(whole, personBreak, place % whole.personnel.length)
  if (unitBreak !== undefined) {
    const [field, code, change] = unitBreak(whole.unit)
    return { declaration: { ...whole, unit: changed(whole.unit, change) }, expected: { path: `unit.${field}`, code } }
  }
  const comparison = { currentRosterVersion: 'v1', downloadedRosterVersion: 'v1', openDifferences: 0 }
  switch (name) {
    case 'duplicate': {
      const first = whole.personnel[place % whole.personnel.length]
      const personnel = first === undefined ? whole.personnel : [...whole.personnel, first]
      return {
        declaration: { ...whole, personnel },
        expected: { path: `personnel[${whole.personnel.length}].idNumber`, code: 'DUPLICATE' },
      }
    }
    case 'emptyList':
      return { declaration: { ...whole, personnel: [] }, expected: { path: 'personnel.*.list', code: 'REQUIRED' } }
    case 'openDifference':
      return {
        declaration: { ...whole, comparison: { ...comparison, openDifferences: 1 } },
        expected: { path: 'comparison.openDifferences', code: 'NOT_RESOLVED' },
      }
    case 'staleRoster':
      return {
        declaration: { ...whole, comparison: { ...comparison, currentRosterVersion: 'v2' } },
        expected: { path: 'comparison.rosterVersion', code: 'ROSTER_STALE' },
      }
    default:
      throw new RangeError(`no such break: ${name}`)
  }
}

function breakPerson(whole: Declaration, breaker: PersonBreak, index: number): BrokenDeclaration {
  const person = whole.personnel[index]
  if (person === undefined) throw new RangeError('nobody to break')
  const [field, code, change] = breaker(person.draft)
  const personnel = whole.personnel.with(index, { ...person, draft: changed(person.draft, change) })
  return { declaration: { ...whole, personnel }, expected: { path: `personnel[${index}].${field}`, code } }
}

/** A copy with the change; a field set to undefined is gone, as it is when nobody typed it. */
function changed<T extends object>(value: T, change: Partial<Record<keyof T, unknown>>): T {
  const merged = { ...value, ...change }
  const known = Object.entries(merged).filter(([, entry]) => entry !== undefined)
  return Object.fromEntries(known) as T
}

/** Draws a complete declaration and one thing that is wrong with it. */
export function brokenDeclaration(mostPeople = 12): fc.Arbitrary<BrokenDeclaration> {
  return fc
    .record({ whole: completeDeclaration(mostPeople), name: fc.constantFrom(...BREAK_NAMES), place: fc.nat() })
    .map(({ whole, name, place }) => breakDeclaration(whole, name, place))
}
