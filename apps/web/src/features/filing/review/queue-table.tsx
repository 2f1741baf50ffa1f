import { Link } from 'react-router'
import { DeclarationState } from '../../../shared/case/declaration-state.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { messages } from './messages.ts'
import type { ReviewQueueQuery } from './queue.generated.ts'
import style from './review.module.css'

export type QueueItem = ReviewQueueQuery['reviewQueue']['edges'][number]['node']

export function QueueTable({ items }: { items: readonly QueueItem[] }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <>
      <PlainTable
        caption={t('queueTable')}
        columns={[
          t('unit'),
          t('state'),
          { end: t('waiting') },
          { end: t('people') },
          { end: t('warnings') },
          t('dueOn'),
          t('form'),
        ]}
        keys={t('queueKeys')}
      >
        {items.map((item) => (
          <tr key={item.id} data-urgent={item.urgent || item.state === 'OVERDUE'}>
            <th scope="row">
              <Link
                data-row
                to={item.version > 0 ? `/staff/declarations/${item.id}` : `/staff/employers/${item.employerId}`}
              >
                {item.employerName}
              </Link>
              <span className="sub">
                {item.registrationNo} · {item.year}
              </span>
              {item.heldByOther ? <span className={style.held}>{t('heldBy', { name: item.heldByOther })}</span> : null}
            </th>
            <td>
              <State item={item} />
            </td>
            <td data-align="end" data-label={t('waiting')}>
              {t('days', { count: item.waitingDays })}
            </td>
            <td data-align="end" data-label={t('people')}>
              {item.people === null ? t('none') : format.count(item.people)}
            </td>
            <td data-align="end" data-label={t('warnings')}>
              {item.warnings ? format.count(item.warnings) : t('none')}
            </td>
            <td data-label={t('dueOn')}>
              {format.dayMonth(item.dueOn)}
              {item.late && item.version > 0 ? <span className={style.late}>{t('late')}</span> : null}
            </td>
            <td data-label={t('form')} data-whole>
              {item.formNo ?? t('none')}
            </td>
          </tr>
        ))}
      </PlainTable>
    </>
  )
}

function State({ item }: { item: QueueItem }) {
  const t = useMessages(messages)
  if (item.urgent) return <StatusBadge tone="overdue">{t('returnedOverdue')}</StatusBadge>
  if (item.recommended) return <StatusBadge tone="waiting">{t('recommended')}</StatusBadge>
  return <DeclarationState state={item.state} />
}
