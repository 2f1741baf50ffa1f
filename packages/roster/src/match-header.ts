import { toHalfWidth } from '@shebao/identifiers'
import { foldText, visibleText } from './cell-text.ts'
import type { ColumnField } from './column-field.ts'
import { indexHeaders } from './header-index.ts'
import { remembering } from './remembering.ts'

const headerIndex = indexHeaders()

// "上年度", "2025年", "职工": who and when, which a column word may carry without changing what it names.
const TIME_AND_OWNER =
  /(?:20\d\d(?:年度|年)?|上一?年度?|上一年|去年|本年度?|全年度|年度|本单位|单位|参保职工|参保人员|参保人|在职职工|职工|员工|人员|个人|本人|从业人员|被保险人|last year|employees?)/g
const REQUIRED_MARK = /[*＊★※]|必填|选填|必录/g

/** Before blanks and marks are taken out. */
const MAX_HEAD = 200

export interface HeaderMatch {
  field: ColumnField
  /** 1 the official or a usual word, 0.9 after dropping units and years, 0.6 by part of the text. */
  confidence: number
}

/** What a column head names, if it is known. */
export function matchHeader(text: string): HeaderMatch | undefined {
  return text.length > MAX_HEAD ? undefined : understandHeader(text)
}

const understandHeader = remembering((text): HeaderMatch | undefined => {
  const shown = toHalfWidth(visibleText(text)).replace(REQUIRED_MARK, '').replace(/\s+/g, ' ')
  if (shown === '' || shown.length > 60) return undefined
  const exact = headerIndex.get(foldText(shown))
  if (exact !== undefined) return { field: exact, confidence: 1 }
  const withoutBrackets = shown.replace(/[(（【[<][^)）】\]>]*[)）】\]>]/g, '')
  const plain = headerIndex.get(foldText(withoutBrackets))
  if (plain !== undefined) return { field: plain, confidence: 0.95 }
  const bare = foldText(withoutBrackets.toLowerCase().replace(TIME_AND_OWNER, '')).replace(/(?:单位)?[万千]?元$/, '')
  const stripped = headerIndex.get(bare)
  if (stripped !== undefined) return { field: stripped, confidence: 0.9 }
  return shown.length <= 24 ? matchByParts(foldText(withoutBrackets)) : undefined
})

// Tried in order; only for heads no list knows. A contribution base (缴费基数) is not a wage and is left alone.
const PARTS: readonly (readonly [RegExp, ColumnField])[] = [
  [/基数|比例|金额|银行|账号|卡号|联系人|经办|户主|紧急/, 'sequence'],
  [/(身份证|证件|公民身份|社会保障).*(号)/, 'idNumber'],
  [/证件.*(类|种)/, 'idType'],
  [/姓名/, 'name'],
  [/(入职|到岗|录用|进单位|来本单位).*(日期|时间|年月)/, 'hireDate'],
  [/(离职|离岗|退工|解除|终止).*(日期|时间|年月)/, 'leaveDate'],
  [/出生.*(日期|时间|年月)/, 'birthDate'],
  [/首月.*工资/, 'firstMonthWage'],
  [/(月平均|月均|平均月).*(工资|收入|薪)/, 'statedMonthlyAverage'],
  [/(工资|收入|薪酬).*(总额|合计|总计|总数)/, 'wagesLastYear'],
  [/(工作|发薪|发放|领薪|计薪|在岗).*月(数|份)/, 'monthsWorkedLastYear'],
  [/(户口|户籍).*(性质|类)/, 'householdType'],
  [/用工.*(形式|性质|类|方式)/, 'employmentForm'],
  [/手机|移动电话|联系电话/, 'mobile'],
]

function matchByParts(folded: string): HeaderMatch | undefined {
  for (const [pattern, field] of PARTS) {
    if (!pattern.test(folded)) continue
    return field === 'sequence' ? undefined : { field, confidence: 0.6 }
  }
  return undefined
}

export function countKnownHeaders(texts: readonly string[]): number {
  return new Set(
    texts.map((text) => matchHeader(text)?.field).filter((field) => field !== undefined && field !== 'sequence'),
  ).size
}

/** `(万元)`: how many yuan one unit of an amount column is. */
export function amountScale(header: string): number {
  if (/万元|万\)|万）/.test(header)) return 10_000
  return /千元/.test(header) ? 1000 : 1
}
