import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { stopReasonWord, stopReasonWords } from '../../../shared/case/stop-reasons.ts'
import { MoneyText } from '../../../shared/ui/money-text.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { PersonHistoryDocument } from './history.generated.ts'
import style from './history.module.css'
import { messages } from './messages.ts'
import { OriginText } from './origin.tsx'
import { InsuranceNames, Months } from './stretch-text.tsx'

/** All that is or was known of a person with the unit. */
export function PersonHistory({
  employerId,
  individualId,
  name,
}: {
  employerId: string
  individualId: string
  name: string
}) {
  const t = useMessages(messages)
  const format = useFormat()
  const reasons = useMessages(stopReasonWords)
  const { data, error } = useQuery(PersonHistoryDocument, { variables: { id: employerId, individualId } })
  if (error && !data) return <Notice tone="refused">{t('failed')}</Notice>
  if (!data) return <Skeleton lines={3} />
  return (
    <ol className={style.steps} aria-label={t('historyOf', { name })}>
      {data.employerById.enrolmentHistory.map(({ id, averageWage, insurances, stopReason, origin, ...months }) => (
        <li key={id} data-superseded={origin.supersededAt !== null}>
          <strong>
            <Months {...months} />
          </strong>
          <span>
            <MoneyText fen={averageWage} /> · <InsuranceNames insurances={insurances} />
            {stopReason === null ? null : (
              <span className="sub">{t('stopReason', { reason: stopReasonWord(stopReason, reasons) })}</span>
            )}
          </span>
          <span>
            <OriginText origin={origin} />
          </span>
          {origin.supersededAt === null ? null : (
            <span className="quiet">{t('knownBefore', { date: format.instant(origin.supersededAt) })}</span>
          )}
        </li>
      ))}
    </ol>
  )
}
