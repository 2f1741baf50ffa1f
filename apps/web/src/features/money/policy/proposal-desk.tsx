import { fen } from '@shebao/kernel'
import { checkProposal } from '@shebao/premium'
import { useMemo } from 'react'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { SavedIndicator } from '../../../shared/ui/saved-indicator.tsx'
import { ConflictPanel } from './conflict-panel.tsx'
import { sameContent } from './merge-contents.ts'
import { useOldValue } from './old-value.ts'
import { policyMessages } from './policy-messages.ts'
import { ProblemSummary } from './problem-summary.tsx'
import { ProposalEditor } from './proposal-editor.tsx'
import { ProposalHead } from './proposal-head.tsx'
import { proposalMessages } from './proposal-messages.ts'
import style from './proposal-desk.module.css'
import { PublishSection } from './publish-section.tsx'
import { useRegion } from './rules-of-region.ts'
import { SimulationSection } from './simulation-section.tsx'
import { contentOf, useKeeper } from './use-keeper.ts'
import { ProposalContentFragmentDoc } from './proposal.generated.ts'
import type { Simulation } from './proposal-type.ts'
import { ProposalDeskFragmentDoc } from './proposal-desk.generated.ts'
import type { ProposalDeskFragment } from './proposal-desk.generated.ts'

interface DeskProps {
  proposal: FragmentType<ProposalDeskFragment>
  simulation: Simulation | null
  refetch: () => Promise<unknown>
}

/** Where a proposal is written: rows, what the rules say of them while they are typed, the simulation, the publication. */
export function ProposalDesk({ proposal: ref, simulation, refetch }: DeskProps) {
  const parts = useOwnFields(ProposalDeskFragmentDoc, ref, 'ProposalDesk')
  const proposal = useOwnFields(ProposalContentFragmentDoc, parts)
  const t = useMessages(proposalMessages)
  const common = useMessages(policyMessages)
  const [{ content, saved, conflicts, ended }, keeper] = useKeeper(proposal)
  const { context, failed } = useRegion(proposal.region)
  const average = typeof content.publishedAverage === 'number' ? fen(content.publishedAverage) : null
  const check = useMemo(
    () => (context ? checkProposal(content.rows, context, average) : undefined),
    [content.rows, context, average],
  )
  const oldValue = useOldValue(context)
  // What the server said of the proposal is of the content it had; after an edit it is asked again.
  const asSaved = sameContent(contentOf(proposal), content)
  return (
    <>
      <ProposalHead proposal={parts} title={content.title} />
      <div className={style.saving}>
        <SavedIndicator state={saved} />
      </div>
      {ended ? <Notice tone="warning">{t('endedNow')}</Notice> : null}
      {failed ? <Notice tone="refused">{common('loadFailed')}</Notice> : null}
      {conflicts.length > 0 ? (
        <ConflictPanel conflicts={conflicts} rows={content.rows} onChosen={(theirs) => keeper.resolve(theirs)} />
      ) : null}
      <ProposalEditor
        content={content}
        problems={check?.problems ?? []}
        oldValue={oldValue}
        onChange={(next) => keeper.change(next)}
        readOnly={ended}
      />
      <div className={style.summary}>
        {check ? <ProblemSummary problems={check.problems} rows={content.rows} /> : null}
      </div>
      <SimulationSection
        proposalId={proposal.id}
        simulation={simulation}
        stale={!asSaved}
        start={{
          allowed: check?.publishable === true && conflicts.length === 0,
          prepare: async () => ((await keeper.flush()) ? keeper.revision : undefined),
          refetch,
        }}
      />
      <PublishSection proposal={parts} refetch={refetch} stale={!asSaved} />
    </>
  )
}
