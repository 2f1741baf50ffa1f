import { useQuery } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { Link, useSearchParams } from 'react-router'
import { useMessages } from '../../shared/lib/language-context.tsx'
import { useFormat } from '../../shared/lib/use-format.ts'
import { useViewer } from '../../shared/lib/viewer-context.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { Skeleton } from '../../shared/ui/skeleton.tsx'
import { StatusBadge } from '../../shared/ui/status-badge.tsx'
import { policyMessages } from './policy-messages.ts'
import { PolicyTabs } from './policy-tabs.tsx'
import style from './policy.module.css'
import { PolicyProposalsDocument } from './proposal.generated.ts'
import type { PolicyProposalsQuery } from './proposal.generated.ts'
import { proposalMessages } from './proposal-messages.ts'
import { statusTones } from './status-tones.ts'
import { useRegions } from './use-regions.ts'

/** Proposals being worked on, or those that ended. */
export function ProposalsPage() {
  const t = useMessages(proposalMessages)
  const common = useMessages(policyMessages)
  const { roles } = useViewer()
  const [params] = useSearchParams()
  const open = params.get('ended') === null
  return (
    <>
      <PageHeader
        title={t('listTitle')}
        lead={t('listLead')}
        next={
          roles.some((role) => role !== 'AUDITOR') ? (
            <Button component={Link} to="/staff/policy/new">
              {common('newProposal')}
            </Button>
          ) : null
        }
      />
      <PolicyTabs />
      <nav className={style.choices} aria-label={t('state')}>
        <Link to="/staff/policy/proposals" {...(open ? { 'aria-current': 'page' as const } : {})}>
          {t('open')}
        </Link>
        <Link to="/staff/policy/proposals?ended" {...(open ? {} : { 'aria-current': 'page' as const })}>
          {t('ended')}
        </Link>
      </nav>
      <List key={String(open)} open={open} />
    </>
  )
}

function List({ open }: { open: boolean }) {
  const t = useMessages(proposalMessages)
  const { data, error, fetchMore } = useQuery(PolicyProposalsDocument, {
    variables: { open, after: null },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) return <Notice tone="refused">{t('loadFailed')}</Notice>
  if (!data) return <Skeleton lines={5} />
  const { edges, pageInfo } = data.policyProposals
  if (edges.length === 0) return <EmptyState title={t(open ? 'emptyOpen' : 'emptyEnded')} />
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: next }) => ({
        policyProposals: {
          ...next.policyProposals,
          edges: [...before.policyProposals.edges, ...next.policyProposals.edges],
        },
      }),
    })
  return (
    <>
      <Proposals proposals={edges.map(({ node }) => node)} />
      {pageInfo.hasNextPage ? (
        <Button variant="default" onClick={() => void more()}>
          {t('more')}
        </Button>
      ) : null}
    </>
  )
}

function Proposals({
  proposals,
}: {
  proposals: readonly PolicyProposalsQuery['policyProposals']['edges'][number]['node'][]
}) {
  const t = useMessages(proposalMessages)
  const format = useFormat()
  const { nameOf } = useRegions()
  return (
    <div className={style.tableWrap}>
      <table className={style.table}>
        <caption className="visually-hidden">{t('listTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col" data-align="end">
              {t('rows')}
            </th>
            <th scope="col">{t('editors')}</th>
            <th scope="col">{t('changed')}</th>
          </tr>
        </thead>
        <tbody>
          {proposals.map((proposal) => (
            <tr key={proposal.id}>
              <th scope="row">
                <Link to={`/staff/policy/proposals/${proposal.id}`}>{proposal.title}</Link>
                <span className={style.sub}>{nameOf(proposal.region)}</span>
              </th>
              <td>
                <StatusBadge tone={statusTones[proposal.status]}>{t(`status${proposal.status}`)}</StatusBadge>
              </td>
              <td data-align="end" data-label={t('rows')}>
                {proposal.rowCount}
              </td>
              <td data-label={t('editors')}>{proposal.editors.join(' · ')}</td>
              <td data-label={t('changed')}>
                {format.instant(proposal.endedAt ?? proposal.updatedAt)}
                {proposal.endedBy ? <span className={style.sub}>{proposal.endedBy}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
