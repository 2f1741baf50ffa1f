import { householdAgainstId } from '@shebao/declaration-rules'
import { checkPersonIdentifier } from '@shebao/identifiers'
import { parsePeriod } from '@shebao/kernel'
import { typedWords } from '@shebao/roster'
import type { Columns, RowOf } from '../column.ts'
import { rowError, rowWarning } from '../row-problem.ts'
import type { RowProblem } from '../row-problem.ts'
import { personName, personNumber } from './people.ts'
import { employerNumber, yesNo } from './shared-columns.ts'

export const enrolmentColumns = {
  registrationNo: employerNumber,
  idNumber: personNumber,
  name: personName,
  employmentForm: {
    type: 'CHOICE',
    zh: '用工形式',
    en: 'Employment form',
    also: ['用工性质'],
    words: typedWords.employmentForm,
    required: true,
    sample: '合同制',
  },
  householdType: {
    type: 'CHOICE',
    zh: '户口性质',
    en: 'Household type',
    also: ['户籍性质', '户籍类型'],
    words: typedWords.householdType,
    required: true,
    sample: '本市城镇',
  },
  hireDate: {
    type: 'DATE',
    zh: '入职日期',
    en: 'Hired on',
    also: ['用工起始日期', '参加工作日期', '入职时间'],
    required: true,
    sample: '2020-03-01',
  },
  leaveDate: { type: 'DATE', zh: '离职日期', en: 'Left on', also: ['离职时间'], sample: '' },
  fromPeriod: {
    type: 'MONTH',
    zh: '参保起始月',
    en: 'Insured from',
    also: ['起始年月', '参保年月', '开始月份'],
    required: true,
    sample: '2020-03',
  },
  toPeriod: {
    type: 'MONTH',
    zh: '参保终止月',
    en: 'Insured to',
    also: ['终止年月', '停保年月', '结束月份'],
    sample: '',
  },
  averageWage: {
    type: 'AMOUNT',
    zh: '月缴费工资',
    en: 'Monthly wage',
    also: ['月平均工资', '申报工资', '缴费工资', '缴费基数'],
    required: true,
    sample: '8500.00',
  },
  pension: yesNo('养老', 'Pension', ['养老保险']),
  medical: yesNo('医疗', 'Medical', ['医疗保险']),
  unemployment: yesNo('失业', 'Unemployment', ['失业保险']),
  workInjury: yesNo('工伤', 'Work injury', ['工伤保险']),
  maternity: yesNo('生育', 'Maternity', ['生育保险']),
} as const satisfies Columns

export type EnrolmentValues = RowOf<typeof enrolmentColumns>

const insurances = ['pension', 'medical', 'unemployment', 'workInjury', 'maternity'] as const

/** An enrolment as its row says it; whose and where is asked in the register. */
export function checkEnrolment(values: EnrolmentValues, today: string): RowProblem[] {
  const { idNumber, householdType, hireDate, leaveDate, fromPeriod, toPeriod, averageWage } = values
  const problems: RowProblem[] = []
  const id = idNumber === undefined ? undefined : checkPersonIdentifier(undefined, idNumber, today)
  // Old registers kept foreigners as townspeople: taken over, and to be put right in the next inspection.
  if (id?.ok && householdType !== undefined && householdAgainstId(householdType, id.type))
    problems.push(rowWarning('householdType', 'DOES_NOT_FIT_ID'))
  if (hireDate !== undefined && hireDate > today) problems.push(rowError('hireDate', 'IN_FUTURE'))
  if (fromPeriod !== undefined && fromPeriod > today.slice(0, 7)) problems.push(rowError('fromPeriod', 'IN_FUTURE'))
  if (hireDate !== undefined && leaveDate !== undefined && leaveDate < hireDate)
    problems.push(rowError('leaveDate', 'END_BEFORE_START'))
  if (fromPeriod !== undefined && toPeriod !== undefined && toPeriod < fromPeriod)
    problems.push(rowError('toPeriod', 'END_BEFORE_START'))
  if (hireDate !== undefined && fromPeriod !== undefined && fromPeriod < hireDate.slice(0, 7))
    problems.push(rowWarning('fromPeriod', 'END_BEFORE_START'))
  if (averageWage !== undefined && averageWage <= 0)
    problems.push(rowError('averageWage', averageWage < 0 ? 'NEGATIVE' : 'ZERO'))
  if (insurances.every((insurance) => values[insurance] === false)) problems.push(rowError('pension', 'NO_INSURANCE'))
  return problems
}

/** The last month of an enrolment: what the row says, else the month in which the person left. */
export function lastPeriod({ toPeriod, leaveDate }: EnrolmentValues) {
  const last = toPeriod ?? leaveDate?.slice(0, 7)
  return last === undefined ? null : (parsePeriod(last) ?? null)
}
