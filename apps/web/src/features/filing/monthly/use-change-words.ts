import { fieldName } from '@shebao/declaration-rules'
import { parsePeriod } from '@shebao/kernel'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import type { MonthlyChangeRowFragment } from './declaration.generated.ts'
import { declarationMessages } from './declaration-messages.ts'
import { monthlyWords } from '../../../shared/case/monthly-words.ts'
import { useAnswerWords } from './use-answer-words.ts'

/** A change in words: what it is, since when it counts, and what it makes of the wage. */
export function useChangeWords() {
  const t = useMessages(declarationMessages)
  const words = useMessages(monthlyWords)
  const { language } = useLanguage()
  const format = useFormat()
  const answer = useAnswerWords()
  const month = (text: string) => (parsePeriod(text) === undefined ? text : format.period(text))
  return {
    what({ changeType, infoField, infoValue }: MonthlyChangeRowFragment): string {
      if (changeType === 'INFO_CHANGE' && infoField !== null)
        return t('infoChange', { field: fieldName(infoField, language), value: answer('infoValue', infoValue) })
      return words(changeType ?? 'noType')
    },
    when({ changeType, effectivePeriod, lastPayablePeriod }: MonthlyChangeRowFragment): string {
      if (changeType?.startsWith('STOP_') === true && lastPayablePeriod !== null)
        return t('paidUntil', { month: month(lastPayablePeriod) })
      return effectivePeriod === null ? '—' : t('fromMonth', { month: month(effectivePeriod) })
    },
    wage({ changeType, before, after }: MonthlyChangeRowFragment): string {
      const amount = (wage: number | null | undefined) => (typeof wage === 'number' ? format.fen(wage) : '—')
      const [old, now] = [before?.wage, after.wage]
      if (changeType === 'INFO_CHANGE') return amount(old)
      return old === now ? amount(now) : t('before', { before: amount(old), after: amount(now) })
    },
  }
}
