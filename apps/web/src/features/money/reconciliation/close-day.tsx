import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import type { StaleDecisionFragment } from '../../../shared/case/stale-decision.generated.ts'
import { WhoMayAct } from '../../../shared/case/who-may-act.tsx'
import { StaleNotice } from '../../../shared/case/stale-notice.tsx'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { dayMessages } from './day-messages.ts'
import type { Day } from './day.ts'
import { CloseReconciliationDayDocument } from './reconciliation.generated.ts'
import sheet from './reconciliation.module.css'
import style from './close-day.module.css'

/** Says what is still missing; when nothing is, closes the day and repeats the consequence in figures. */
export function CloseDay({ day, onChanged }: { day: Day; onChanged: () => Promise<unknown> }) {
  const t = useMessages(dayMessages)
  const format = useFormat()
  const mayClose = useViewer().roles.some((role) => role === 'OFFICER' || role === 'HEAD')
  const [close, { loading }] = useMutation(CloseReconciliationDayDocument)
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState<{ tone: 'done' | 'refused'; text: string }>()
  const [stale, setStale] = useState<StaleDecisionFragment>()
  const missing = [
    day.bankStatement ? '' : t('needBank'),
    day.treasuryStatement ? '' : t('needTreasury'),
    day.bankStatement?.state === 'HELD' ? t('needRelease') : '',
    day.waitingStatements.length > 0 ? t('needPages') : '',
    day.open > 0 ? t('needItems', { count: day.open }) : '',
  ].filter(Boolean)
  const perform = async () => {
    try {
      const outcome = (await close({ variables: { day: day.day, decidedOn: day.mark } })).data?.closeReconciliationDay
      if (!outcome) throw new Error('No outcome came.')
      setStale(outcome.__typename === 'StaleDecision' ? outcome : undefined)
      if (outcome.__typename === 'StaleDecision') return setSaid(undefined)
      setSaid(
        outcome.__typename === 'ReconciliationDayClosed'
          ? { tone: 'done', text: t('closed', { count: outcome.notices }) }
          : {
              tone: 'refused',
              text: t(`refused${outcome.reason}`, {
                count: outcome.openCount,
                references: outcome.openItems.map(({ reference }) => reference).join(', '),
              }),
            },
      )
      return await onChanged()
    } catch {
      return setSaid({ tone: 'refused', text: t('refusedOTHER') })
    } finally {
      setAsking(false)
    }
  }
  return (
    <div className={style.close}>
      {stale ? <StaleNotice stale={stale} onShow={() => onChanged().then(() => setStale(undefined))} /> : null}
      {said ? <Notice tone={said.tone}>{said.text}</Notice> : null}
      {day.status === 'CLOSED' && day.closedAt ? (
        <p>{t('closedBy', { name: day.closedByName ?? '', time: format.instant(day.closedAt) })}</p>
      ) : null}
      {day.status === 'OPEN' && missing.length > 0 ? (
        <p>
          {t('notYet')} {missing.join('；')}
        </p>
      ) : null}
      {day.status === 'OPEN' && missing.length === 0 ? (
        <div className={sheet.actions}>
          <p className="quiet">{t('closeByOther')}</p>
          <WhoMayAct steps={day.procedure} />
          {mayClose ? <Button onClick={() => setAsking(true)}>{t('close')}</Button> : null}
        </div>
      ) : null}
      <ConfirmDialog
        opened={asking}
        title={t('closeTitle', { day: format.date(day.day) })}
        consequence={
          <>
            <p>
              <strong>
                {t('closeText', {
                  bankCount: day.bankStatement?.entryCount ?? 0,
                  bank: format.yuan(netOf(day.bankStatement)),
                  treasuryCount: day.treasuryStatement?.entryCount ?? 0,
                  treasury: format.yuan(netOf(day.treasuryStatement)),
                  systemCount: day.systemCount,
                  system: format.yuan(day.systemAmount),
                })}
              </strong>
            </p>
            <p>{t('closeFinal')}</p>
          </>
        }
        verb={t('close')}
        busy={loading}
        onConfirm={() => void perform()}
        onCancel={() => setAsking(false)}
      />
    </div>
  )
}

const netOf = (file: Day['bankStatement']) => (file ? file.creditTotal - file.debitTotal : 0)
