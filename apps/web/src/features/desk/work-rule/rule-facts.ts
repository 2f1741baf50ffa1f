import { workLifecycles } from '../../../shared/case/work-lifecycles.ts'
import { lifecycleWords } from '../../../shared/case/lifecycle-words.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { messages } from './messages.ts'
import type { WorkRuleRowFragment, WorkRulesPageQuery } from './work-rule.generated.ts'

export type Offices = WorkRulesPageQuery['districtOffices']

/** What an office is called in the language of the page. */
export function useOfficeName() {
  const english = useLanguage().language === 'en'
  return ({ nameZh, nameEn }: Pick<Offices[number], 'nameZh' | 'nameEn'>) => (english ? nameEn : nameZh)
}

/** What a rule fits, and to whom it gives, in words. */
export function useRuleText(offices: Offices) {
  const t = useMessages(messages)
  const word = useMessages(lifecycleWords)
  const officeName = useOfficeName()
  return {
    fits: ({ lifecycle, districtId, industry, numberFrom, numberTo }: WorkRuleRowFragment): string => {
      const kind = workLifecycles.find((name) => name === lifecycle)
      const office = offices.find(({ id }) => id === districtId)
      return [
        kind ? word(kind) : t('everything'),
        ...(office ? [t('district', { office: officeName(office) })] : []),
        ...(industry === null ? [] : [t('industry', { letter: industry })]),
        ...(numberFrom === null || numberTo === null ? [] : [t('range', { from: numberFrom, to: numberTo })]),
      ].join(' · ')
    },
    people: ({ people }: Pick<WorkRuleRowFragment, 'people'>): string => {
      const names = people.map(({ name }) => name).join(t('between'))
      return people.length > 1 ? t('inTurn', { names }) : names
    },
  }
}
