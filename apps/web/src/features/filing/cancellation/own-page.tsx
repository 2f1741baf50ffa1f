import { useState } from 'react'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { AttachedFiles } from '../../../shared/case/attached-files.tsx'
import { useStale } from '../../../shared/case/use-stale.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { DutyButton } from '../../../shared/ui/duty-button.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { StatusBadge, type StatusTone } from '../../../shared/ui/status-badge.tsx'
import { CancellationsDocument, WithdrawCancellationDocument } from './cancellation.generated.ts'
import type { CancellationRowFragment } from './cancellation.generated.ts'
import style from './cancellation.module.css'
import { messages } from './messages.ts'
import { RequestForm } from './request-form.tsx'

const tones: Record<CancellationRowFragment['state'], StatusTone> = {
  REQUESTED: 'waiting',
  APPROVED: 'done',
  REFUSED: 'refused',
  WITHDRAWN: 'idle',
}

/** The employer leaves the register: what is still to be settled, the request, and what became of it. */
export function CancellationPage() {
  const t = useMessages(messages)
  const employerId = useViewer().employerId ?? ''
  const { data, error, refetch } = useQuery(CancellationsDocument, {
    variables: { employerId },
    fetchPolicy: 'cache-and-network',
  })
  const { isStale, staleNotice } = useStale(refetch)
  const [withdraw, { loading }] = useMutation(WithdrawCancellationDocument, { refetchQueries: [CancellationsDocument] })
  const [said, setSaid] = useState<{ tone: 'done' | 'refused'; text: string }>()
  const [asked, setAsked] = useState<CancellationRowFragment>()
  const carryOut = async ({ id, mark: decidedOn }: CancellationRowFragment) => {
    const { data: done } = await withdraw({ variables: { id, decidedOn } }).catch(() => ({ data: undefined }))
    const outcome = done?.withdrawCancellation
    setAsked(undefined)
    if (isStale(outcome)) return setSaid(undefined)
    if (outcome?.__typename === 'Cancellation') return setSaid({ tone: 'done', text: t('withdrawn') })
    return setSaid({ tone: 'refused', text: t(outcome ? 'NOT_IN_STATE' : 'failed') })
  }
  if (error && !data) return <Notice tone="refused">{t('loadFailed')}</Notice>
  if (!data) return <Skeleton lines={4} />
  const open = data.cancellations.some(({ state }) => state === 'REQUESTED' || state === 'APPROVED')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {said ? <Notice tone={said.tone}>{said.text}</Notice> : null}
      {staleNotice}
      {open ? null : (
        <section className={style.section}>
          <h2>{t('request')}</h2>
          <RequestForm onSent={(number) => setSaid({ tone: 'done', text: t('sent', { number }) })} />
        </section>
      )}
      <section className={style.section}>
        <h2>{t('list')}</h2>
        {data.cancellations.length === 0 ? <p>{t('none')}</p> : null}
        {data.cancellations.length > 0 ? (
          <PlainTable caption={t('list')} columns={[t('number'), t('lastDay'), t('reason'), t('files'), t('state')]}>
            {data.cancellations.map((row) => (
              <Row key={row.id} row={row} onWithdraw={() => setAsked(row)} />
            ))}
          </PlainTable>
        ) : null}
      </section>
      {asked ? (
        <ConfirmDialog
          opened
          title={t('withdrawTitle', { number: asked.number })}
          consequence={t('withdrawText')}
          verb={t('withdraw')}
          busy={loading}
          onCancel={() => setAsked(undefined)}
          onConfirm={() => void carryOut(asked)}
        />
      ) : null}
    </>
  )
}

function Row({ row, onWithdraw }: { row: CancellationRowFragment; onWithdraw: () => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { number, requestedAt, lastDay, reason, files, state, decisionNote } = row
  return (
    <tr>
      <th scope="row" data-whole>
        {number}
        <span className="sub">{format.instant(requestedAt)}</span>
      </th>
      <td data-label={t('lastDay')}>{format.date(lastDay)}</td>
      <td data-label={t('reason')}>{reason}</td>
      <td data-label={t('files')}>
        <AttachedFiles label={`${t('files')} ${number}`} files={files} />
      </td>
      <td data-label={t('state')}>
        <StatusBadge tone={tones[state]}>{t(`state${state}`)}</StatusBadge>
        {decisionNote ? <span className="sub">{t('refusedBecause', { reason: decisionNote })}</span> : null}
        {state === 'REQUESTED' ? (
          <div className={style.withdraw}>
            <DutyButton duty="SUBMIT" variant="default" size="compact-md" onClick={onWithdraw}>
              {t('withdraw')}
            </DutyButton>
          </div>
        ) : null}
      </td>
    </tr>
  )
}
