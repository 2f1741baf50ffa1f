import { amountFromText, foldText } from '@shebao/roster'
import { fen, isFen, parsePeriod } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'

/** What a list of changes says besides who the people are; those columns are the roster's. */
export const CHANGE_COLUMNS = [
  'changeType',
  'effectivePeriod',
  'lastPayablePeriod',
  'monthlyWage',
  'reason',
  'infoField',
  'infoValue',
  'insurances',
] as const
export type ChangeColumn = (typeof CHANGE_COLUMNS)[number]

interface ColumnWords {
  zh: string
  en: string
  also: readonly string[]
}

export const changeColumnWords: Readonly<Record<ChangeColumn, ColumnWords>> = {
  changeType: {
    zh: '变更类型',
    en: 'Change type',
    also: [
      '增减类型',
      '增减变动类型',
      '变动类型',
      '业务类型',
      '申报类型',
      '增减员类型',
      '变更种类',
      '增减',
      '操作类型',
      '减员原因',
      '停保原因',
      '离职原因',
      '停缴原因',
      '终止原因',
      '变动类别',
      '变更类别',
      '增减类别',
      '业务名称',
      '申报业务',
      '办理类型',
      '人员变动类型',
      'reason for leaving',
      'stop reason',
      'change',
      'type',
      'type of change',
      'kind of change',
      'action',
    ],
  },
  effectivePeriod: {
    zh: '生效所属期',
    en: 'Effective period',
    also: [
      '生效月份',
      '生效月',
      '起缴月份',
      '起缴所属期',
      '起始月份',
      '开始缴费月份',
      '参保月份',
      '参保起始月',
      '所属期',
      '费款所属期',
      '缴费开始月份',
      'effective month',
      'from',
      'from month',
      'effective from',
    ],
  },
  lastPayablePeriod: {
    zh: '最后应缴所属期',
    en: 'Last payable period',
    also: [
      '最后缴费月份',
      '最后缴费所属期',
      '停缴月份',
      '停保月份',
      '终止缴费月份',
      '缴费终止月份',
      '截止月份',
      'last month',
      'last paid month',
      'until',
      'last period',
    ],
  },
  monthlyWage: {
    zh: '月工资',
    en: 'Monthly wage',
    also: [
      '工资',
      '缴费基数',
      '申报基数',
      '月缴费基数',
      '新基数',
      '调整后基数',
      '基数',
      '月薪',
      '工资标准',
      '申报月工资',
      'wage',
      'salary',
      'base',
      'monthly salary',
      'contribution base',
    ],
  },
  reason: {
    zh: '变更原因',
    en: 'Reason',
    also: [
      '原因',
      '备注',
      '说明',
      '调整原因',
      '变动原因',
      '增减原因',
      '增减变动原因',
      '增减员原因',
      '人员变动原因',
      '变化原因',
      'remark',
      'note',
      'remarks',
    ],
  },
  infoField: { zh: '变更项目', en: 'Item to change', also: ['变更内容项', '更正项目', 'item', 'field'] },
  infoValue: { zh: '变更后内容', en: 'New value', also: ['更正后内容', '变更后', '新内容', 'new', 'value'] },
  // `参保险种` is a column of the roster, which reads it; these say which insurances the change is about.
  insurances: {
    zh: '变动险种',
    en: 'Insurances of the change',
    also: [
      '停保险种',
      '停缴险种',
      '减员险种',
      '增员险种',
      '增减险种',
      '变更险种',
      '终止险种',
      '退保险种',
      '办理险种',
      '涉及险种',
      '新增险种',
      'insurances stopped',
      'insurances to stop',
    ],
  },
}

const index: ReadonlyMap<string, ChangeColumn> = new Map(
  CHANGE_COLUMNS.flatMap((column) => {
    const { zh, en, also } = changeColumnWords[column]
    return [zh, en, column, ...also].map((word): [string, ChangeColumn] => [foldText(word), column])
  }),
)

/** Some write there what the change is, others why it is made: the cells tell (`findChangeColumns`). */
const eitherTypeOrReason: ReadonlySet<string> = new Set(
  ['变动原因', '变更原因', '增减原因', '增减变动原因', '增减员原因', '人员变动原因', '变化原因', '原因', 'reason'].map(
    foldText,
  ),
)
export const mayNameType = (head: string): boolean => eitherTypeOrReason.has(bareHead(head))

const bareHead = (head: string): string => foldText(head.replace(/[(（【[].*?[)）】\]]|[*＊★]|必填|选填/g, ''))

/** What the head of a column names, units in brackets aside. */
export const matchChangeColumn = (head: string): ChangeColumn | undefined =>
  index.get(foldText(head)) ?? index.get(bareHead(head))

/** `2026-11`, `202611`, `2026年11月`, `2026/11`, or the day of a date cell. */
export function parsePeriodText(text: string): string | undefined {
  const [, year, month] =
    /^(\d{4})\s*[-/.年]?\s*(\d{1,2})(?:\s*月份?|[-/.]\d{1,2}(?:\s.*)?)?$/.exec(text.normalize('NFKC').trim()) ?? []
  return year && month ? parsePeriod(`${year}-${month.padStart(2, '0')}`) : undefined
}

/** The head says how many yuan one unit is. */
export function parseWage(text: string, head: string): Fen | undefined {
  const amount = amountFromText(text, /万元|万\)|万）/.test(head) ? 10_000 : 1)
  return amount !== undefined && isFen(amount) ? fen(amount) : undefined
}
