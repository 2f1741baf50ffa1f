import { formatYuan, withoutHidden } from '@shebao/kernel'
import { columnFields, insuranceOf, isAmountField, isInsuranceField } from './column-field.ts'
import type { ColumnField } from './column-field.ts'
import {
  employmentFormWords,
  householdTypeWords,
  idTypeWords,
  retirementCategoryWords,
  sexWords,
  yesNoWords,
} from './enumeration-words.ts'
import type { Words } from './enumeration-words.ts'
import { officialHeader } from './official-headers.ts'
import type { PersonnelDraft } from './personnel-draft.ts'

export type RosterLanguage = 'zh-CN' | 'en'

/** A table ready to be written: heads, and cells as text; `figures` says which columns hold figures. */
export interface RosterTable {
  heads: string[]
  rows: string[][]
  figures: boolean[]
}

const NEVER_WRITTEN: readonly ColumnField[] = ['rowReference', 'problems', 'sequence']
const OPTIONAL: readonly ColumnField[] = [
  'participation',
  'exemptionReasons',
  'leaveDate',
  'firstMonthWage',
  'retirementCategory',
  'lowWageReason',
  'retirementReason',
  'signed',
]

/** The columns a list needs: all usual ones, and the rarer ones only when somebody has something in them. */
export function writtenFields(people: readonly PersonnelDraft[]): ColumnField[] {
  return columnFields.filter((field) => {
    if (NEVER_WRITTEN.includes(field)) return false
    const isOptional = OPTIONAL.includes(field) || field.startsWith('exemptionReasons')
    return !isOptional || people.some((draft) => fieldText(draft, field, 'zh-CN') !== '')
  })
}

export function rosterTable(people: readonly PersonnelDraft[], language: RosterLanguage): RosterTable {
  const fields = writtenFields(people)
  return {
    heads: [officialHeader('sequence', language), ...fields.map((field) => officialHeader(field, language))],
    rows: people.map((draft, index) => [
      String(index + 1),
      ...fields.map((field) => fieldText(draft, field, language)),
    ]),
    figures: [true, ...fields.map((field) => isAmountField(field) || field === 'monthsWorkedLastYear')],
  }
}

/**
 * One value as an office writes it; what could not be read is written as it was typed. Characters that nobody sees, which rows of
 * earlier days still hold, stay behind.
 */
export const fieldText = (draft: PersonnelDraft, field: ColumnField, language: RosterLanguage): string =>
  withoutHidden(textOf(draft, field, language))

function textOf(draft: PersonnelDraft, field: ColumnField, language: RosterLanguage): string {
  if (isInsuranceField(field)) {
    const insurance = insuranceOf(field)
    if (field.startsWith('exemptionReasons')) return draft.exemptionReasons?.[insurance] ?? ''
    return yesNo(draft.participation?.[insurance], language)
  }
  if (field === 'sequence' || field === 'rowReference' || field === 'problems') return ''
  const raw = draft.raw?.[field]
  if (raw !== undefined) return raw
  switch (field) {
    case 'idType':
      return word(idTypeWords, draft.idType, language)
    case 'sex':
      return word(sexWords, draft.sex, language)
    case 'householdType':
      return word(householdTypeWords, draft.householdType, language)
    case 'employmentForm':
      return word(employmentFormWords, draft.employmentForm, language)
    case 'retirementCategory':
      return word(retirementCategoryWords, draft.retirementCategory, language)
    case 'signed':
      return yesNo(draft.signed, language)
    case 'monthsWorkedLastYear':
      return draft.monthsWorkedLastYear === undefined ? '' : String(draft.monthsWorkedLastYear)
    case 'wagesLastYear':
    case 'statedMonthlyAverage':
    case 'firstMonthWage': {
      const amount = draft[field]
      return amount === undefined ? '' : formatYuan(amount)
    }
    case 'participation':
    case 'exemptionReasons':
      return ''
    default:
      return draft[field] ?? ''
  }
}

function word<T extends string>(
  words: Readonly<Record<T, Words>>,
  value: T | undefined,
  language: RosterLanguage,
): string {
  if (value === undefined) return ''
  return language === 'zh-CN' ? words[value].zh : words[value].en
}

function yesNo(value: boolean | undefined, language: RosterLanguage): string {
  if (value === undefined) return ''
  const words = value ? yesNoWords.yes : yesNoWords.no
  return language === 'zh-CN' ? words.zh : words.en
}
