import { useState } from 'react'
import { useClient, useMutation } from '../../../shared/data/hooks.tsx'
import { useViewer, type ClerkDuty } from '../../../shared/lib/viewer-context.tsx'
import type { Link } from '../accounts/index.ts'
import {
  ChangeClerkDutiesDocument,
  ClerksDocument,
  InviteClerkDocument,
  IssueClerkLinkDocument,
  RemoveClerkDocument,
} from './clerks.generated.ts'
import type { ClerkChangedFragment, ClerkRefusal } from './clerks.generated.ts'
import type { Invitation } from './invite-clerk.tsx'

type Outcome =
  | ({ __typename: 'ClerkDone' } & ClerkChangedFragment)
  | { __typename: 'ClerkRefused'; reason: ClerkRefusal }

export type Said =
  | { tone: 'done'; key: 'doneChanged' | 'doneRemoved' }
  | { tone: 'refused'; key: `refused${ClerkRefusal}` | 'failed' }

/** What an administrator does with the clerks, one at a time, and what came of it. */
export function useClerkDeeds() {
  const { employerId } = useViewer()
  const client = useClient()
  const [invite] = useMutation(InviteClerkDocument)
  const [change] = useMutation(ChangeClerkDutiesDocument)
  const [remove] = useMutation(RemoveClerkDocument)
  const [issue] = useMutation(IssueClerkLinkDocument)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<Said>()
  const [link, setLink] = useState<Link>()

  const act = async (work: () => Promise<Outcome | undefined>, done?: 'doneChanged' | 'doneRemoved') => {
    setBusy(true)
    setSaid(undefined)
    const outcome = await work().catch(() => undefined)
    setBusy(false)
    if (outcome?.__typename !== 'ClerkDone') {
      setSaid({ tone: 'refused', key: outcome ? `refused${outcome.reason}` : 'failed' })
      return false
    }
    client.writeQuery({
      query: ClerksDocument,
      variables: { employerId: employerId ?? '' },
      data: { clerks: outcome.clerks },
    })
    setLink(outcome.link ?? undefined)
    setSaid(done ? { tone: 'done', key: done } : undefined)
    return true
  }
  return {
    busy,
    said,
    link,
    forgetLink: () => setLink(undefined),
    invite: (input: Invitation) => act(async () => (await invite({ variables: { input } })).data?.inviteClerk),
    change: (accountId: string, duties: ClerkDuty[]) =>
      act(async () => (await change({ variables: { accountId, duties } })).data?.changeClerkDuties, 'doneChanged'),
    remove: (accountId: string) =>
      act(async () => (await remove({ variables: { accountId } })).data?.removeClerk, 'doneRemoved'),
    issue: (accountId: string) => act(async () => (await issue({ variables: { accountId } })).data?.issueClerkLink),
  }
}
