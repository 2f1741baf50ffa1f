import { useNavigate } from 'react-router'
import { useClient } from '../../../shared/data/hooks.tsx'
import type { Done } from '../../../shared/case/done-notice.tsx'
import { useWorkTrail, workFilter, workHome } from '../../../shared/case/work-trail.ts'
import type { WorkTrail } from '../../../shared/case/work-trail.ts'
import { NextInQueueDocument, NextWorkDocument, ReviewCountsDocument } from './next-case.generated.ts'
import type { DeclarationKind } from './next-case.generated.ts'

const cases = {
  ANNUAL_INSPECTION: { lifecycle: 'ANNUAL_DECLARATION', path: '/staff/declarations' },
  MONTHLY: { lifecycle: 'MONTHLY_DECLARATION', path: '/staff/monthly' },
} as const satisfies Record<DeclarationKind, object>

/**
 * After a decision the next declaration of the list that the review was opened from, with its filter; from elsewhere the next declaration
 * that nobody else has open. The list when there is none.
 */
export function useNextCase(id: string, kind: DeclarationKind): (done: Done) => Promise<void> {
  const { lifecycle, path } = cases[kind]
  const client = useClient()
  const navigate = useNavigate()
  const trail = useWorkTrail()
  const nextOfTrail = async ({ work }: WorkTrail) => {
    const { standing, owner, sort } = workFilter(work)
    const variables = { lifecycle, standing, owner, sort }
    const { data } = await client.query({ query: NextWorkDocument, variables, fetchPolicy: 'network-only' })
    const next = data?.work.edges.find(({ node }) => node.caseId !== id && (node.mine || node.ownerName === null))
    return next ? `${path}/${next.node.caseId}` : `${workHome}${work}`
  }
  const nextInQueue = async () => {
    const { data } = await client.query({
      query: NextInQueueDocument,
      variables: { kind },
      fetchPolicy: 'network-only',
    })
    const next = data?.reviewQueue.edges.find(
      ({ node }) => node.id !== id && node.state !== 'RETURNED' && !node.heldByOther,
    )
    return next ? `${path}/${next.node.id}` : '/staff/declarations'
  }
  return async (done) => {
    void client.refetchQueries({ include: [ReviewCountsDocument] })
    await navigate(trail ? await nextOfTrail(trail) : await nextInQueue(), { state: { ...trail, done } })
  }
}
