import { Checkbox } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import { useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { RefusedReplies } from './bank-replies.tsx'
import style from './enforcement.module.css'
import { EnforcementCasesDocument } from './enforcement.generated.ts'
import { messages } from './messages.ts'
import { NextOfCase, OwedOfCase } from './case-words.tsx'

/** Who may ask for answers of banks that were not taken. */
const collectors: readonly string[] = ['OFFICER', 'COLLECTION_OFFICER', 'REVIEWER', 'HEAD']

/** The cases that the reader's body has to do with; each leads to its story. */
export function EnforcementCasesPage() {
  const t = useMessages(messages)
  const viewer = useViewer()
  const collects = viewer.kind === 'STAFF' && viewer.roles.some((role) => collectors.includes(role))
  const [lateOnly, setLateOnly] = useState(false)
  const { data, error, fetchMore } = useQuery(EnforcementCasesDocument, {
    variables: { lateOnly },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) throw error
  const { edges = [], pageInfo } = data?.enforcementCases ?? {}
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Checkbox
        label={t('late')}
        checked={lateOnly}
        onChange={({ currentTarget }) => setLateOnly(currentTarget.checked)}
      />
      {data ? null : <Skeleton lines={6} />}
      {data && edges.length === 0 ? <EmptyState title={t('none')} /> : null}
      <ul className={style.list} aria-label={t('list')}>
        {edges.map(({ node }) => (
          <li key={node.id}>
            <span>
              <Link to={node.id}>{node.employerName}</Link> · {t(`state${node.state}`)}
              <span className="sub">
                {node.number} · {node.waitsFor ? t('nextIs', { who: '' }) : null}
                <NextOfCase line={node} />
              </span>
            </span>
            <OwedOfCase line={node} />
          </li>
        ))}
      </ul>
      {pageInfo ? <ShowMore page={pageInfo} fetchMore={fetchMore} /> : null}
      {collects ? <RefusedReplies /> : null}
    </>
  )
}
