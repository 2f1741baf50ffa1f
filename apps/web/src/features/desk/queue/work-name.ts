import { scriptMatterNames, scriptMatters } from '@shebao/hotline'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import type { WorkRow } from './work-row.ts'
import { lifecycleWords } from '../../../shared/case/lifecycle-words.ts'

/** What a row is called: whose case it is, or what it is about. */
export function useWorkName() {
  const word = useMessages(lifecycleWords)
  const format = useFormat()
  const { language } = useLanguage()
  return ({ lifecycle, employerName, subject, number, caseId }: WorkRow): string => {
    if (employerName) return employerName
    if (subject) return subject
    if (lifecycle === 'HOTLINE_SCRIPT') {
      const matter = scriptMatters.find((one) => one === number)
      return matter ? scriptMatterNames[language][matter] : word(lifecycle)
    }
    if (lifecycle === 'RECONCILIATION_DAY') return format.date(caseId)
    return lifecycle === 'BILLING_RUN' && number ? format.period(number) : word(lifecycle)
  }
}
