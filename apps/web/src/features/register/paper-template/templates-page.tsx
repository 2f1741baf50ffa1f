import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { messages } from './messages.ts'
import style from './template.module.css'
import { TemplatesPageDocument } from './template.generated.ts'

/** Every kind of paper whose words are the office's: what holds, and what waits. */
export function TemplatesPage() {
  const t = useMessages(messages)
  const format = useFormat()
  const { data, error } = useQuery(TemplatesPageDocument, { fetchPolicy: 'cache-and-network' })
  if (error && !data) throw error
  if (!data) return <Skeleton lines={8} />
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <PlainTable caption={t('title')} columns={[t('template'), t('now'), t('waitingColumn')]}>
        {data.paperTemplates.map(({ name, inForce, later, waiting }) => (
          <tr key={name}>
            <th scope="row">
              <Link to={`/staff/templates/${name}`}>{t(name)}</Link>
            </th>
            <td data-label={t('now')}>
              {inForce
                ? t('own', {
                    version: String(inForce.version),
                    date: format.date(inForce.validFrom),
                    count: new Set(inForce.texts.map(({ place }) => place)).size,
                  })
                : t('released')}
              {later.map(({ id, version, validFrom }) => (
                <span key={id} className={`${style.line} quiet`}>
                  {t('laterVersion', { version: String(version), date: format.date(validFrom) })}
                </span>
              ))}
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
