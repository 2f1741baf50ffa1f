import {
  employmentFormWords,
  householdTypeWords,
  idTypeWords,
  retirementCategoryWords,
  sexWords,
  type Words,
} from '@shebao/roster'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { messages } from './later-messages.ts'

const choices: Readonly<Record<string, Words>> = {
  ...idTypeWords,
  ...sexWords,
  ...householdTypeWords,
  ...employmentFormWords,
  ...retirementCategoryWords,
}

/** An answer of a person as somebody would say it. */
export function usePersonWords(): (field: string, answer: unknown) => string {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const format = useFormat()
  return (field, answer) => {
    if (typeof answer === 'number') return field === 'monthsWorkedLastYear' ? format.count(answer) : format.fen(answer)
    if (typeof answer !== 'string' || answer === '') return t('nothing')
    if (field.startsWith('participation.')) return t(answer === 'YES' ? 'yes' : 'no')
    const word = Object.hasOwn(choices, answer) ? choices[answer] : undefined
    return word === undefined ? answer : language === 'zh-CN' ? word.zh : word.en
  }
}
