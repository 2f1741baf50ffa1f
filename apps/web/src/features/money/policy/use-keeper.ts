import { useEffect, useState } from 'react'
import type { ParameterDraft } from '@shebao/premium'
import { fen } from '@shebao/kernel'
import { useClient } from '../../../shared/data/hooks.tsx'
import type { ProposalContent } from './merge-contents.ts'
import { ProposalKeeper } from './proposal-keeper.ts'
import type { KeeperState, SaveAnswer } from './proposal-keeper.ts'
import { SavePolicyProposalDocument } from './proposal.generated.ts'
import type { ProposalContentFragment } from './proposal.generated.ts'

const plainRow = ({
  id,
  name,
  insurance,
  side,
  category,
  value,
  validFrom,
  validTo,
  docNo,
  publishedOn,
  source,
  verified,
}: ParameterDraft): ParameterDraft => {
  return { id, name, insurance, side, category, value, validFrom, validTo, docNo, publishedOn, source, verified }
}

export function contentOf(proposal: ProposalContentFragment): ProposalContent {
  const { title, publishedAverage, rows } = proposal
  return { title, publishedAverage, rows: rows.map(plainRow) }
}

/** What is being typed, kept with the server; lives as long as the page shows this proposal. */
export function useKeeper(proposal: ProposalContentFragment): [state: KeeperState, keeper: ProposalKeeper] {
  const client = useClient()
  const { id, revision } = proposal
  const [state, setState] = useState<KeeperState>(() => {
    return { content: contentOf(proposal), saved: { kind: 'untouched' }, conflicts: [], ended: false }
  })
  const [keeper] = useState(
    () =>
      new ProposalKeeper({
        revision,
        content: contentOf(proposal),
        onState: setState,
        async save(expectedRevision, { title, publishedAverage, rows }): Promise<SaveAnswer> {
          const average = typeof publishedAverage === 'number' ? fen(publishedAverage) : null
          const input = { id, expectedRevision, title, publishedAverage: average, rows: [...rows] }
          const { data } = await client.mutate({ mutation: SavePolicyProposalDocument, variables: { input } })
          const answer = data?.savePolicyProposal
          if (!answer) throw new Error('no answer')
          if (answer.__typename === 'PolicyProposalEnded') return { kind: 'ended' }
          const kind = answer.__typename === 'PolicyProposalSaved' ? 'saved' : 'conflict'
          const { proposal: now } = answer
          return { kind, revision: now.revision, content: contentOf(now), at: now.updatedAt }
        },
      }),
  )
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (keeper.isOpen()) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('beforeunload', warn)
      // Leaving for another page of the office saves what is still open.
      void keeper.flush()
    }
  }, [keeper])
  return [state, keeper]
}
