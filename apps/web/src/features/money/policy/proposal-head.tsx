import { Link } from 'react-router'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { proposalMessages } from './proposal-messages.ts'
import { statusTones } from './status-tones.ts'
import { useRegions } from './use-regions.ts'
import { ProposalHeadFragmentDoc } from './proposal-head.generated.ts'
import type { ProposalHeadFragment } from './proposal-head.generated.ts'

interface ProposalHeadProps {
  proposal: FragmentType<ProposalHeadFragment>
  /** As it is being typed. */
  title?: string
}

/** What the proposal is called, how far it is, and who wrote in it. */
export function ProposalHead({ proposal: ref, title }: ProposalHeadProps) {
  const proposal = useOwnFields(ProposalHeadFragmentDoc, ref)
  const t = useMessages(proposalMessages)
  const format = useFormat()
  const { nameOf } = useRegions()
  const { status, region, editors, endedBy, endedAt } = proposal
  return (
    <PageHeader
      title={title || proposal.title}
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
