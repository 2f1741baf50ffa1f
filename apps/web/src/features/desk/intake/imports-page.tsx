import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { BringTable } from './bring-table.tsx'
import { RegisterImportsDocument } from './intake.generated.ts'
import { mayBring } from './may-import.ts'
import style from './intake.module.css'
import { messages } from './messages.ts'
import { stateTones } from './state-tones.ts'

/** Tables that the office brings in: the five kinds, and what became of each file. */
export function ImportsPage() {
  const t = useMessages(messages)
  const { roles } = useViewer()
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {mayBring(roles) ? <BringTable /> : null}
      <section className={style.section}>
        <h2>{t('list')}</h2>
        <Files />
      </section>
    </>
  )
}

function Files() {
  const t = useMessages(messages)
  const format = useFormat()
  const { data, error, fetchMore } = useQuery(RegisterImportsDocument, {
    variables: { after: null },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) throw error
  if (!data) return <Skeleton lines={6} />
  const { edges, pageInfo } = data.registerImports
  if (edges.length === 0) return <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
  return (
    <>
      <PlainTable
        caption={t('list')}
        columns={[t('file'), t('kind'), t('state'), { end: t('rows') }, { end: t('wrong') }, t('uploadedAt')]}
      >
        {edges.map(({ node }) => (
          <tr key={node.id}>
            <th scope="row">
              <Link to={`/staff/imports/${node.id}`}>{node.fileName}</Link>
            </th>
            <td data-label={t('kind')}>{t(node.kind)}</td>
            <td data-label={t('state')}>
              <StatusBadge tone={stateTones[node.state]}>{t(node.state)}</StatusBadge>
            </td>
            <td data-align="end" data-label={t('rows')}>
              {format.count(node.rows)}
            </td>
            <td data-align="end" data-label={t('wrong')}>
              {format.count(node.errorRows)}
            </td>
            <td data-label={t('uploadedAt')}>{format.instant(node.uploadedAt)}</td>
          </tr>
        ))}
      </PlainTable>
      <ShowMore page={pageInfo} fetchMore={fetchMore} />
    </>
  )
}
