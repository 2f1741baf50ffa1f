import { isParameterName, PARAMETER_UNITS, sourceText, WORDS } from '@shebao/premium'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { policyMessages } from './policy-messages.ts'

/** What names a rule; a published row and a draft both have it. */
export interface RuleOf {
  name: string
  insurance: string
  side: string
  category: string
}

const choiceWords = [
  'MERGED',
  'SEPARATE',
  'DUE_DATE',
  'SETTLED_MONTH',
  'NONE',
  'PRINCIPAL',
  'CARRY_FORWARD',
  'MONTHLY_SELF',
  'TAX_AUTHORITY',
  'AGENCY',
] as const

/** Parameters, their scope and their values in words of the language shown. */
export function useParameterText() {
  const t = useMessages(policyMessages)
  const format = useFormat()
  const { language } = useLanguage()
  const words = WORDS[language]

  const named = <Key extends string>(names: Readonly<Record<Key, string>>, key: string): string | undefined =>
    Object.hasOwn(names, key) ? names[key as Key] : undefined

  const nameOf = (name: string) => capital(named(words.parameters, name) ?? name)
  const insuranceOf = (insurance: string) => named(words.insurances, insurance)
  const sideOf = (side: string) => named(words.sides, side)
  const categoryOf = (category: string) => {
    const injuryClass = /^INJURY_CLASS_(\d)$/.exec(category)?.[1]
    if (injuryClass) return t('injuryClass', { value: injuryClass })
    return category === 'ALL' || category === '' ? undefined : category
  }
  const scopeOf = ({ insurance, side, category }: RuleOf) =>
    [insuranceOf(insurance), sideOf(side), categoryOf(category)].filter((part) => part !== undefined).join(' · ')

  const choiceOf = (name: string, value: string): string => {
    const rounding = named(words.roundings, name === 'AVERAGE_ROUNDING' ? `AVERAGE_${value}` : value)
    if (rounding) return capital(rounding)
    const word = choiceWords.find((known) => known === value)
    return word ? t(`word${word}`) : value
  }
  const valueOf = (name: string, value: string): string => {
    if (!isParameterName(name) || !/^\d+$/.test(value)) return choiceOf(name, value)
    const number = Number(value)
    switch (PARAMETER_UNITS[name]) {
      case 'FEN':
        return format.yuan(number)
      case 'PPM':
        return format.ppm(number)
      case 'DAY':
        return t('dayOf', { value })
      case 'MONTH':
        return format.month(number)
      case 'MONTHS':
        return t('monthsOf', { value: number })
      case 'PEOPLE':
        return t('peopleOf', { value: number })
      case 'WORD':
        return value
    }
  }
  const monthsOf = (from: string, to: string | null) =>
    to ? t('fromTo', { from: format.period(from), to: format.period(to) }) : t('fromOn', { from: format.period(from) })
  const sourceOf = (source: string) => sourceText(source, language)

  return { nameOf, scopeOf, insuranceOf, sideOf, categoryOf, valueOf, choiceOf, monthsOf, sourceOf }
}

/** Words that stand in the middle of a derivation's sentence begin a line here. */
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
