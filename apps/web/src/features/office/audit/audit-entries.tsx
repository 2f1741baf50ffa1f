import {
  actionWords,
  keyWords,
  recordWords,
  rolesInWords,
  roleWords,
  sideWords,
  valueInWords,
  valueWords,
} from '@shebao/kernel/trail-words'
import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { auditMessages } from './audit-messages.ts'
import type { AuditKey, AuditTrailQuery } from './audit.generated.ts'
import { recordPath, valuePath } from './record-path.ts'
import style from './audit-entries.module.css'

type Entry = AuditTrailQuery['auditTrail']['edges'][number]['node']

/** Entries in words; what was written in a word that no longer is in the contract stands as it was written. */
export function AuditEntries({ entries }: { entries: readonly Entry[] }) {
  const t = useMessages(auditMessages)
  return (
    <PlainTable
      caption={t('title')}
      columns={(['time', 'who', 'what', 'which', 'why', 'change'] as const).map((column) => t(column))}
    >
      {entries.map((entry) => (
        <EntryRow key={entry.seq} entry={entry} />
      ))}
    </PlainTable>
  )
}

function EntryRow({ entry }: { entry: Entry }) {
  const t = useMessages(auditMessages)
  const [action, record] = [useMessages(actionWords), useMessages(recordWords)]
  const [role, side] = [useMessages(roleWords), useMessages(sideWords)]
  const format = useFormat()
  return (
    <tr>
      <th scope="row" data-whole>
        {format.instant(entry.at)}
        <span className="sub">
          #{entry.seq}
          {entry.position === null ? ` · ${t('notChained')}` : ''}
        </span>
      </th>
      <td data-label={t('who')}>
        {entry.actorName ?? side(entry.actorKind)}
        <span className="sub">{entry.role === null ? null : rolesInWords(entry.role, role)}</span>
      </td>
      <td data-label={t('what')}>
        {entry.action === null ? entry.actionCode : action(entry.action)}
        {entry.action === null ? null : <span className="sub">{entry.actionCode}</span>}
      </td>
      <td data-label={t('which')}>
        {entry.recordType === null ? entry.recordTypeCode : record(entry.recordType)}
        <RecordId type={entry.recordType} id={entry.recordId} />
      </td>
      <td data-label={t('why')}>{entry.reason ?? '—'}</td>
      <td data-label={t('change')}>
        <Change change={entry.change} />
      </td>
    </tr>
  )
}

/** Leads to the record where it has a page; otherwise it stands there to be looked for. */
function RecordId({ type, id }: { type: Entry['recordType']; id: string }) {
  const t = useMessages(auditMessages)
  const path = recordPath(type, id)
  return (
    <span className="sub">
      {path ? (
        <Link to={path} title={id}>
          {t('open')}
        </Link>
      ) : (
        id
      )}
    </span>
  )
}

/** What the entry keeps, one named value a line. */
function Change({ change }: { change: Entry['change'] }) {
  const key = useMessages(keyWords)
  const inWords = useValueWords()
  return (
    <div className={style.change}>
      {change.map((part) => (
        <div key={part.name}>
          {part.key === null ? part.name : key(part.key)}:{' '}
          <Value path={valuePath(part.key, part.value)} text={inWords(part.key, part.value)} />
        </div>
      ))}
    </div>
  )
}

function Value({ path, text }: { path: string | undefined; text: string }) {
  return path ? <Link to={path}>{text}</Link> : text
}

function useValueWords() {
  const t = useMessages(auditMessages)
  const word = useMessages(valueWords)
  const format = useFormat()
  const say = { word, yuan: format.yuan, yesOrNo: (yes: boolean) => t(yes ? 'yes' : 'no') }
  return (key: AuditKey | null, value: unknown): string => valueInWords(key, value, say)
}
