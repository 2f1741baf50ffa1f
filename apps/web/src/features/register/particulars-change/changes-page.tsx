import { useState } from 'react'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { AttachedFiles } from '../../../shared/case/attached-files.tsx'
import { useStale } from '../../../shared/case/use-stale.tsx'
import { useDistricts } from '../../../shared/case/use-districts.ts'
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
import { ParticularsChangesDocument, WithdrawParticularsChangeDocument } from './change.generated.ts'
import type { ParticularsChangeRowFragment } from './change.generated.ts'
import style from './change.module.css'
import { messages } from './messages.ts'
import { RequestChange } from './request-change.tsx'

type Said = { tone: 'done' | 'refused'; text: string }
const tones: Record<ParticularsChangeRowFragment['state'], StatusTone> = {
  REQUESTED: 'waiting',
  CHECKED: 'waiting',
  ACCEPTED: 'done',
  REFUSED: 'refused',
  WITHDRAWN: 'idle',
}

/** What the employer asks the office to change about it, and what became of it. */
export function ChangesPage() {
  const t = useMessages(messages)
  const employerId = useViewer().employerId ?? ''
  const { data, error, refetch } = useQuery(ParticularsChangesDocument, {
    variables: { employerId },
    fetchPolicy: 'cache-and-network',
  })
  const { isStale, staleNotice } = useStale(refetch)
  const [withdraw, { loading }] = useMutation(WithdrawParticularsChangeDocument, {
    refetchQueries: [ParticularsChangesDocument],
  })
  const [said, setSaid] = useState<Said>()
  const [asked, setAsked] = useState<ParticularsChangeRowFragment>()
  const carryOut = async ({ id, mark: decidedOn }: ParticularsChangeRowFragment) => {
    const { data: done } = await withdraw({ variables: { id, decidedOn } }).catch(() => ({ data: undefined }))
    const outcome = done?.withdrawParticularsChange
    setAsked(undefined)
    if (isStale(outcome)) return setSaid(undefined)
    if (outcome?.__typename === 'ParticularsChange') return setSaid({ tone: 'done', text: t('withdrawn') })
    return setSaid({ tone: 'refused', text: t(outcome ? 'NOT_IN_STATE' : 'failed') })
  }
  if (error && !data) return <Notice tone="refused">{t('loadFailed')}</Notice>
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {said ? <Notice tone={said.tone}>{said.text}</Notice> : null}
      {staleNotice}
      <section className={style.section}>
        <h2>{t('list')}</h2>
        {!data ? <Skeleton lines={3} /> : null}
        {data?.particularsChanges.length === 0 ? <p>{t('none')}</p> : null}
        {data && data.particularsChanges.length > 0 ? (
          <PlainTable caption={t('list')} columns={[t('number'), t('change'), t('validFrom'), t('files'), t('state')]}>
            {data.particularsChanges.map((change) => (
              <ChangeRow key={change.id} change={change} onWithdraw={() => setAsked(change)} />
            ))}
          </PlainTable>
        ) : null}
      </section>
      <section className={style.section}>
        <h2>{t('request')}</h2>
        <RequestChange onRequested={(number) => setSaid({ tone: 'done', text: t('requested', { number }) })} />
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

function ChangeRow({ change, onWithdraw }: { change: ParticularsChangeRowFragment; onWithdraw: () => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { nameOf } = useDistricts()
  const named = (field: string, value: string) => (field === 'DISTRICT' ? nameOf(value) : value)
  const { number, kind, compared, validFrom, files, state, decisionNote, requestedAt } = change
  return (
    <tr>
      <th scope="row" data-whole>
        {number}
        <span className="sub">{format.instant(requestedAt)}</span>
      </th>
      <td data-label={t('change')}>
        {t(kind)}
        <ul className={style.changes}>
          {compared.map(({ field, before, after }) => (
            <li key={field} className="sub">
              {named(field, before) || '—'} → {named(field, after)}
            </li>
          ))}
        </ul>
      </td>
      <td data-label={t('validFrom')}>{format.date(validFrom)}</td>
      <td data-label={t('files')}>
        <AttachedFiles label={`${t('files')} ${number}`} files={files} />
      </td>
      <td data-label={t('state')}>
        <StatusBadge tone={tones[state]}>{t(`state${state}`)}</StatusBadge>
        {decisionNote ? <span className="sub">{t('refusedBecause', { reason: decisionNote })}</span> : null}
        {state === 'REQUESTED' || state === 'CHECKED' ? (
          <div className={style.withdraw}>
            <DutyButton
              duty="SUBMIT"
              variant="default"
              size="compact-md"
              aria-label={`${t('withdraw')}: ${number}`}
              onClick={onWithdraw}
            >
              {t('withdraw')}
            </DutyButton>
          </div>
        ) : null}
      </td>
    </tr>
  )
}
