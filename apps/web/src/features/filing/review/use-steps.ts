import { useMutation } from '../../../shared/data/hooks.tsx'
import type { StaleDecisionFragment } from '../../../shared/case/stale-decision.generated.ts'
import type { Step } from './confirm-step.tsx'
import {
  AcceptDeclarationDocument,
  CloseDeclarationDocument,
  RecommendAcceptanceDocument,
  ReturnDeclarationDocument,
  StartReviewDocument,
} from './review.generated.ts'
import type { Notes } from './use-notes.ts'

/** Runs one step on what is on the screen; gives what stands against it when it is refused. */
export function useSteps(
  { id, version, mark: decidedOn }: { id: string; version: number; mark: string },
  notes: Notes,
) {
  const [start] = useMutation(StartReviewDocument)
  const [sendBack] = useMutation(ReturnDeclarationDocument)
  const [accept] = useMutation(AcceptDeclarationDocument)
  const [recommend] = useMutation(RecommendAcceptanceDocument)
  const [close] = useMutation(CloseDeclarationDocument)
  const input = { declarationId: id, version, decidedOn }
  return async (step: Step | 'START' | 'CLOSE'): Promise<Refused | undefined> => {
    switch (step) {
      case 'START':
        return refusalOf((await start({ variables: { input } })).data?.startReview)
      case 'RETURN':
        return refusalOf(
          (
            await sendBack({
              variables: { input, notes: Object.entries(notes).map(([path, text]) => ({ path, text })) },
            })
          ).data?.returnDeclaration,
        )
      case 'ACCEPT':
        return refusalOf((await accept({ variables: { input } })).data?.acceptDeclaration)
      case 'RECOMMEND':
        return refusalOf((await recommend({ variables: { input } })).data?.recommendAcceptance)
      case 'CLOSE':
        return refusalOf((await close({ variables: { input } })).data?.closeDeclaration)
    }
  }
}

type Outcome =
  | { __typename: 'StaffStepDone' | 'DeclarationChanged' }
  | { __typename: 'StaffStepRefused'; code: string }
  | { __typename: 'DeclarationRefused'; reason: string }
  | ({ __typename: 'StaleDecision' } & StaleDecisionFragment)
  | undefined

/** The code of the office's rules, or what happened meanwhile. */
export type Refused = string | StaleDecisionFragment

function refusalOf(outcome: Outcome): Refused | undefined {
  if (outcome === undefined) return 'OTHER'
  if (outcome.__typename === 'StaleDecision') return outcome
  if (outcome.__typename === 'StaffStepRefused') return outcome.code
  return outcome.__typename === 'DeclarationRefused' ? outcome.reason : undefined
}
