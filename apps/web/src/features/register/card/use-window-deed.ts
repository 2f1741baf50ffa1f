import { useMutation } from '../../../shared/data/hooks.tsx'
import {
  ActivateCardDocument,
  CancelCardDocument,
  ConfirmCardLossDocument,
  FreezeCardDocument,
  IssueCardDocument,
  MakeCardDocument,
  ProlongTemporaryCardDocument,
  ReleaseCardLossDocument,
  ReplaceCardDocument,
  ReportCardLossDocument,
  UnfreezeCardDocument,
  WithdrawCardLossDocument,
} from './card.generated.ts'
import type { CardCancelGround, CardDocument, CardDoneFragment, CardReplacementCause } from './card.generated.ts'
import type { WindowDeed } from './window-deeds.ts'

export interface Filled {
  documents: readonly CardDocument[]
  byProxy: boolean
  reason: string
  cause: CardReplacementCause
  ground: CardCancelGround
}

/** Sends one deed of the window with what was seen for it. */
export function useWindowDeed(): (
  deed: WindowDeed,
  card: { id: string; mark: string },
  filled: Filled,
) => Promise<CardDoneFragment | undefined> {
  const [make] = useMutation(MakeCardDocument)
  const [issue] = useMutation(IssueCardDocument)
  const [activate] = useMutation(ActivateCardDocument)
  const [report] = useMutation(ReportCardLossDocument)
  const [withdraw] = useMutation(WithdrawCardLossDocument)
  const [confirm] = useMutation(ConfirmCardLossDocument)
  const [release] = useMutation(ReleaseCardLossDocument)
  const [freeze] = useMutation(FreezeCardDocument)
  const [unfreeze] = useMutation(UnfreezeCardDocument)
  const [replace] = useMutation(ReplaceCardDocument)
  const [prolong] = useMutation(ProlongTemporaryCardDocument)
  const [cancel] = useMutation(CancelCardDocument)

  return async (deed, { id, mark: decidedOn }, { documents, byProxy, reason, cause, ground }) => {
    const decision = { id, decidedOn }
    const variables = { input: { ...decision, documents: [...documents], byProxy } }
    const send: Record<WindowDeed, () => Promise<CardDoneFragment | undefined>> = {
      MAKE: async () => (await make({ variables: decision })).data?.makeCard,
      ISSUE: async () => (await issue({ variables })).data?.issueCard,
      ACTIVATE: async () => (await activate({ variables })).data?.activateCard,
      REPORT_LOSS: async () => (await report({ variables: decision })).data?.reportCardLoss,
      WITHDRAW_LOSS: async () => (await withdraw({ variables: decision })).data?.withdrawCardLoss,
      CONFIRM_LOSS: async () => (await confirm({ variables })).data?.confirmCardLoss,
      RELEASE: async () => (await release({ variables })).data?.releaseCardLoss,
      FREEZE: async () => (await freeze({ variables: { ...decision, reason } })).data?.freezeCard,
      UNFREEZE: async () => (await unfreeze({ variables: { ...decision, reason } })).data?.unfreezeCard,
      REPLACE: async () => (await replace({ variables: { ...decision, cause } })).data?.replaceCard,
      PROLONG: async () => (await prolong({ variables: decision })).data?.prolongTemporaryCard,
      CANCEL: async () => (await cancel({ variables: { ...variables, ground } })).data?.cancelCard,
    }
    return send[deed]()
  }
}
