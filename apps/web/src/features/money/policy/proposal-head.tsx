import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { proposalMessages } from './proposal-messages.ts'
import type { Proposal } from './proposal-type.ts'
import { statusTones } from './status-tones.ts'
import { useRegions } from './use-regions.ts'

/** What the proposal is called, how far it is, and who wrote in it. */
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
