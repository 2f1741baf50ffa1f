import { formWords } from '../declaration/index.ts'
import type { Filing, FormWords } from '../declaration/index.ts'
import type { Language } from '@shebao/declaration-rules'

/** The words on the printed form besides the names of its fields and what every form says. `{…}` is filled in. */
export interface MonthlyPaperWords extends FormWords {
  title: string
  filings: Readonly<Record<Filing, string>>
  filing: string
  changes: string
  unit: string
  unitName: string
  unitCode: string
  creditCode: string
  signer: string
  sums: string
  kinds: Readonly<Record<'ADD' | 'STOP' | 'BASE_CHANGE' | 'INFO_CHANGE', string>>
  kind: string
  count: string
  list: string
  name: string
  idNumber: string
  change: string
  months: string
  from: string
  until: string
  dates: string
  hired: string
  left: string
  wage: string
  more: string
  nothing: string
}

export const monthlyPaperWords: Readonly<Record<Language, MonthlyPaperWords>> = {
  'zh-CN': {
    ...formWords['zh-CN'],
    title: '{year}年{month}月社会保险月度申报表',
    filings: { REGULAR: '正常申报', SUPPLEMENTARY: '补报', REVISED: '更正' },
    filing: '申报种类',
    changes: '变动项数',
    unit: '申报单位',
    unitName: '单位名称',
    unitCode: '社会保险登记号',
    creditCode: '统一社会信用代码',
    signer: '承诺人',
    sums: '变动汇总',
    kinds: { ADD: '增员', STOP: '减员', BASE_CHANGE: '缴费工资调整', INFO_CHANGE: '信息变更' },
    kind: '种类',
    count: '项数',
    list: '变动明细（{count} 项）',
    name: '姓名',
    idNumber: '证件号码',
    change: '变更类型',
    months: '生效 / 最后应缴',
    from: '自{month}',
    until: '缴至{month}',
    dates: '入职 / 离职',
    hired: '入职{date}',
    left: '离职{date}',
    wage: '月工资（元）',
    more: '变更内容、原因',
    nothing: '本月无变动',
  },
  en: {
    ...formWords.en,
    title: 'Monthly social insurance declaration {year}-{month}',
    filings: { REGULAR: 'Regular', SUPPLEMENTARY: 'Supplementary', REVISED: 'Correction' },
    filing: 'Filing',
    changes: 'Changes',
    unit: 'Unit',
    unitName: 'Name',
    unitCode: 'Registration number',
    creditCode: 'Credit code',
    signer: 'Declared true by',
    sums: 'Changes by kind',
    kinds: { ADD: 'Joins', STOP: 'Stops', BASE_CHANGE: 'Wages for the base', INFO_CHANGE: 'Particulars' },
    kind: 'Kind',
    count: 'Changes',
    list: 'Changes ({count})',
    name: 'Name',
    idNumber: 'ID number',
    change: 'Type of change',
    months: 'From / paid until',
    from: 'from {month}',
    until: 'until {month}',
    dates: 'Hired / left',
    hired: 'in {date}',
    left: 'out {date}',
    wage: 'Wage (yuan)',
    more: 'New value, reason',
    nothing: 'Nothing changes this month',
  },
}
