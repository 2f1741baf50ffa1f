import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import desk from '../../../shared/ui/desk.module.css'
import { Notice } from '../../../shared/ui/notice.tsx'
import type { BackPaymentProblemCode } from './back-payment.generated.ts'
import { problemMessages } from './problem-messages.ts'

export interface Problem {
  code: BackPaymentProblemCode
  line: number | null
  period: string | null
  reference: string | null
}

const shownAtOnce = 50

/** What stands in the way: which line, which month, why, and what to do about it. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const t = useMessages(problemMessages)
  const format = useFormat()
  if (problems.length === 0) return null
  return (
    <Notice tone="refused">
      <strong>{t('inTheWay')}</strong>
      <ul className={desk.problems}>
        {problems.slice(0, shownAtOnce).map(({ code, line, period, reference }) => (
          <li key={`${code} ${line} ${period}`}>
            {[line === null ? '' : t('at', { line }), period === null ? '' : format.period(period)]
              .filter(Boolean)
              .join(' · ')}{' '}
            {t(code, { reference: reference ?? '' })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
