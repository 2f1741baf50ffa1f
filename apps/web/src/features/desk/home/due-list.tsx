import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useDeriveNotice } from '../../money/notice/index.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { DueListFragmentDoc } from './due-list.generated.ts'
import type { DueListFragment } from './due-list.generated.ts'
import style from './due-list.module.css'
import { messages } from './messages.ts'

type DueItem = DueListFragment['dueItems'][number]

/** One line a thing to do: what, by when, how much or how many, and one verb. */
export function DueList({ employer }: { employer: FragmentType<DueListFragment> }) {
  const t = useMessages(messages)
  const { dueItems } = useOwnFields(DueListFragmentDoc, employer)
  if (dueItems.length === 0) return <EmptyState title={t('nothingDue')}>{t('nothingDueText')}</EmptyState>
  return (
    <ol className={style.due}>
      {dueItems.map((item, index) => (
        <DueLine key={`${item.kind} ${item.concerning}`} item={item} first={index === 0} />
      ))}
    </ol>
  )
}

function DueLine({ item, first }: { item: DueItem; first: boolean }) {
  const t = useMessages(messages)
  const format = useFormat()
  const derive = useDeriveNotice()
  const { kind, overdue, dueOn, amount, targetId } = item
  const concerning = item.concerning.length === 7 ? format.period(item.concerning) : item.concerning
  const title = t(kind, { concerning })
  return (
    <li data-overdue={overdue}>
      <div>
        <h3>{title}</h3>
        <p className={style.detail}>
          {overdue ? (
            <StatusBadge tone="overdue">
              {item.late
                ? t('overdueDays', { date: format.date(dueOn), days: item.late.days })
                : t('overdueSince', { date: format.date(dueOn) })}
            </StatusBadge>
          ) : (
            <span>{t('dueOn', { date: format.date(dueOn) })}</span>
          )}
          <Detail item={item} />
        </p>
      </div>
      {amount === null || targetId === null ? null : (
        <DerivationPopover fen={amount} size="total" sign explanation={derive(targetId, { label: 'OUTSTANDING' })} />
      )}
      <Button
        component={Link}
        to={targetOf(item)}
        variant={first ? 'filled' : 'default'}
        aria-label={`${t(verbOf(item))}: ${title}`}
      >
        {t(verbOf(item))}
      </Button>
    </li>
  )
}

function Detail({ item: { kind, count, targetId, late, partPaid } }: { item: DueItem }) {
  const t = useMessages(messages)
  const format = useFormat()
  if (kind === 'FILE_INSPECTION')
    return <span>{targetId === null ? t('notStarted') : count ? t('missing', { count }) : t('complete')}</span>
  if (kind === 'FIX_RETURNED') return <span>{count ? t('notes', { count }) : t('notesDone')}</span>
  if (kind === 'FIX_MONTHLY') return <span>{t('monthlyNotes', { count: count ?? 0 })}</span>
  if (kind === 'REPORT_UNEMPLOYED') return <span>{t('unemployed', { count: count ?? 0 })}</span>
  if (kind === 'FILE_PAPER') return <span>{t('paperDetail')}</span>
  return (
    <>
      {partPaid ? <span>{t('partPaid')}</span> : null}
      {late && late.fee > 0 ? <span>{t('lateFeeSoFar', { amount: format.yuan(late.fee) })}</span> : null}
      {late?.fee === 0 ? <span>{t('lateFee')}</span> : null}
      {late?.underWay ? <span>{t('underWay')}</span> : null}
    </>
  )
}

function verbOf({ kind, targetId, count }: DueItem) {
  if (kind === 'FILE_INSPECTION')
    return targetId === null ? 'startInspection' : count === 0 ? 'doSubmit' : 'doFILE_INSPECTION'
  if (kind === 'FIX_RETURNED' && count === 0) return 'doSubmit'
  if (kind === 'FILE_MONTHLY' && targetId === null) return 'startMonthly'
  return `do${kind}` as const
}

function targetOf({ kind, targetId, count }: DueItem): string {
  if (kind === 'PAY_NOTICE' || kind === 'OVERDUE_NOTICE') return `/employer/bills/${targetId ?? ''}`
  if (kind === 'FILE_PAPER') return '/employer/hand-in'
  if (kind === 'REPORT_UNEMPLOYED') return '/employer/monthly'
  if (kind === 'FIX_MONTHLY' || kind === 'FILE_MONTHLY')
    return targetId === null ? '/employer/monthly' : `/employer/monthly/${targetId}`
  return targetId !== null && count === 0 ? '/employer/inspection/review' : '/employer/inspection'
}
