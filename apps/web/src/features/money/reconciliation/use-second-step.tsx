import { useState } from 'react'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useStale } from '../../../shared/case/use-stale.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { itemMessages } from './item-messages.ts'
import { CompareForClaimDocument } from './reconciliation.generated.ts'
import type { ConfirmReconciliationClaimMutation } from './reconciliation.generated.ts'
import { WhoMay } from './who-may.tsx'

type Outcome = ConfirmReconciliationClaimMutation['confirmReconciliationClaim'] | undefined

/** What one of the office asked for of an item waits for a second person: who that may be, and what came of their answer. */
export function useSecondStep({ id, mark }: { id: string; mark: string }, onChanged: () => Promise<unknown>) {
  const words = useMessages(itemMessages)
  const second = useViewer().roles.some((role) => role === 'REVIEWER' || role === 'HEAD')
  const { data } = useQuery(CompareForClaimDocument, {
    variables: { id, employerId: null },
    fetchPolicy: 'network-only',
  })
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string>()
  const { isStale, staleNotice } = useStale(onChanged)
  const run = async (work: () => Promise<Outcome>) => {
    try {
      const outcome = await work()
      setAsking(false)
      if (isStale(outcome)) return undefined
      if (outcome?.__typename === 'ReconciliationItemRefused') return setProblem(words(`refused${outcome.reason}`))
      await onChanged()
    } catch {
      setAsking(false)
      setProblem(words('refusedOTHER'))
    }
  }
  return {
    item: data?.reconciliationItem,
    /** The viewer may be the second, if it was not they who asked. */
    second,
    variables: { itemId: id, decidedOn: mark },
    /** The second person is asked once more. */
    asking,
    setAsking,
    run: (work: () => Promise<Outcome>) => void run(work),
    notices: (
      <>
        <WhoMay names={data?.reconciliationItem.whoMayConfirm} />
        {staleNotice}
        {problem ? <Notice tone="refused">{problem}</Notice> : null}
      </>
    ),
  }
}
