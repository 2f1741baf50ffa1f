import { useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Choices } from '../../../shared/ui/choices.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { messages } from './messages.ts'
import { reportTones, reportWords } from './report-words.ts'
import style from './report.module.css'
import { CollectionCasesDocument, EmployerReportsDocument } from './reports.generated.ts'

/** Reports that wait, those that were ended, and what of them became a case for the collection office. */
export function ReportsPage() {
  const t = useMessages(messages)
  const [shown, setShown] = useState<'open' | 'ended' | 'cases'>('open')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Choices
        label={t('title')}
        chosen={shown}
        options={(['open', 'ended', 'cases'] as const).map((id) => ({ id, text: t(id) }))}
        onChoose={setShown}
      />
      {shown === 'cases' ? <Cases /> : <Reports open={shown === 'open'} />}
    </>
  )
}

function Reports({ open }: { open: boolean }) {
  const t = useMessages(messages)
  const words = useMessages(reportWords)
  const format = useFormat()
  const { data, error, fetchMore } = useQuery(EmployerReportsDocument, {
    variables: { open },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) throw error
  if (!data) return <Skeleton lines={6} />
  const { edges, pageInfo } = data.employerReports
  if (edges.length === 0) return <EmptyState title={t('none')}>{open ? t('noneText') : null}</EmptyState>
  return (
    <>
      <ul className={style.list} aria-label={t('title')}>
        {edges.map(({ node }) => (
          <li key={node.id}>
            <span>
              <Link to={`/staff/reports/${node.id}`}>{node.unitName}</Link> · {words(node.kind)}
              <span className="sub">
                {t('months', { from: format.period(node.from), to: format.period(node.to) })} · {node.number}
              </span>
            </span>
            <StatusBadge tone={reportTones[node.state]}>{words(node.state)}</StatusBadge>
            <time className={style.soft} dateTime={node.receivedAt}>
              {format.instant(node.receivedAt)}
            </time>
          </li>
        ))}
      </ul>
      <ShowMore page={pageInfo} fetchMore={fetchMore} />
    </>
  )
}

/** Seen by the whole office: nothing of it says where it came from. */
function Cases() {
  const t = useMessages(messages)
  const words = useMessages(reportWords)
  const format = useFormat()
  const { data, error, fetchMore } = useQuery(CollectionCasesDocument, { fetchPolicy: 'cache-and-network' })
  if (error && !data) throw error
  if (!data) return <Skeleton lines={6} />
  const { edges, pageInfo } = data.collectionCases
  if (edges.length === 0) return <EmptyState title={t('noCases')} />
  return (
    <>
      <ul className={style.list} aria-label={t('cases')}>
        {edges.map(({ node }) => (
          <li key={node.id}>
            <span>
              {node.employerId ? (
                <Link to={`/staff/employers/${node.employerId}`}>{node.unitName}</Link>
              ) : (
                `${node.unitName}${t('notInRegister')}`
              )}{' '}
              · {words(node.ground)}
              <span className="sub">
                {t('months', { from: format.period(node.from), to: format.period(node.to) })} · {node.number}
              </span>
              <span className="sub">{node.grounds}</span>
              {node.enforcementId ? (
                <span className="sub">
                  <Link to={`/staff/enforcement/${node.enforcementId}`}>
                    {t('enforced', { number: node.enforcementNumber ?? '' })}
                  </Link>
                </span>
              ) : null}
            </span>
            <time className={style.soft} dateTime={node.proposedAt}>
              {format.instant(node.proposedAt)}
            </time>
          </li>
        ))}
      </ul>
      <ShowMore page={pageInfo} fetchMore={fetchMore} />
    </>
  )
}
