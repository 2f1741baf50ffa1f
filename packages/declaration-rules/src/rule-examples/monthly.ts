import { fen } from '@shebao/kernel'
import type { MonthlyChangeDraft } from '../monthly-rules/monthly-change.ts'
import type { MonthlyContext, RegisteredPerson } from '../monthly-rules/monthly-context.ts'

export const MONTHLY_CONTEXT: MonthlyContext = { today: '2026-06-15', annualWindowOpen: false }
const PERSON = {
  name: '欧阳明',
  idType: 'RESIDENT_ID',
  idNumber: '110101199003078670',
  insurances: ['PENSION', 'MEDICAL'],
} as const

/** One good change of each kind. */
export const ADD: MonthlyChangeDraft = {
  ...PERSON,
  insurances: ['PENSION', 'MEDICAL'],
  changeType: 'ADD_NEW',
  householdType: 'LOCAL_URBAN',
  employmentForm: 'CONTRACT',
  hireDate: '2026-06-01',
  effectivePeriod: '2026-06',
  monthlyWage: fen(1_000_000),
}
/** A passport says neither sex nor birth date. */
export const FOREIGNER: MonthlyChangeDraft = {
  ...ADD,
  householdType: 'FOREIGN_NATIONAL',
  idType: 'FOREIGN_PASSPORT_NUMBER',
  idNumber: 'DEU0C01X00T47',
  sex: 'FEMALE',
  birthDate: '1990-04-01',
}
export const STOP: MonthlyChangeDraft = {
  ...PERSON,
  insurances: ['PENSION'],
  changeType: 'STOP_RESIGN',
  lastPayablePeriod: '2026-06',
  effectivePeriod: '2026-07',
}
export const BASE: MonthlyChangeDraft = {
  ...PERSON,
  insurances: ['PENSION'],
  changeType: 'BASE_CHANGE',
  effectivePeriod: '2026-06',
  monthlyWage: fen(1_200_000),
  reason: '调薪',
}
export const INFO: MonthlyChangeDraft = {
  ...PERSON,
  insurances: [],
  changeType: 'INFO_CHANGE',
  effectivePeriod: '2026-06',
  infoField: 'mobile',
  infoValue: '13812345678',
}

export const ENROLLED: RegisteredPerson = {
  hireDate: '2024-03-04',
  fromPeriod: '2024-03',
  insurances: ['PENSION', 'MEDICAL'],
}
const known = (person: Partial<RegisteredPerson> = {}): Partial<MonthlyContext> => ({
  registered: () => ({ ...ENROLLED, ...person }),
})

type Change = Partial<Record<keyof MonthlyChangeDraft, unknown>>
export type MonthlyExample = readonly [
  rule: string,
  field: string,
  base: MonthlyChangeDraft,
  change: Change,
  context?: Partial<MonthlyContext>,
]

export const MONTHLY_EXAMPLES: readonly MonthlyExample[] = [
  ['changeType.required', 'changeType', ADD, { changeType: undefined }],
  ['name.required', 'name', ADD, { name: ' ' }],
  ['name.format', 'name', ADD, { name: '张三1' }],
  ['idNumber.required', 'idNumber', STOP, { idNumber: undefined }],
  ['idNumber.format', 'idNumber', STOP, { idNumber: '123' }],
  ['idNumber.region', 'idNumber', STOP, { idNumber: '990101199003078670' }],
  ['idNumber.birthDate', 'idNumber', STOP, { idNumber: '440308199902301512' }],
  ['idNumber.checksum', 'idNumber', STOP, { idNumber: '11010119900307867X' }],
  ['insurances.required', 'insurances', ADD, { insurances: [] }],
  ['hireDate.required', 'hireDate', ADD, { hireDate: undefined }],
  ['hireDate.format', 'hireDate', ADD, { hireDate: '2026-06-31' }],
  ['hireDate.future', 'hireDate', ADD, { hireDate: '2026-06-16' }],
  ['age.minimum', 'idNumber', ADD, { idNumber: '110101201006163678' }],
  ['age.retirement', 'idNumber', ADD, { idNumber: '11010519491231002X' }],
  ['effectivePeriod.required', 'effectivePeriod', ADD, { effectivePeriod: undefined }],
  ['effectivePeriod.format', 'effectivePeriod', ADD, { effectivePeriod: '2026-13' }],
  ['effectivePeriod.hire', 'effectivePeriod', ADD, { effectivePeriod: '2026-05' }],
  ['effectivePeriod.cutOff', 'effectivePeriod', ADD, {}, { cutOffDay: 14 }],
  ['effectivePeriod.cutOff', 'effectivePeriod', BASE, { effectivePeriod: '2026-05' }],
  ['lastPayablePeriod.required', 'lastPayablePeriod', STOP, { lastPayablePeriod: undefined }],
  ['lastPayablePeriod.format', 'lastPayablePeriod', STOP, { lastPayablePeriod: '上月' }],
  [
    'lastPayablePeriod.current',
    'lastPayablePeriod',
    STOP,
    { lastPayablePeriod: '2026-05', effectivePeriod: '2026-06' },
  ],
  ['effectivePeriod.derived', 'effectivePeriod', STOP, { effectivePeriod: '2026-08' }],
  ['monthlyWage.required', 'monthlyWage', ADD, { monthlyWage: undefined }],
  ['monthlyWage.range', 'monthlyWage', BASE, { monthlyWage: fen(0) }],
  ['reason.required', 'reason', BASE, { reason: '　' }],
  ['infoField.required', 'infoField', INFO, { infoField: undefined }],
  ['infoValue.required', 'infoValue', INFO, { infoValue: '' }],
  ['idNumber.activeElsewhere', 'idNumber', ADD, {}, { isActiveElsewhere: (_, insurance) => insurance === 'MEDICAL' }],
  [
    'change.duplicate',
    'insurances',
    ADD,
    {},
    { openChanges: new Set(['RESIDENT_ID:110101199003078670|PENSION|2026-06']) },
  ],
  ['value.format', 'changeType', STOP, { changeType: undefined, raw: { changeType: '走人' } }],
  ['value.format', 'insurances', STOP, { insurances: undefined, raw: { insurances: '六险' } }],
  ['value.format', 'monthlyWage', ADD, { monthlyWage: undefined, raw: { monthlyWage: '面议' } }],
  ['value.format', 'householdType', ADD, { householdType: undefined, raw: { householdType: '？' } }],
  ['value.format', 'employmentForm', ADD, { employmentForm: undefined, raw: { employmentForm: '？' } }],
  ['value.format', 'sex', FOREIGNER, { sex: undefined, raw: { sex: '？' } }],
  ['value.format', 'infoField', INFO, { infoField: undefined, raw: { infoField: '？' } }],
  ['sex.required', 'sex', FOREIGNER, { sex: undefined }],
  ['birthDate.required', 'birthDate', FOREIGNER, { birthDate: undefined }],
  ['birthDate.format', 'birthDate', FOREIGNER, { birthDate: '1990-04-31' }],
  ['householdType.required', 'householdType', ADD, { householdType: undefined }],
  ['employmentForm.required', 'employmentForm', ADD, { employmentForm: undefined }],
  ['mobile.format', 'mobile', ADD, { mobile: '12812345678' }],
  ['leaveDate.format', 'leaveDate', STOP, { leaveDate: '2026-06-31' }],
  ['leaveDate.hire', 'leaveDate', STOP, { leaveDate: '2024-03-03' }, known()],
  ['lastPayablePeriod.join', 'lastPayablePeriod', STOP, {}, known({ fromPeriod: '2026-07' })],
  ['householdType.derived', 'householdType', ADD, { householdType: 'FOREIGN_NATIONAL' }],
  ['householdType.derived', 'infoValue', INFO, { infoField: 'householdType', infoValue: 'HMT_RESIDENT' }],
  ['infoValue.format', 'infoValue', INFO, { infoValue: '12812345678' }],
  ['infoValue.format', 'infoValue', INFO, { infoField: 'name', infoValue: '张三1' }],
  ['infoValue.format', 'infoValue', INFO, { infoField: 'idNumber', infoValue: '11010119900307867X' }],
  ['infoValue.format', 'infoValue', INFO, { infoField: 'householdType', infoValue: '城镇' }],
  ['infoValue.format', 'infoValue', INFO, { infoField: 'employmentForm', infoValue: '？' }],
  ['idNumber.notEnrolled', 'idNumber', STOP, {}, { registered: () => undefined }],
  ['idNumber.notEnrolled', 'idNumber', BASE, {}, known({ toPeriod: '2026-05' })],
  ['effectivePeriod.stay', 'effectivePeriod', ADD, {}, known({ fromPeriod: '2026-07', insurances: ['WORK_INJURY'] })],
  ['effectivePeriod.stay', 'effectivePeriod', ADD, {}, known({ toPeriod: '2026-06', insurances: ['WORK_INJURY'] })],
  ['insurances.enrolled', 'insurances', ADD, {}, known()],
  ['insurances.enrolled', 'insurances', ADD, {}, known({ toPeriod: '2026-06' })],
  ['insurances.notInsured', 'insurances', STOP, { insurances: ['MATERNITY'] }, known()],
]

export function changeOf(base: MonthlyChangeDraft, change: Change): MonthlyChangeDraft {
  return Object.fromEntries(
    Object.entries({ ...base, ...change }).filter(([, value]) => value !== undefined),
  ) as MonthlyChangeDraft
}
