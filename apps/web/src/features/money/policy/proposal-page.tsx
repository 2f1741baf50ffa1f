import { useParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { caseworkers, holdsAny } from '../../../shared/lib/staff-role.ts'
import { NotFoundPage } from '../../../shared/ui/not-found-page.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { AcceptedWarnings } from './accepted-warnings.tsx'
import { ProposalDesk } from './proposal-desk.tsx'
import { ProposalHead } from './proposal-head.tsx'
import { ProposedRows } from './proposed-rows.tsx'
import { PolicyProposalDocument } from './proposal.generated.ts'
import { PublishSection } from './publish-section.tsx'
import { SimulationSection } from './simulation-section.tsx'

/** One proposal from its first row to its publication. */
export function ProposalPage() {
  const { id = '' } = useParams()
  const { roles } = useViewer()
  const { data, error, refetch } = useQuery(PolicyProposalDocument, { variables: { id }, fetchPolicy: 'network-only' })
  if (error && !data) return <NotFoundPage />
  if (!data) return <Skeleton lines={10} />
  const proposal = data.policyProposal
  const open = proposal.status === 'DRAFT' || proposal.status === 'SIMULATED'
  const mayEdit = holdsAny(roles, caseworkers)
  if (open && mayEdit)
    return <ProposalDesk key={id} proposal={proposal} simulation={proposal.simulation} refetch={refetch} />
  return (
    <>
      <ProposalHead proposal={proposal} />
      <ProposedRows proposal={proposal} />
      <SimulationSection proposalId={proposal.id} simulation={proposal.simulation} />
      <AcceptedWarnings proposal={proposal} />
      {open ? <PublishSection proposal={proposal} refetch={refetch} /> : null}
    </>
  )
}
