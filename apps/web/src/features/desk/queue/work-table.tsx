import { Checkbox } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import { Link } from 'react-router'
import { workPath } from '../../../shared/case/work-path.ts'
import type { WorkTrail } from '../../../shared/case/work-trail.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { handlesCases } from '../../../shared/lib/staff-role.ts'
import { MoneyText } from '../../../shared/ui/money-text.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { messages } from './messages.ts'
import { useTableKeys } from './use-table-keys.ts'
import { isSelectable } from './use-selection.ts'
import type { Selection } from './use-selection.ts'
import { useWorkName } from './work-name.ts'
import { lifecycleWords } from '../../../shared/case/lifecycle-words.ts'
import { stepWords } from './work-words.ts'
import { WorkOwner } from './work-owner.tsx'
import type { WorkRow } from './work-row.ts'
import style from './work-page.module.css'

interface WorkTableProps {
  rows: readonly WorkRow[]
  selection: Selection
  trail: WorkTrail
  busy: string | undefined
  onToggle: (row: WorkRow) => void
  onAssign: (row: WorkRow) => void
}

/** What waits, a line each: the name leads to the case, the verb says what is to be done. */
export function WorkTable({ rows, selection, trail, busy, onToggle, onAssign }: WorkTableProps) {
  const t = useMessages(messages)
  const { roles } = useViewer()
  const assigns = roles.some((role) => role === 'REVIEWER' || role === 'HEAD')
  useTableKeys(rows, selection, onToggle)
  return (
    <PlainTable
      className={style.table}
      caption={t('caption')}
      columns={[
        { unseen: t('select') },
        t('item'),
        t('step'),
        { end: t('waiting') },
        t('dueOn'),
        { end: t('amount') },
        t('owner'),
      ]}
      keys={t('keys')}
    >
      {rows.map((row) => (
        <Row
          key={row.id}
          row={row}
          selection={selection}
          trail={trail}
          busy={busy === row.id}
          onToggle={handlesCases(roles) ? onToggle : undefined}
          onAssign={assigns ? onAssign : undefined}
        />
      ))}
    </PlainTable>
  )
}

interface RowProps extends Pick<WorkTableProps, 'selection' | 'trail'> {
  row: WorkRow
  busy: boolean
  onToggle: ((row: WorkRow) => void) | undefined
  onAssign: ((row: WorkRow) => void) | undefined
}

function Row({ row, selection, trail, busy, onToggle, onAssign }: RowProps) {
  const t = useMessages(messages)
  const [word, step] = [useMessages(lifecycleWords), useMessages(stepWords)]
  const format = useFormat()
  const name = useWorkName()(row)
  const aboutMonth = useAboutMonth()
  const about = [
    word(row.lifecycle),
    ...aboutMonth(row),
    // Of a script it is the matter, which is the name.
    row.lifecycle === 'HOTLINE_SCRIPT' ? null : row.number,
    row.employerName && row.lifecycle !== 'MONTHLY_DECLARATION' ? row.subject : null,
  ]
  return (
    <tr data-chosen={selection.has(row)}>
      <td className={style.check}>
        {isSelectable(row) ? (
          <Checkbox
            size="sm"
            aria-label={t('selectOf', { what: name })}
            checked={selection.has(row)}
            onChange={() => selection.toggle(row)}
          />
        ) : null}
      </td>
      <th scope="row">
        <Link data-row data-work={row.id} to={workPath(row)} state={{ ...trail, passed: [row.id] }}>
          {name}
        </Link>
        <span className="sub">
          {about.filter(Boolean).join(' · ')}
          <Quantity row={row} />
        </span>
      </th>
      <td data-label={t('step')}>
        {step(row.step)}
        {row.standing === 'SAME_PERSON' ? <span className="sub">{t('barred')}</span> : null}
        {row.standing === 'NOT_PERMITTED' ? (
          <span className="sub">{t(row.elsewhere ? 'elsewhere' : 'notYours')}</span>
        ) : null}
      </td>
      <td data-align="end" data-label={t('waiting')} title={format.instant(row.since)}>
        {t('days', { count: row.waitingDays })}
      </td>
      <td data-label={t('dueOn')} data-whole>
        {row.dueOn === null ? '—' : format.dayMonth(row.dueOn)}
        {row.overdue ? <span className={`sub ${style.late}`}>{t('overdue')}</span> : null}
      </td>
      <td data-align="end" data-label={t('amount')}>
        {row.amount === null ? '—' : <MoneyText fen={row.amount} />}
      </td>
      <td data-label={t('owner')}>
        <WorkOwner row={row} busy={busy} onToggle={onToggle} onAssign={onAssign} />
      </td>
    </tr>
  )
}

/** Of a monthly declaration, which month and what it is about: its subject is both, in the words of the contract. */
function useAboutMonth(): (row: WorkRow) => string[] {
  const t = useMessages(messages)
  const format = useFormat()
  return ({ lifecycle, subject }) => {
    if (lifecycle !== 'MONTHLY_DECLARATION' || subject === null) return []
    const [period = '', filing = ''] = subject.split(' ')
    return [
      format.period(period),
      ...(filing === 'SUPPLEMENTARY' || filing === 'REVISED' ? [t(`filing${filing}`)] : []),
    ]
  }
}

function Quantity({ row: { lifecycle, quantity } }: { row: WorkRow }) {
  const t = useMessages(messages)
  if (!quantity) return null
  const ofPeople = lifecycle === 'ANNUAL_DECLARATION' || lifecycle === 'BACK_PAYMENT'
  return <> · {t(ofPeople ? 'people' : 'items', { count: quantity })}</>
}
