import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { StartBillingRunDocument } from './run.generated.ts'
import type { BillingRunOutlookQuery } from './run.generated.ts'
import style from './run.module.css'
import { Figures } from './figures.tsx'
import { mayRun } from './may-run.ts'
import { messages } from './messages.ts'

type OutlookFacts = BillingRunOutlookQuery['billingRunOutlook']

/** A month nobody has billed yet: what billing it means, and the button. */
export function Outlook({ outlook, onStarted }: { outlook: OutlookFacts; onStarted: () => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const viewer = useViewer()
  const [asking, setAsking] = useState(false)
  const period = format.period(outlook.period)
  const { employers, people, billed, lastMonth, refusal } = outlook
  if (refusal) return <Refusal refusal={refusal} />
  if (employers === 0) {
    return <EmptyState title={t('nothingToBill', { period })}>{t('nothingToBillText')}</EmptyState>
  }
  return (
    <section className={style.panel} aria-labelledby="billing-outlook">
      <h2 id="billing-outlook">{t('ready', { period })}</h2>
      <Figures
        figures={[
          { label: t('employers'), value: format.count(employers), main: true },
          { label: t('people'), value: format.count(people), main: true },
          { label: t('billed'), value: format.count(billed) },
          { label: t('lastMonth'), value: format.yuan(lastMonth) },
        ]}
      />
      {outlook.carriedOver ? <Notice tone="info">{t('carriedOver')}</Notice> : null}
      {outlook.declarationMode === 'MONTHLY_SELF' ? <Notice tone="info">{t('monthlySelf')}</Notice> : null}
      {mayRun(viewer.roles) ? (
        <Button onClick={() => setAsking(true)}>{t('start')}</Button>
      ) : (
        <p className="quiet">{t('mayNotStart')}</p>
      )}
      {asking ? <Confirm outlook={outlook} onClose={() => setAsking(false)} onStarted={onStarted} /> : null}
    </section>
  )
}

interface ConfirmProps {
  outlook: OutlookFacts
  onClose: () => void
  onStarted: () => void
}

function Confirm({ outlook, onClose, onStarted }: ConfirmProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const [start, { loading, error, data }] = useMutation(StartBillingRunDocument)
  const refused = data?.startBillingRun.__typename === 'BillingRunRefused' ? data.startBillingRun : undefined
  const period = format.period(outlook.period)
  const confirm = async () => {
    try {
      const answer = await start({ variables: { period: outlook.period } })
      if (answer.data?.startBillingRun.__typename === 'BillingRunStarted') onStarted()
    } catch {
      // Said below.
    }
  }
  return (
    <ConfirmDialog
      opened
      title={t('startTitle', { period })}
      verb={t('startVerb')}
      busy={loading}
      onConfirm={() => void confirm()}
      onCancel={onClose}
      consequence={
        <>
          <p>{t('startText', { period, employers: outlook.employers, people: outlook.people })}</p>
          {outlook.lastMonth > 0 ? <p>{t('startExpect', { amount: format.yuan(outlook.lastMonth) })}</p> : null}
          <p>
            <strong>{t('startFinal')}</strong>
          </p>
          {error ? <Notice tone="refused">{t('failed')}</Notice> : null}
          {refused ? <Refusal refusal={refused} /> : null}
        </>
      }
    />
  )
}

function Refusal({ refusal }: { refusal: NonNullable<OutlookFacts['refusal']> }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { reason, limit, opensAfter } = refusal
  const month = limit === null || reason === 'NO_CALENDAR' ? '' : format.period(limit)
  const words = {
    FUTURE_MONTH: t('refusedFUTURE_MONTH', { limit: month }),
    NO_PARAMETERS: limit === null ? t('refusedNO_PARAMETERS') : t('refusedNO_PARAMETERSfrom', { limit: month }),
    WINDOW_OPEN: t('refusedWINDOW_OPEN', { date: opensAfter === null ? '' : format.date(opensAfter) }),
    ALREADY_DONE: t('refusedALREADY_DONE'),
    NO_CALENDAR: t('refusedNO_CALENDAR', { year: limit ?? '' }),
  }
  return <Notice tone="info">{words[reason]}</Notice>
}
