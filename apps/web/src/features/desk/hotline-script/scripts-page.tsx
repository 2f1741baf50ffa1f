import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { matterWords } from './matter-words.ts'
import { messages } from './messages.ts'
import { ScriptsPageDocument } from './script.generated.ts'

/** Every matter: what agents say, by when somebody looks at it again, and what waits. Overdue ones stand on top. */
export function ScriptsPage() {
  const t = useMessages(messages)
  const word = useMessages(matterWords)
  const format = useFormat()
  const { data, error } = useQuery(ScriptsPageDocument, { fetchPolicy: 'cache-and-network' })
  if (error && !data) throw error
  if (!data) return <Skeleton lines={10} />
  const scripts = data.hotlineScripts.toSorted(
    (a, b) => Number(b.inUse?.reviewOverdue ?? false) - Number(a.inUse?.reviewOverdue ?? false),
  )
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <PlainTable caption={t('title')} columns={[t('matter'), t('now'), t('review'), t('waitingColumn')]}>
        {scripts.map(({ matter, inUse, waiting }) => (
          <tr key={matter}>
            <th scope="row">
              <Link to={`/staff/hotline/scripts/${matter}`}>{word(matter)}</Link>
            </th>
            <td data-label={t('now')}>
              {inUse ? t('versionOf', { version: String(inUse.version) }) : t('none')}
              {inUse && inUse.requesterName === null ? <span className="sub">{t('release')}</span> : null}
            </td>
            <td data-label={t('review')}>
              {inUse ? (
                <StatusBadge tone={inUse.reviewOverdue ? 'overdue' : 'idle'}>
                  {t(inUse.reviewOverdue ? 'overdue' : 'dueOn', { date: format.date(inUse.reviewDueOn) })}
                </StatusBadge>
              ) : (
                '–'
              )}
            </td>
            <td data-label={t('waitingColumn')}>
              {waiting ? <StatusBadge tone="waiting">{t('waits')}</StatusBadge> : '–'}
            </td>
          </tr>
        ))}
      </PlainTable>
    </>
  )
}
