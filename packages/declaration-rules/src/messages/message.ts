import { employmentFormWords, householdTypeWords, idTypeWords, retirementCategoryWords, sexWords } from '@shebao/roster'
import type { Words as ValueWords } from '@shebao/roster'
import { fen, formatYuan } from '@shebao/kernel'
import type { Issue } from '../issue.ts'
import type { Language } from './field-names.ts'
import { fieldName, insuranceName } from './field-names.ts'
import { CODE_WORDS, RULE_WORDS } from './issue-words.ts'
import { UNIT_WORDS } from './unit-words.ts'

type Worded = Pick<Issue, 'ruleId' | 'code' | 'field' | 'params'>

/** Enumeration values that may stand in parameters. */
const VALUES: Readonly<Record<string, ValueWords>> = {
  ...idTypeWords,
  ...householdTypeWords,
  ...employmentFormWords,
  ...retirementCategoryWords,
  ...sexWords,
  PAID: { zh: '已缴', en: 'paid', also: [] },
  DEFERRED: { zh: '缓缴', en: 'deferred', also: [] },
  ARREARS: { zh: '欠缴', en: 'in arrears', also: [] },
}

/** What is wrong and what would be right, in one or two sentences. Holds no identity number in clear. */
export function messageOf(issue: Worded, language: Language): string {
  const words = RULE_WORDS[issue.ruleId] ?? UNIT_WORDS[issue.ruleId] ?? CODE_WORDS[issue.code]
  const template = words[language === 'zh-CN' ? 0 : 1]
  return template.replace(/\{(\w+)\}/gu, (_, name: string) => valueOf(issue, name, language))
}

function valueOf(issue: Worded, name: string, language: Language): string {
  if (name === 'field') return fieldName(issue.field, language)
  const value = issue.params[name]
  if (value === undefined) return ''
  if (typeof value === 'number') {
    if (!name.endsWith('Fen')) return String(value)
    const yuan = formatYuan(fen(value), { grouping: true })
    return language === 'zh-CN' ? `${yuan}元` : `${yuan} yuan`
  }
  if (name === 'insurance') return insuranceName(value, language)
  // MALE names both a sex and a retirement category; in words they are the same people.
  const word = Object.hasOwn(VALUES, value) ? VALUES[value] : undefined
  return word === undefined ? value : language === 'zh-CN' ? word.zh : word.en
}

/** Ids that have words of their own, so that a test can prove each belongs to a rule. */
export const WORDED_RULE_IDS: readonly string[] = [...Object.keys(RULE_WORDS), ...Object.keys(UNIT_WORDS)]
