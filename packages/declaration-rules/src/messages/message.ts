import { employmentFormWords, householdTypeWords, idTypeWords, retirementCategoryWords, sexWords } from '@shebao/roster'
import type { Words as ValueWords } from '@shebao/roster'
import { fen, formatYuan } from '@shebao/kernel'
import type { Issue } from '../issue.ts'
import type { Rule } from '../rule.ts'
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
  HUKOU: { zh: '本市或外埠、城镇或农村', en: 'local or non-local, urban or rural' },
  PAID: { zh: '已缴', en: 'paid' },
  DEFERRED: { zh: '缓缴', en: 'deferred' },
  ARREARS: { zh: '欠缴', en: 'in arrears' },
}

/** The form of each kind of number; of a permit and a passport the social security number made of theirs (domain 1.1-1.3). */
const ID_FORMS: Readonly<Record<string, ValueWords>> = {
  RESIDENT_ID: {
    zh: '应为18位，前17位为数字，末位为数字或X',
    en: 'A resident ID has 18 characters: 17 digits, then a digit or X',
  },
  HMT_RESIDENCE_PERMIT: {
    zh: '应为18位，以810000、820000或830000开头',
    en: 'It has 18 characters and begins with 810000, 820000 or 830000',
  },
  HMT_TRAVEL_NUMBER: {
    zh: '应填社会保障号码：香港HKG、澳门MAC、台湾TWN，加0，再加通行证上的8位数字，如HKG012345678',
    en: 'Give the social security number: HKG, MAC or TWN, a 0, and the 8 digits of the permit, such as HKG012345678',
  },
  FOREIGN_PERMANENT_RESIDENCE: {
    zh: '应为以9开头的18位号码，旧版为3位国家代码加12位数字',
    en: 'It has 18 characters and begins with 9; the older card has 3 country letters and 12 digits',
  },
  FOREIGN_PASSPORT_NUMBER: {
    zh: '应填社会保障号码：3位国家代码，加0，再加护照号码，如DEU0C01X00T47',
    en: 'Give the social security number: 3 country letters, a 0, and the passport’s number, such as DEU0C01X00T47',
  },
}

/** What is wrong and what would be right, in one or two sentences. Holds no identity number in clear. */
export function messageOf(issue: Worded, language: Language): string {
  const words = RULE_WORDS[issue.ruleId] ?? UNIT_WORDS[issue.ruleId] ?? CODE_WORDS[issue.code]
  const template = words[language === 'zh-CN' ? 0 : 1]
  return template.replace(/\{(\w+)\}/gu, (_, name: string) => valueOf(issue, name, language))
}

/** What a rule says of anybody: its words with the values left open. */
export function ruleWording(rule: Pick<Rule, 'id' | 'code' | 'fields'>, language: Language): string {
  const words = RULE_WORDS[rule.id] ?? UNIT_WORDS[rule.id] ?? CODE_WORDS[rule.code]
  const named = (name: string) => (name === 'field' ? fieldName(rule.fields[0] ?? '', language) : '…')
  return words[language === 'zh-CN' ? 0 : 1].replace(/\{(\w+)\}/gu, (_, name: string) => named(name))
}

function valueOf(issue: Worded, name: string, language: Language): string {
  if (name === 'field') return fieldName(issue.field, language)
  if (name === 'idForm') return inWords(ID_FORMS[String(issue.params['idType'])], language)
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
  return word === undefined ? value : inWords(word, language)
}

const inWords = (word: ValueWords | undefined, language: Language): string =>
  (language === 'zh-CN' ? word?.zh : word?.en) ?? ''

/** Ids that have words of their own, so that a test can prove each belongs to a rule. */
export const WORDED_RULE_IDS: readonly string[] = [...Object.keys(RULE_WORDS), ...Object.keys(UNIT_WORDS)]
