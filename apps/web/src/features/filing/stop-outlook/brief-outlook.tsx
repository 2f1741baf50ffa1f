import { Button } from '@mantine/core'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './messages.ts'
import { sumOf } from './sum-of-outlooks.ts'
import type { AskedStop, BriefOutlook, StopOutlooks } from './use-stop-outlooks.ts'

/** What one of many stops breaks, in one sentence. */
export function BriefStopOutlook({ stop, outlooks }: { stop: AskedStop; outlooks: StopOutlooks }) {
  const outlook = outlooks.of(stop)
  const t = useMessages(messages)
  if (outlook === undefined) return outlooks.failed ? null : <span className="quiet">{t('loading')}</span>
  return <Brief outlook={outlook} />
}

function Brief({ outlook }: { outlook: BriefOutlook }) {
  const t = useMessages(messages)
  const format = useFormat()
  if (outlook === null) return <>{t('briefNobody')}</>
  const { monthsMissing: missing, monthsUntilRetirement: left, canStillReach, firstMonthWithout } = outlook
  const period = format.period(firstMonthWithout)
  if (missing === 0) return <>{t('briefGap', { period, left })}</>
  if (canStillReach) return <>{t('briefMissing', { period, missing, left })}</>
  return <strong>{t('briefCannot', { period, missing, left })}</strong>
}

/** What all of them break together, before any of them is taken over. */
export function StopOutlooksSum({ stops, outlooks }: { stops: readonly AskedStop[]; outlooks: StopOutlooks }) {
  const t = useMessages(messages)
  const format = useFormat()
  if (stops.length === 0) return null
  if (outlooks.failed)
    return (
      <Notice tone="refused">
        <p>{t('failed')}</p>
        <Button size="compact-sm" variant="default" onClick={outlooks.again}>
          {t('again')}
        </Button>
      </Notice>
    )
  const { missing, cannot, enough, nobody, duties, firstDue, waiting } = sumOf(stops, outlooks.of)
  const lines = [
    missing > 0 && t('sumMissing', { count: missing }),
    cannot > 0 && t('sumCannot', { count: cannot }),
    enough > 0 && t('sumEnough', { count: enough }),
    firstDue !== undefined && t('sumDuty', { count: duties, date: format.date(firstDue) }),
    nobody > 0 && t('sumNobody', { count: nobody }),
    waiting > 0 && t('sumWaiting', { count: waiting }),
  ].filter((line) => line !== false)
  return (
    <Notice tone={cannot > 0 ? 'warning' : 'info'}>
      <p>
        <strong>{t('sumTitle', { count: stops.length })}</strong>
      </p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  )
}
