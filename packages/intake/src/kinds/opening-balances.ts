import { FIVE_INSURANCES } from '@shebao/kernel'
import type { Fen, FiveInsurance } from '@shebao/kernel'
import { typedWords } from '@shebao/roster'
import type { TypedWords } from '@shebao/roster'
import type { Columns, RowOf } from '../column.ts'
import { rowError } from '../row-problem.ts'
import type { RowProblem } from '../row-problem.ts'
import { amount, employerNumber } from './shared-columns.ts'

export const balanceKinds = ['OWED', 'CREDIT'] as const
export type BalanceKind = (typeof balanceKinds)[number]

const kindWords = {
  OWED: { zh: '欠缴', en: 'Owed', also: ['欠费', '应收', 'receivable', 'arrears'] },
  CREDIT: { zh: '预存', en: 'Credit', also: ['余额', '预缴', '预收', '多缴', 'prepaid'] },
} as const satisfies Record<BalanceKind, TypedWords>

const insuranceCodes = Object.fromEntries(FIVE_INSURANCES.map((code) => [code, typedWords.insurance[code]])) as Record<
  FiveInsurance,
  TypedWords
>

export const balanceColumns = {
  registrationNo: employerNumber,
  kind: {
    type: 'CHOICE',
    zh: '余额类别',
    en: 'Kind of balance',
    also: ['类别', '类型'],
    words: kindWords,
    required: true,
    sample: '欠缴',
  },
  asOf: {
    type: 'DATE',
    zh: '余额日期',
    en: 'As of',
    also: ['截止日期', '基准日', '结转日期'],
    required: true,
    sample: '2024-06-30',
  },
  period: {
    type: 'MONTH',
    zh: '费款所属期',
    en: 'Month owed',
    also: ['所属期', '欠费月份', '月份'],
    sample: '2024-05',
  },
  dueOn: { type: 'DATE', zh: '缴款期限', en: 'Due on', also: ['应缴日期', '到期日'], sample: '2024-05-27' },
  insurance: { type: 'CHOICE', zh: '险种', en: 'Insurance', words: insuranceCodes, sample: '养老' },
  people: { type: 'INTEGER', zh: '人数', en: 'People', also: ['缴费人数'], sample: '12' },
  base: amount('缴费基数合计', 'Sum of bases', ['基数合计']),
  employer: amount('单位部分', 'Employer share', ['单位欠缴', '单位金额']),
  personal: amount('个人部分', 'Personal share', ['个人欠缴', '个人金额']),
  amount: amount('预存金额', 'Credit amount', ['余额金额', '金额']),
} as const satisfies Columns

export type BalanceValues = RowOf<typeof balanceColumns>

/** A debt names its month, insurance, last day and shares; money to the employer's credit is one amount. */
export function checkBalance(values: BalanceValues, today: string): RowProblem[] {
  const problems: RowProblem[] = []
  const { kind, asOf, period, dueOn, insurance, employer, personal, people } = values
  if (asOf !== undefined && asOf > today) problems.push(rowError('asOf', 'IN_FUTURE'))
  for (const key of ['employer', 'personal', 'amount', 'base'] as const)
    if ((values[key] ?? 0) < 0) problems.push(rowError(key, 'NEGATIVE'))
  if (people !== undefined && people < 0) problems.push(rowError('people', 'NEGATIVE'))
  if (kind === 'CREDIT' && !((values.amount ?? 0) > 0))
    problems.push(rowError('amount', values.amount === undefined ? 'MISSING' : 'ZERO'))
  if (kind !== 'OWED') return problems
  if (period === undefined) problems.push(rowError('period', 'MISSING'))
  else if (period >= today.slice(0, 7)) problems.push(rowError('period', 'IN_FUTURE'))
  if (dueOn === undefined) problems.push(rowError('dueOn', 'MISSING'))
  if (insurance === undefined) problems.push(rowError('insurance', 'MISSING'))
  if (owedOf(values) === 0) problems.push(rowError('employer', 'ZERO'))
  if (insurance !== undefined && !['PENSION', 'MEDICAL', 'UNEMPLOYMENT'].includes(insurance) && (personal ?? 0) > 0)
    problems.push(rowError('personal', 'OUT_OF_RANGE', '0'))
  return employer === undefined && personal === undefined ? [...problems, rowError('employer', 'MISSING')] : problems
}

const owedOf = ({ employer, personal }: { employer?: Fen; personal?: Fen }) => (employer ?? 0) + (personal ?? 0)
