import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { isText } from '../../../shared/case/refuse-step.tsx'
import type { StaleDecisionFragment } from '../../../shared/case/stale-decision.generated.ts'
import { StaleNotice } from '../../../shared/case/stale-notice.tsx'
import { WhoMayAct } from '../../../shared/case/who-may-act.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { MoneyText } from '../../../shared/ui/money-text.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { messages } from './messages.ts'
import { DecideDeemedDocument } from './undeclared.generated.ts'
import type { DeemedAssessmentsQuery } from './undeclared.generated.ts'
import style from './undeclared.module.css'
import type { Said } from './undeclared.ts'

type Item = DeemedAssessmentsQuery['deemedAssessments']['edges'][number]['node']

const tones = { PROPOSED: 'waiting', ISSUED: 'done', REFUSED: 'refused' } as const

interface DeemedItemProps {
  item: Item
  onSaid: Said
  /** Reads the list anew. */
  renew: () => Promise<unknown>
}

/** Whose month, what it would cost and by what, the grounds, and who proposed it. */
export function DeemedItem({ item, onSaid, renew }: DeemedItemProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const way =
    item.way === 'LAST_MONTH'
      ? t('LAST_MONTH', { from: format.period(item.basedOn ?? item.period) })
      : t('OFFICE_AMOUNT', { people: item.people, wage: format.yuan(item.wage ?? 0) })
  return (
    <li className={style.item}>
      <div className={style.what}>
        <StatusBadge tone={tones[item.state]}>{t(item.state)}</StatusBadge>
        <span>
          <Link to={`/staff/employers/${item.employerId}`}>{item.employerName}</Link> · {item.registrationNo} ·{' '}
          {format.period(item.period)}
        </span>
        <MoneyText fen={item.total} size="total" sign />
        <span>{way}</span>
        <span>{item.grounds}</span>
        <span className="quiet">{t('by', { name: item.proposerName, time: format.instant(item.proposedAt) })}</span>
        {item.decidedAt ? (
          <span className="quiet">
            {t('decidedBy', { name: item.deciderName ?? '', time: format.instant(item.decidedAt) })}
          </span>
        ) : null}
        {item.refusal ? <span className="quiet">{t('because', { reason: item.refusal })}</span> : null}
        {item.noticeId ? <Link to={`/staff/notices/${item.noticeId}`}>{t('notice')}</Link> : null}
      </div>
      {item.state === 'PROPOSED' ? <Decide item={item} onSaid={onSaid} renew={renew} /> : null}
    </li>
  )
}

function Decide({ item, onSaid, renew }: DeemedItemProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const decides = useViewer().roles.some((role) => role === 'REVIEWER' || role === 'HEAD')
  const [asking, setAsking] = useState<'CONFIRM' | 'REFUSE'>()
  const [refusal, setRefusal] = useState('')
  const [wrong, setWrong] = useState(false)
  const [stale, setStale] = useState<StaleDecisionFragment>()
  const [decide, { loading }] = useMutation(DecideDeemedDocument)
  if (item.mine || !decides) return <WhoMayAct steps={item.procedure} />
  const words = { name: item.employerName, period: format.period(item.period), amount: format.yuan(item.total) }
  const carryOut = async () => {
    const confirm = asking === 'CONFIRM'
    if (!confirm && !isText(refusal)) return setWrong(true)
    try {
      const { data } = await decide({
        variables: { id: item.id, decidedOn: item.mark, confirm, refusal: confirm ? null : refusal },
      })
      const outcome = data?.decideDeemedAssessment
      setStale(outcome?.__typename === 'StaleDecision' ? outcome : undefined)
      if (outcome?.__typename === 'StaleDecision') return undefined
      if (outcome?.__typename === 'DeemedDecided')
        return onSaid({ tone: 'done', text: [t(confirm ? 'confirmed' : 'refusedDone', words)] })
      onSaid({ tone: 'refused', text: [t(outcome?.reason ?? 'failed')] })
    } catch {
      onSaid({ tone: 'refused', text: [t('failed')] })
    } finally {
      setAsking(undefined)
    }
    return undefined
  }
  return (
    <div className={style.decide}>
      {stale ? <StaleNotice stale={stale} onShow={() => renew().then(() => setStale(undefined))} /> : null}
      <Button onClick={() => setAsking('CONFIRM')}>{t('confirm')}</Button>
      <Button variant="default" onClick={() => setAsking('REFUSE')}>
        {t('refuse')}
      </Button>
      <ConfirmDialog
        opened={asking !== undefined}
        title={t(asking === 'REFUSE' ? 'refuseTitle' : 'confirmTitle', words)}
        consequence={
          asking === 'REFUSE' ? (
            <Textarea
              label={t('refusal')}
              value={refusal}
              onChange={(event) => setRefusal(event.currentTarget.value)}
              error={wrong ? t('refusalWrong') : undefined}
              maxLength={500}
              rows={3}
            />
          ) : (
            t('confirmText')
          )
        }
        verb={t(asking === 'REFUSE' ? 'refuse' : 'confirm')}
        grave={asking === 'CONFIRM'}
        busy={loading}
        onCancel={() => setAsking(undefined)}
        onConfirm={() => void carryOut()}
      />
    </div>
  )
}
