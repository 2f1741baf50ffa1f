import type { Fen } from '@shebao/kernel'
import type { Columns, RowOf } from '../column.ts'
import { rowError } from '../row-problem.ts'
import type { RowProblem } from '../row-problem.ts'
import { personName, personNumber } from './people.ts'
import { amount, employerNumber } from './shared-columns.ts'

export const historyColumns = {
  registrationNo: employerNumber,
  idNumber: personNumber,
  name: personName,
  period: {
    type: 'MONTH',
    zh: '费款所属期',
    en: 'Month',
    also: ['所属期', '缴费月份', '缴费年月', '月份'],
    required: true,
    sample: '2019-05',
  },
  paidOn: { type: 'DATE', zh: '到账日期', en: 'Paid on', also: ['缴费日期', '入账日期'], sample: '2019-05-20' },
  averageWage: amount('月缴费工资', 'Monthly wage', ['缴费工资', '申报工资']),
  pensionBase: amount('养老缴费基数', 'Pension base', ['养老基数']),
  pensionEmployer: amount('养老单位缴费', 'Pension employer share', ['养老单位']),
  pensionPersonal: amount('养老个人缴费', 'Pension personal share', ['养老个人']),
  medicalBase: amount('医疗缴费基数', 'Medical base', ['医疗基数']),
  medicalEmployer: amount('医疗单位缴费', 'Medical employer share', ['医疗单位']),
  medicalPersonal: amount('医疗个人缴费', 'Medical personal share', ['医疗个人']),
  unemploymentBase: amount('失业缴费基数', 'Unemployment base', ['失业基数']),
  unemploymentEmployer: amount('失业单位缴费', 'Unemployment employer share', ['失业单位']),
  unemploymentPersonal: amount('失业个人缴费', 'Unemployment personal share', ['失业个人']),
  workInjuryBase: amount('工伤缴费基数', 'Work-injury base', ['工伤基数']),
  workInjuryEmployer: amount('工伤单位缴费', 'Work-injury employer share', ['工伤单位']),
  maternityBase: amount('生育缴费基数', 'Maternity base', ['生育基数']),
  maternityEmployer: amount('生育单位缴费', 'Maternity employer share', ['生育单位']),
} as const satisfies Columns

export type HistoryValues = RowOf<typeof historyColumns>

const groups = [
  ['pensionBase', 'pensionEmployer', 'pensionPersonal'],
  ['medicalBase', 'medicalEmployer', 'medicalPersonal'],
  ['unemploymentBase', 'unemploymentEmployer', 'unemploymentPersonal'],
  ['workInjuryBase', 'workInjuryEmployer'],
  ['maternityBase', 'maternityEmployer'],
] as const

/** A month that was paid before this office's ledger began: complete in itself, and over. */
export function checkHistory(values: HistoryValues, today: string): RowProblem[] {
  const problems: RowProblem[] = []
  const { period, paidOn } = values
  if (period !== undefined && period >= today.slice(0, 7)) problems.push(rowError('period', 'IN_FUTURE'))
  if (paidOn !== undefined && paidOn > today) problems.push(rowError('paidOn', 'IN_FUTURE'))
  if (values.averageWage !== undefined && values.averageWage < 0) problems.push(rowError('averageWage', 'NEGATIVE'))
  for (const [base, ...shares] of groups) {
    for (const key of [base, ...shares]) if ((values[key] ?? 0) < 0) problems.push(rowError(key, 'NEGATIVE'))
    if (shares.some((key) => (values[key] ?? 0) > 0) && !((values[base] ?? 0) > 0))
      problems.push(rowError(base, 'BASE_MISSING'))
  }
  if (groups.every(([base]) => !((values[base] ?? 0) > 0))) problems.push(rowError('pensionBase', 'NO_INSURANCE'))
  return problems
}

/** What was paid for a month, both sides. */
export function historyTotal(values: HistoryValues): Fen[] {
  return groups.flatMap(([, ...shares]) => shares.flatMap((key) => values[key] ?? []))
}
