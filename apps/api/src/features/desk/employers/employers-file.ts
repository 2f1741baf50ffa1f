import { fen, formatYuan } from '@shebao/kernel'
import { writeCsv } from '@shebao/roster'
import { mostLinesOfFile } from './list-employers.ts'
import type { EmployerItem } from './list-employers.ts'

const heads = {
  'zh-CN': [
    '单位名称',
    '社会保险登记号',
    '统一社会信用代码',
    '欠缴合计（元）',
    '其中逾期（元）',
    '逾期通知单数',
    '最长逾期天数',
    '当月参保人数',
    '最近申报年度',
  ],
  en: [
    'Unit',
    'Registration number',
    'Credit code',
    'Owed (yuan)',
    'Overdue (yuan)',
    'Overdue notices',
    'Longest overdue (days)',
    'Insured this month',
    'Last filed year',
  ],
} as const
export type FileLanguage = keyof typeof heads

const cutWords = {
  'zh-CN': `只列出前 ${mostLinesOfFile} 个单位，请缩小范围后再导出`,
  en: `Only the first ${mostLinesOfFile} units are listed; narrow the selection and export again`,
} as const

const figures = [false, false, false, true, true, true, true, true, true]

/** The list as CSV, safe to open. A list that is cut says so in its last line. */
export function writeEmployersFile(items: readonly EmployerItem[], language: FileLanguage): Uint8Array {
  const lines = items
    .slice(0, mostLinesOfFile)
    .map((item) => [
      item.name,
      item.registrationNo,
      item.creditCode,
      plainYuan(item.owed),
      plainYuan(item.overdue),
      String(item.overdueNotices),
      String(item.overdueDays),
      String(item.insured),
      item.lastFiledYear === null ? '' : String(item.lastFiledYear),
    ])
  const cut = items.length > mostLinesOfFile ? [[cutWords[language]]] : []
  return writeCsv([heads[language], ...lines, ...cut], figures)
}

const plainYuan = (amount: bigint) => formatYuan(fen(Number(amount)), { grouping: false })
