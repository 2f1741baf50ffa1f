import { CHANGE_TYPES, fieldName, insuranceName } from '@shebao/declaration-rules'
import { FIVE_INSURANCES, isOneOf } from '@shebao/kernel'
import { employmentFormWords, householdTypeWords, idTypeWords, sexWords } from '@shebao/roster'
import type { Words } from '@shebao/roster'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { changeMessages } from './change-messages.ts'
import { monthlyWords } from '../../../shared/case/monthly-words.ts'

const values: Readonly<Record<string, Words>> = {
  ...idTypeWords,
  ...sexWords,
  ...householdTypeWords,
  ...employmentFormWords,
}

/** An answer of a change as a person would say it. */
export function useAnswerWords(): (field: string, answer: unknown) => string {
  const t = useMessages(changeMessages)
  const words = useMessages(monthlyWords)
  const { language } = useLanguage()
  const format = useFormat()
  return (field, answer) => {
    if (typeof answer === 'number') return format.fen(answer)
    if (typeof answer === 'boolean') return t(answer ? 'insured' : 'nothing')
    if (typeof answer === 'object' && answer !== null) {
      const insured = FIVE_INSURANCES.filter((one) => Reflect.get(answer, one) === true)
      if (insured.length === 0) return t('nothing')
      return insured.map((one) => insuranceName(one, language)).join(language === 'zh-CN' ? '、' : ', ')
    }
    if (typeof answer !== 'string' || answer === '') return t('nothing')
    if (isOneOf(CHANGE_TYPES, answer)) return words(answer)
    if (field === 'infoField') return fieldName(answer, language)
    const word = Object.hasOwn(values, answer) ? values[answer] : undefined
    return word === undefined ? answer : language === 'zh-CN' ? word.zh : word.en
  }
}
