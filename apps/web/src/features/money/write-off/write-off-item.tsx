import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useDerivation } from '../../../shared/lib/use-derivation.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { AttachedFiles } from '../../../shared/case/attached-files.tsx'
import { isText } from '../../../shared/case/refuse-step.tsx'
import type { StaleDecisionFragment } from '../../../shared/case/stale-decision.generated.ts'
import { StaleNotice } from '../../../shared/case/stale-notice.tsx'
import { WhoMayAct } from '../../../shared/case/who-may-act.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { messages } from './messages.ts'
import { DecideWriteOffDocument } from './write-off.generated.ts'
import { WriteOffItemFragmentDoc } from './write-off-item.generated.ts'
import type { WriteOffItemFragment } from './write-off-item.generated.ts'
import style from './write-off-item.module.css'

const tones = { REQUESTED: 'waiting', CONFIRMED: 'done', REFUSED: 'refused' } as const

type Said = (said: { tone: 'done' | 'refused'; text: string }) => Promise<void>

interface WriteOffItemProps {
  item: FragmentType<WriteOffItemFragment>
  onSaid: Said
  /** Reads the list anew. */
  renew: () => Promise<unknown>
}

/** What shall be given up, on which ground, who asked and who decided. */
export function WriteOffItem({ item: ref, onSaid, renew }: WriteOffItemProps) {
  const item = useOwnFields(WriteOffItemFragmentDoc, ref)
  const t = useMessages(messages)
  const format = useFormat()
  const derive = useDerivation()
  return (
    <li className={style.item}>
      <div className={style.what}>
        <StatusBadge tone={tones[item.state]}>{t(item.state)}</StatusBadge>
        <span>
          <Link to={`/staff/employers/${item.employerId}`}>{item.employerName}</Link> · {item.noticeNumber} ·{' '}
          {format.period(item.period)}
        </span>
        <DerivationPopover fen={item.amount} size="total" sign explanation={derive({ writeOff: item.id }, 'ANEW')} />
        <span>
          {t('due')} {format.date(item.dueOn)}
          {item.overdueDays > 0 ? (
            <strong className={style.late}>
              {' '}
              {t('overdueNow')} {t('days', { days: item.overdueDays })}
            </strong>
          ) : null}{' '}
          · {t('people')} {format.count(item.people)}
        </span>
        {item.state === 'REQUESTED' ? (
          <span>
            {t('insuredNow')} {t('insuredCount', { count: item.insuredNow })}
          </span>
        ) : null}
        <span>
          {t(item.ground)} · {item.documentNo}
        </span>
        <span>{item.explanation}</span>
        <AttachedFiles label={t('files')} files={item.files} />
        <span className="quiet">{t('by', { name: item.requesterName, time: format.instant(item.requestedAt) })}</span>
        {item.decidedAt ? (
          <span className="quiet">
            {t('decidedBy', { name: item.deciderName ?? '', time: format.instant(item.decidedAt) })}
          </span>
        ) : null}
        {item.refusal ? <span className="quiet">{t('refusedBecause', { reason: item.refusal })}</span> : null}
      </div>
      {item.state === 'REQUESTED' ? <Decide item={item} onSaid={onSaid} renew={renew} /> : null}
    </li>
  )
}

function Decide({ item, onSaid, renew }: Omit<WriteOffItemProps, 'item'> & { item: WriteOffItemFragment }) {
  const t = useMessages(messages)
  const format = useFormat()
  const isHead = useViewer().roles.includes('HEAD')
  const [asking, setAsking] = useState<'CONFIRM' | 'REFUSE'>()
  const [refusal, setRefusal] = useState('')
  const [wrong, setWrong] = useState(false)
  const [stale, setStale] = useState<StaleDecisionFragment>()
  const [decide, { loading }] = useMutation(DecideWriteOffDocument)
  if (item.mine || !isHead) return <WhoMayAct steps={item.procedure} />
  const number = item.noticeNumber
  const carryOut = async () => {
    const confirm = asking === 'CONFIRM'
    if (!confirm && !isText(refusal)) {
      setWrong(true)
      return
    }
    try {
      const { data } = await decide({
        variables: { id: item.id, decidedOn: item.mark, confirm, refusal: confirm ? null : refusal },
      })
      const outcome = data?.decideWriteOff
      setStale(outcome?.__typename === 'StaleDecision' ? outcome : undefined)
      if (outcome?.__typename === 'StaleDecision') return
      if (outcome?.__typename !== 'WriteOffStepTaken')
        return await onSaid({ tone: 'refused', text: t(outcome?.reason ?? 'failed') })
      const amount = format.yuan(outcome.writeOff.amount)
      await onSaid({
        tone: 'done',
        text: confirm ? t('confirmed', { number, amount }) : t('refusedDone', { number }),
      })
    } catch {
      await onSaid({ tone: 'refused', text: t('failed') })
    } finally {
      setAsking(undefined)
    }
  }
  return (
    <div className={style.decide}>
      {stale ? <StaleNotice stale={stale} onShow={() => renew().then(() => setStale(undefined))} /> : null}
      <Button color="zhu.7" onClick={() => setAsking('CONFIRM')}>
        {t('confirm')}
      </Button>
      <Button variant="default" onClick={() => setAsking('REFUSE')}>
        {t('refuse')}
      </Button>
      <ConfirmDialog
        opened={asking !== undefined}
        title={asking === 'REFUSE' ? t('refuseTitle', { number }) : t('confirmTitle', { number })}
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
            t('confirmText', { unit: item.employerName, amount: format.yuan(item.amount) })
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
