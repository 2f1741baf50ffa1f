import type { Fen } from '@shebao/kernel'
import { fen } from '@shebao/kernel'
import type { PersonnelDraft } from '@shebao/roster'
import type { PersonnelContext } from '../personnel-context.ts'
import type { PersonnelRow } from '../personnel-row.ts'

/** A person whom every rule accepts; the examples change one thing. All numbers are synthetic. */
export const GOOD_PERSON: PersonnelDraft = {
  name: '欧阳明',
  idType: 'RESIDENT_ID',
  idNumber: '110101199003078670',
  sex: 'MALE',
  birthDate: '1990-03-07',
  householdType: 'LOCAL_URBAN',
  employmentForm: 'CONTRACT',
  hireDate: '2020-03-01',
  monthsWorkedLastYear: 12,
  wagesLastYear: fen(12_000_000),
  statedMonthlyAverage: fen(1_000_000),
  mobile: '13812345678',
  participation: { PENSION: true, MEDICAL: true, UNEMPLOYMENT: true, WORK_INJURY: true, MATERNITY: true },
}

export const PERSON_CONTEXT: PersonnelContext = {
  today: '2026-06-15',
  year: 2026,
  signedList: true,
  minimumMonthlyWage: fen(254_000),
}

/** No Latin letter, no digit to tell sex and birth date by. */
const PASSPORT = {
  idType: 'FOREIGN_PASSPORT_NUMBER',
  idNumber: 'DEU0G0123456',
  householdType: 'FOREIGN_NATIONAL',
} as const
const RETIRED = { idNumber: '11010519491231002X', sex: 'FEMALE', birthDate: '1949-12-31' } as const
/** Not whole numbers of fen, as a faulty client could still send them. */
const half = 0.5 as Fen

type Change = Partial<Record<keyof PersonnelDraft, unknown>>
/** Rule, field it names, the change that fails it, whether the file lost the number's digits. */
export type PersonExample = readonly [rule: string, field: string, change: Change, person?: Partial<PersonnelRow>]

const out = (...insurances: readonly string[]) => ({
  ...GOOD_PERSON.participation,
  ...Object.fromEntries(insurances.map((insurance) => [insurance, undefined])),
})

/** Each fails exactly the one rule it names. */
export const PERSON_EXAMPLES: readonly PersonExample[] = [
  ['name.required', 'name', { name: '\u3000 ' }],
  ['name.required', 'name', { name: undefined }],
  ['name.format', 'name', { name: '张三1' }],
  ['name.format', 'name', { name: '·张三' }],
  ['name.rare', 'name', { name: '张' }],
  ['idType.format', 'idType', { idType: undefined, raw: { idType: '图书证' } }],
  ['idNumber.required', 'idNumber', { idNumber: ' ', idType: undefined }],
  ['idNumber.format', 'idNumber', { idNumber: '11010119900307867' }],
  ['idNumber.format', 'idNumber', { idNumber: '610104620927690', sex: undefined, birthDate: undefined }],
  ['idNumber.region', 'idNumber', { idNumber: '990101199003078670' }],
  ['idNumber.birthDate', 'idNumber', { idNumber: '440308199902301512' }],
  ['idNumber.checksum', 'idNumber', { idNumber: '11010119900307867X' }],
  ['idNumber.checksum', 'idNumber', { idType: 'HMT_RESIDENCE_PERMIT', idNumber: '830000199201300023' }],
  ['idNumber.storedAsNumber', 'idNumber', { idNumber: '350203199210315000' }, { idDigitsLost: true }],
  ['idNumber.unknownRegion', 'idNumber', { idNumber: '34052419800101001X', birthDate: '1980-01-01' }],
  [
    'age.minimum',
    'idNumber',
    {
      idNumber: '110101201006163678',
      birthDate: undefined,
      hireDate: '2026-03-01',
      monthsWorkedLastYear: 0,
      wagesLastYear: 0,
      statedMonthlyAverage: undefined,
      firstMonthWage: 500_000,
    },
  ],
  ['age.minimum', 'birthDate', { ...PASSPORT, birthDate: '2010-06-16', hireDate: '2025-01-01' }],
  ['sex.required', 'sex', { ...PASSPORT, sex: undefined }],
  ['sex.format', 'sex', { sex: undefined, raw: { sex: '不详' } }],
  ['sex.derived', 'sex', { sex: 'FEMALE' }],
  ['birthDate.required', 'birthDate', { ...PASSPORT, birthDate: undefined }],
  ['birthDate.format', 'birthDate', { birthDate: undefined, raw: { birthDate: '九零年' } }],
  ['birthDate.range', 'birthDate', { birthDate: '2026-06-16' }],
  ['birthDate.derived', 'birthDate', { birthDate: '1990-03-08' }],
  ['mobile.required', 'mobile', { mobile: '' }],
  ['mobile.format', 'mobile', { mobile: '12812345678' }],
  ['householdType.required', 'householdType', { householdType: undefined }],
  ['householdType.format', 'householdType', { householdType: undefined, raw: { householdType: '火星' } }],
  ['householdType.derived', 'householdType', { householdType: 'HMT_RESIDENT' }],
  ['householdType.derived', 'householdType', { ...PASSPORT, householdType: 'LOCAL_URBAN' }],
  ['employmentForm.required', 'employmentForm', { employmentForm: undefined }],
  ['employmentForm.format', 'employmentForm', { employmentForm: undefined, raw: { employmentForm: '志愿' } }],
  ['hireDate.required', 'hireDate', { hireDate: undefined }],
  ['hireDate.format', 'hireDate', { hireDate: '2023-02-29' }],
  ['hireDate.future', 'hireDate', { hireDate: '2026-06-16' }],
  ['hireDate.birth', 'hireDate', { hireDate: '1990-03-07' }],
  ['leaveDate.format', 'leaveDate', { leaveDate: undefined, raw: { leaveDate: '年底' } }],
  ['leaveDate.order', 'leaveDate', { leaveDate: '2020-02-29' }],
  [
    'retirementCategory.format',
    'retirementCategory',
    { retirementCategory: undefined, raw: { retirementCategory: '其他' } },
  ],
  ['retirementCategory.derived', 'retirementCategory', { retirementCategory: 'FEMALE_55' }],
  ['age.retirement', 'idNumber', RETIRED],
  ['age.retirement', 'birthDate', { ...PASSPORT, birthDate: '1949-12-31' }],
  ['monthsWorkedLastYear.required', 'monthsWorkedLastYear', { monthsWorkedLastYear: undefined }],
  [
    'monthsWorkedLastYear.format',
    'monthsWorkedLastYear',
    { monthsWorkedLastYear: undefined, raw: { monthsWorkedLastYear: '全年' } },
  ],
  ['monthsWorkedLastYear.format', 'monthsWorkedLastYear', { monthsWorkedLastYear: 11.5 }],
  ['monthsWorkedLastYear.range', 'monthsWorkedLastYear', { monthsWorkedLastYear: 13 }],
  ['monthsWorkedLastYear.range', 'monthsWorkedLastYear', { monthsWorkedLastYear: -1 }],
  ['monthsWorkedLastYear.possible', 'monthsWorkedLastYear', { hireDate: '2025-03-31', monthsWorkedLastYear: 11 }],
  ['monthsWorkedLastYear.possible', 'monthsWorkedLastYear', { leaveDate: '2025-06-30', monthsWorkedLastYear: 7 }],
  ['wagesLastYear.required', 'wagesLastYear', { wagesLastYear: undefined }],
  ['wagesLastYear.format', 'wagesLastYear', { wagesLastYear: undefined, raw: { wagesLastYear: '约十二万' } }],
  ['wagesLastYear.format', 'wagesLastYear', { wagesLastYear: half }],
  ['wagesLastYear.range', 'wagesLastYear', { wagesLastYear: -1 }],
  ['wagesLastYear.range', 'wagesLastYear', { wagesLastYear: 12_000_000_001 }],
  ['wagesLastYear.noMonths', 'wagesLastYear', { monthsWorkedLastYear: 0 }],
  ['wagesLastYear.noWages', 'wagesLastYear', { wagesLastYear: 0 }],
  [
    'statedMonthlyAverage.format',
    'statedMonthlyAverage',
    { statedMonthlyAverage: undefined, raw: { statedMonthlyAverage: '一万' } },
  ],
  ['statedMonthlyAverage.derived', 'statedMonthlyAverage', { statedMonthlyAverage: 1_000_002 }],
  ['firstMonthWage.required', 'firstMonthWage', { monthsWorkedLastYear: 0, wagesLastYear: 0 }],
  [
    'firstMonthWage.format',
    'firstMonthWage',
    { monthsWorkedLastYear: 0, wagesLastYear: 0, raw: { firstMonthWage: '面议' } },
  ],
  ['firstMonthWage.format', 'firstMonthWage', { monthsWorkedLastYear: 0, wagesLastYear: 0, firstMonthWage: half }],
  ['firstMonthWage.range', 'firstMonthWage', { monthsWorkedLastYear: 0, wagesLastYear: 0, firstMonthWage: 0 }],
  ['average.minimumWage', 'wagesLastYear', { wagesLastYear: 12 * 253_999, statedMonthlyAverage: undefined }],
  ['average.minimumWage', 'firstMonthWage', { monthsWorkedLastYear: 0, wagesLastYear: 0, firstMonthWage: 253_999 }],
  ['participation.required', 'participation.MATERNITY', { participation: out('MATERNITY') }],
  [
    'participation.format',
    'participation.MEDICAL',
    { participation: out('MEDICAL'), raw: { participation: '医疗：也许' } },
  ],
  [
    'participation.reason',
    'participation.PENSION',
    { participation: { ...GOOD_PERSON.participation, PENSION: false } },
  ],
  [
    'participation.reason',
    'participation.PENSION',
    { participation: { ...GOOD_PERSON.participation, PENSION: false }, exemptionReasons: { PENSION: '　' } },
  ],
]

/** Changes that no rule may object to. */
export const PERSON_PASSES: readonly (readonly [why: string, change: Change])[] = [
  ['sex, birth date and type are told by the number', { sex: undefined, birthDate: undefined, idType: undefined }],
  ['full-width digits and spaces in the number', { idNumber: '１１０１０１ 19900307 8670' }],
  ['a minority name', { name: '阿卜杜拉·买买提' }],
  ['two code points outside the basic plane', { name: '𠮷田' }],
  ['sixteen today', { ...PASSPORT, birthDate: '2010-06-15', hireDate: '2025-01-01' }],
  [
    'hired today',
    {
      hireDate: '2026-06-15',
      monthsWorkedLastYear: 0,
      wagesLastYear: 0,
      statedMonthlyAverage: undefined,
      firstMonthWage: 254_000,
    },
  ],
  [
    'hired in March, ten months possible',
    { hireDate: '2025-03-31', monthsWorkedLastYear: 10, wagesLastYear: 10_000_000 },
  ],
  [
    'left on the day of hire',
    { hireDate: '2025-03-31', leaveDate: '2025-03-31', monthsWorkedLastYear: 1, wagesLastYear: 1_000_000 },
  ],
  ['an average within one fen', { statedMonthlyAverage: 1_000_001 }],
  [
    'not insured, with the reason',
    { participation: { ...GOOD_PERSON.participation, PENSION: false }, exemptionReasons: { PENSION: '已退休返聘' } },
  ],
  [
    'below the minimum wage, with the reason',
    { wagesLastYear: 12_000, statedMonthlyAverage: undefined, lowWageReason: '长期病假' },
  ],
  ['past retirement, with the reason', { ...RETIRED, retirementReason: '返聘' }],
  [
    'a woman who is past one category but not the other',
    { idNumber: '110101197302150020', sex: 'FEMALE', birthDate: '1973-02-15' },
  ],
]

export function changePerson(change: Change): PersonnelDraft {
  return Object.fromEntries(
    Object.entries({ ...GOOD_PERSON, ...change }).filter(([, value]) => value !== undefined),
  ) as PersonnelDraft
}
