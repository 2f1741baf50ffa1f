import { useQuery } from '@apollo/client/react'
import { Link, useParams } from 'react-router'
import { useMessages } from '../../shared/lib/language-context.tsx'
import { useFormat } from '../../shared/lib/use-format.ts'
import { useViewer } from '../../shared/lib/viewer-context.tsx'
import { NotFoundPage } from '../../shared/ui/not-found-page.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { Skeleton } from '../../shared/ui/skeleton.tsx'
import { StatusBadge } from '../../shared/ui/status-badge.tsx'
import { ProposalDesk } from './proposal-desk.tsx'
import { ProposedRows } from './proposed-rows.tsx'
import { PolicyProposalDocument } from './proposal.generated.ts'
import type { PolicyProposalQuery } from './proposal.generated.ts'
import { proposalMessages } from './proposal-messages.ts'
import { PublishSection } from './publish-section.tsx'
import { SimulationSection } from './simulation-section.tsx'
import { statusTones } from './status-tones.ts'
import { useRegions } from './use-regions.ts'

export type Proposal = PolicyProposalQuery['policyProposal']

/** One proposal from its first row to its publication. */
export function ProposalPage() {
  const { id = '' } = useParams()
  const { roles } = useViewer()
  const { data, error, refetch } = useQuery(PolicyProposalDocument, { variables: { id }, fetchPolicy: 'network-only' })
  if (error && !data) return <NotFoundPage />
  if (!data) return <Skeleton lines={10} />
  const proposal = data.policyProposal
  const open = proposal.status === 'DRAFT' || proposal.status === 'SIMULATED'
  const mayEdit = roles.some((role) => role !== 'AUDITOR')
  if (open && mayEdit) return <ProposalDesk key={id} proposal={proposal} refetch={refetch} />
  return (
    <>
      <ProposalHead proposal={proposal} />
      <ProposedRows proposal={proposal} />
      <SimulationSection proposal={proposal} />
      {open ? <PublishSection proposal={proposal} refetch={refetch} /> : null}
    </>
  )
}

export function ProposalHead({ proposal, title = proposal.title }: { proposal: Proposal; title?: string }) {
  const t = useMessages(proposalMessages)
  const format = useFormat()
  const { nameOf } = useRegions()
  const { status, region, editors, endedBy, endedAt } = proposal
  return (
    <PageHeader
      title={title}
      above={<Link to="/staff/policy/proposals">{t('listTitle')}</Link>}
      lead={
        <>
          <StatusBadge tone={statusTones[status]}>{t(`status${status}`)}</StatusBadge> {nameOf(region)} · {t('editors')}{' '}
          {editors.join(' · ')}
          {endedBy && endedAt ? ` · ${endedBy} ${format.instant(endedAt)}` : null}
        </>
      }
    />
  )
}
