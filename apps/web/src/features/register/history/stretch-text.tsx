import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { insuranceWords, stripeInsurances } from '../../../shared/ui/insurance-words.ts'
import type { StripeInsurance } from '../../../shared/ui/insurance-words.ts'
import { messages } from './messages.ts'

export function Months({ fromPeriod, toPeriod }: { fromPeriod: string; toPeriod: string | null }) {
  const t = useMessages(messages)
  const format = useFormat()
  const from = format.period(fromPeriod)
  return <>{toPeriod === null ? t('since', { from }) : t('span', { from, to: format.period(toPeriod) })}</>
}

export function InsuranceNames({ insurances }: { insurances: readonly StripeInsurance[] }) {
  const t = useMessages(messages)
  const words = useMessages(insuranceWords)
  if (insurances.length === stripeInsurances.length) return <>{t('allFive')}</>
  return <>{insurances.length === 0 ? '—' : insurances.map((insurance) => words(insurance)).join(' · ')}</>
}
