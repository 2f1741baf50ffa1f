import { Button } from '@mantine/core'
import { Link, useSearchParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { caseworkers, holdsAny } from '../../../shared/lib/staff-role.ts'
import { ChoiceLinks } from '../../../shared/ui/choices.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { policyMessages } from './policy-messages.ts'
import { PolicyTabs } from './policy-tabs.tsx'
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
          holdsAny(roles, caseworkers) ? (
            <Button component={Link} to="/staff/policy/new">
              {common('newProposal')}
            </Button>
          ) : null
        }
      />
      <PolicyTabs />
      <ChoiceLinks
        label={t('state')}
        chosen={open ? 'open' : 'ended'}
        options={[
          { id: 'open', to: '/staff/policy/proposals', text: t('open') },
          { id: 'ended', to: '/staff/policy/proposals?ended', text: t('ended') },
        ]}
      />
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
  return (
    <>
      <Proposals proposals={edges.map(({ node }) => node)} />
      <ShowMore page={pageInfo} fetchMore={fetchMore} />
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
    <PlainTable
      caption={t('listTitle')}
      columns={[t('name'), t('state'), { end: t('rows') }, t('editors'), t('changed')]}
    >
      {proposals.map((proposal) => (
        <tr key={proposal.id}>
          <th scope="row">
            <Link to={`/staff/policy/proposals/${proposal.id}`}>{proposal.title}</Link>
            <span className="sub">{nameOf(proposal.region)}</span>
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
            {proposal.endedBy ? <span className="sub">{proposal.endedBy}</span> : null}
          </td>
        </tr>
      ))}
    </PlainTable>
  )
}
