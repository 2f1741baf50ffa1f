import { Link } from 'react-router'
import { useEachOwnFields } from '../../../shared/lib/use-own-fields.ts'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { DeclarationState } from '../../../shared/case/declaration-state.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { monthlyWords } from '../../../shared/case/monthly-words.ts'
import { messages } from './queue-messages.ts'
import { QueueTableFragmentDoc } from './queue-table.generated.ts'
import type { QueueTableFragment } from './queue-table.generated.ts'
import style from './queue-table.module.css'

/** Declarations as a list, each a way to its review, or to its unit when there is nothing to review. */
export function QueueTable(props: { items: readonly FragmentType<QueueTableFragment>[] }) {
  const items = useEachOwnFields(QueueTableFragmentDoc, props.items)
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
          { end: t('peopleOrChanges') },
          { end: t('warnings') },
          t('dueOn'),
          t('form'),
        ]}
        keys={t('queueKeys')}
      >
        {items.map((item) => (
          <tr key={item.id} data-urgent={item.urgent || item.state === 'OVERDUE'}>
            <th scope="row">
              <Link data-row to={pathOf(item)}>
                {item.employerName}
              </Link>
              <span className="sub">
                {item.registrationNo} · <What item={item} />
              </span>
              {item.heldByOther ? <span className={style.held}>{t('heldBy', { name: item.heldByOther })}</span> : null}
            </th>
            <td>
              <State item={item} />
            </td>
            <td data-align="end" data-label={t('waiting')}>
              {t('days', { count: item.waitingDays })}
            </td>
            <td data-align="end" data-label={t(item.kind === 'MONTHLY' ? 'changes' : 'people')}>
              {item.people === null
                ? t('none')
                : item.kind === 'MONTHLY'
                  ? t('changeCount', { count: item.people })
                  : t('peopleCount', { count: item.people })}
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

function pathOf({ id, kind, version, employerId }: QueueTableFragment): string {
  if (version === 0) return `/staff/employers/${employerId}`
  return kind === 'MONTHLY' ? `/staff/monthly/${id}` : `/staff/declarations/${id}`
}

/** The year of an inspection; the month of a monthly one, and what it is about where it is not the month's own. */
function What({ item: { kind, year, period, filing } }: { item: QueueTableFragment }) {
  const t = useMessages(messages)
  const word = useMessages(monthlyWords)
  const format = useFormat()
  if (kind !== 'MONTHLY' || period === null) return t('inspection', { year: String(year) })
  return filing === 'REGULAR'
    ? t('monthly', { period: format.period(period) })
    : `${t('monthly', { period: format.period(period) })} · ${word(filing)}`
}

function State({ item }: { item: QueueTableFragment }) {
  const t = useMessages(messages)
  if (item.urgent) return <StatusBadge tone="overdue">{t('returnedOverdue')}</StatusBadge>
  if (item.recommended) return <StatusBadge tone="waiting">{t('recommended')}</StatusBadge>
  return <DeclarationState state={item.state} />
}
