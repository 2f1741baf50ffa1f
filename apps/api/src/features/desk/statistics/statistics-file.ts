import { answerName } from '@shebao/declaration-rules'
import { findRegionName } from '@shebao/identifiers/region-names'
import { fen, formatYuan, isOneOf, FIVE_INSURANCES } from '@shebao/kernel'
import type { Language } from '@shebao/kernel'
import { insuranceWords } from '@shebao/roster'
import type { AgeSum } from './arrears.repository.ts'
import type { EmployerBehind } from './employers-behind.repository.ts'
import { fewestShown, smallCells } from './hide-small.ts'
import type { Statistics } from './read-statistics.ts'
import { mostLinesOfFile } from './rows-behind.ts'
import type { OverdueAge, StatisticDimension } from './statistics-codes.ts'

/** A table as it is written into a file: its heads, its lines, and which columns hold figures. */
export interface FileTable {
  lines: readonly (readonly string[])[]
  figures: readonly boolean[]
}

const words = {
  'zh-CN': {
    PERIOD: '月份',
    INSURANCE: '险种',
    INDUSTRY: '行业',
    DISTRICT: '区县',
    heads: ['参保单位', '参保人数', '申报基数（元）', '应缴（元）', '实缴（元）', '未缴（元）', '其中逾期欠费（元）'],
    total: '合计',
    nobody: '未登记区县',
    small: `少于 ${fewestShown}`,
    hidden: '不显示',
    smallNote: `人数少于 ${fewestShown} 的单元格及可由合计推算出它的单元格不显示。`,
    employer: [
      '单位名称',
      '社会保险登记号',
      '行业',
      '区县',
      '参保人数',
      '申报基数（元）',
      '应缴（元）',
      '实缴（元）',
      '未缴（元）',
    ],
    cut: `只列出前 ${mostLinesOfFile} 个单位，请缩小范围后再导出。`,
    ages: ['月份', '逾期时间', '通知单', '逾期欠费（元）'],
    D30: '30 天以内',
    D90: '31–90 天',
    D365: '91–365 天',
    OLDER: '1 年以上',
  },
  en: {
    PERIOD: 'Month',
    INSURANCE: 'Insurance',
    INDUSTRY: 'Industry',
    DISTRICT: 'District',
    heads: [
      'Employers',
      'Insured',
      'Declared (yuan)',
      'Billed (yuan)',
      'Collected (yuan)',
      'Open (yuan)',
      'Of that overdue (yuan)',
    ],
    total: 'Together',
    nobody: 'No district',
    small: `under ${fewestShown}`,
    hidden: 'not shown',
    smallNote: `Cells of fewer than ${fewestShown} people are not shown, nor any from which they could be worked out.`,
    employer: [
      'Unit',
      'Registration number',
      'Industry',
      'District',
      'Insured',
      'Declared (yuan)',
      'Billed (yuan)',
      'Collected (yuan)',
      'Open (yuan)',
    ],
    cut: `Only the first ${mostLinesOfFile} units are listed; narrow the selection and export again.`,
    ages: ['Month', 'Overdue for', 'Bills', 'Overdue (yuan)'],
    D30: 'up to 30 days',
    D90: '31–90 days',
    D365: '91–365 days',
    OLDER: 'over a year',
  },
} as const

const yuan = (amount: bigint) => formatYuan(fen(Number(amount)), { grouping: false })
const short = (language: Language) => (language === 'en' ? 'en' : 'zh')

function districtName(district: string, language: Language): string {
  if (district === '') return words[language].nobody
  const name = findRegionName(district)?.[short(language)]
  return name ? `${name} ${district}` : district
}

function nameOf(by: StatisticDimension, key: string, language: Language): string {
  if (by === 'INDUSTRY') return answerName('industry', key, language)
  if (by === 'DISTRICT') return districtName(key, language)
  if (by === 'INSURANCE' && isOneOf(FIVE_INSURANCES, key)) return insuranceWords[key][short(language)]
  return key
}

/** The figures of the page; cells of few people are left out. */
export function figuresTable({ figures, total }: Statistics, by: StatisticDimension, language: Language): FileTable {
  const t = words[language]
  const addUp = by === 'INDUSTRY' || by === 'DISTRICT'
  const small = smallCells(figures, addUp)
  const totalIsSmall = smallCells([total], false).size > 0
  const line = (name: string, row: Statistics['total'], hide: boolean) => [
    name,
    String(row.employers),
    hide ? (row.people < fewestShown ? t.small : t.hidden) : String(row.people),
    ...[row.base, row.charged, row.settled, row.charged - row.settled - row.writtenOff, row.overdue].map((amount) =>
      hide ? t.hidden : yuan(amount),
    ),
  ]
  const lines = figures.map((row) => line(nameOf(by, row.key, language), row, small.has(row)))
  return {
    lines: [
      [t[by], ...t.heads],
      ...lines,
      line(t.total, total, totalIsSmall),
      ...(small.size > 0 || totalIsSmall ? [[t.smallNote]] : []),
    ],
    figures: [false, true, true, true, true, true, true, true],
  }
}

export function employersTable(employers: readonly EmployerBehind[], language: Language): FileTable {
  const t = words[language]
  const listed = employers.slice(0, mostLinesOfFile)
  const small = smallCells(listed, false)
  const lines = listed.map((row) => {
    const hide = small.has(row)
    return [
      row.name,
      row.registrationNo,
      answerName('industry', row.industry, language),
      districtName(row.district, language),
      hide ? t.small : String(row.people),
      ...[row.base, row.charged, row.settled, row.open].map((amount) => (hide ? t.hidden : yuan(amount))),
    ]
  })
  const notes = [...(small.size > 0 ? [[t.smallNote]] : []), ...(employers.length > mostLinesOfFile ? [[t.cut]] : [])]
  return {
    lines: [t.employer, ...lines, ...notes],
    figures: [false, false, false, false, true, true, true, true, true],
  }
}

export function agesTable(ages: readonly AgeSum[], language: Language): FileTable {
  const t = words[language]
  const age = (code: OverdueAge) => t[code]
  return {
    lines: [t.ages, ...ages.map((row) => [row.period, age(row.age), String(row.bills), yuan(row.overdue)])],
    figures: [false, false, true, true],
  }
}
