import { fen } from '@shebao/kernel'
import type { MonthlyContext } from '../monthly-rules/check-changes.ts'
import type { MonthlyChangeDraft } from '../monthly-rules/monthly-change.ts'

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
  hireDate: '2026-06-01',
  effectivePeriod: '2026-06',
  monthlyWage: fen(1_000_000),
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
]

export function changeOf(base: MonthlyChangeDraft, change: Change): MonthlyChangeDraft {
  return Object.fromEntries(
    Object.entries({ ...base, ...change }).filter(([, value]) => value !== undefined),
  ) as MonthlyChangeDraft
}
