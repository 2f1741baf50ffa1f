import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { messages } from './messages.ts'
import { paperTones } from './paper-tones.ts'
import { PaperListDocument } from './paper-copy.generated.ts'
import style from './paper-copy.module.css'

const filters = ['LATE', 'AWAITED', 'RECEIVED', 'RETURNED'] as const
const kinds = ['ANNUAL_INSPECTION', 'MONTHLY'] as const
const pageSize = 50

/** Who has to bring what, the longest late first; and what came. */
export function PaperList() {
  const t = useMessages(messages)
  const format = useFormat()
  const [filter, setFilter] = useState<(typeof filters)[number]>('LATE')
  const [kind, setKind] = useState('')
  const variables = { filter, kind: kinds.find((one) => one === kind) ?? null, first: pageSize }
  const { data, error, fetchMore } = useQuery(PaperListDocument, { variables, fetchPolicy: 'cache-and-network' })
  if (error && !data) throw error
  const papers = data?.paperList.edges.map(({ node }) => node)
  return (
    <section className={style.desk} aria-label={t('list')}>
      <div>
        <h2>{t('list')}</h2>
        {data ? <p className="quiet">{t('counts', data.paperCounts)}</p> : null}
      </div>
      <div className={style.filter}>
        <NativeSelect
          label={t('filter')}
          value={filter}
          onChange={(event) => setFilter(filters.find((one) => one === event.currentTarget.value) ?? 'LATE')}
          data={filters.map((value) => ({ value, label: t(value) }))}
        />
        <NativeSelect
          label={t('kind')}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value)}
          data={[{ value: '', label: t('all') }, ...kinds.map((value) => ({ value, label: t(value) }))]}
        />
      </div>
      {papers === undefined ? <Skeleton lines={5} /> : null}
      {papers?.length === 0 ? <EmptyState title={t(filter === 'LATE' ? 'emptyLATE' : 'empty')} /> : null}
      {papers && papers.length > 0 ? (
        <PlainTable caption={t('list')} columns={[t('unit'), t('form'), t('due'), t('status'), { unseen: t('open') }]}>
          {papers.map((paper) => (
            <tr key={paper.declarationId}>
              <th scope="row">
                <Link to={`/staff/employers/${paper.employerId}`}>{paper.employerName}</Link>
              </th>
              <td data-label={t('form')}>
                {t(paper.kind)} {paper.formNo}
              </td>
              <td data-label={t('due')}>{paper.dueOn ? format.date(paper.dueOn) : '–'}</td>
              <td data-label={t('status')}>
                {paper.receivedOn ? (
                  t(paper.receiverName ? 'receivedBy' : 'receivedOn', {
                    date: format.date(paper.receivedOn),
                    name: paper.receiverName ?? '',
                    pages: paper.pages ?? 0,
                  })
                ) : (
                  <StatusBadge tone={paperTones[filter === 'LATE' ? 'LATE' : paper.status]}>
                    {t(filter === 'LATE' ? 'LATE' : paper.status)}
                  </StatusBadge>
                )}
              </td>
              <td>
                <Link
                  to={
                    paper.kind === 'MONTHLY'
                      ? `/staff/monthly/${paper.declarationId}`
                      : `/staff/declarations/${paper.declarationId}`
                  }
                >
                  {t('open')}
                </Link>
              </td>
            </tr>
          ))}
        </PlainTable>
      ) : null}
      <ShowMore page={data?.paperList.pageInfo} fetchMore={fetchMore} />
    </section>
  )
}
