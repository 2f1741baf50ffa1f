import { useMutation } from '@apollo/client/react'
import type { Step } from './confirm-step.tsx'
import {
  AcceptDeclarationDocument,
  CloseDeclarationDocument,
  RecommendAcceptanceDocument,
  ReturnDeclarationDocument,
  StartReviewDocument,
} from './review.generated.ts'
import type { Notes } from './use-notes.ts'

/** Runs one step on the version that is on the screen; gives the code when the office's rules refuse it. */
export function useSteps({ id, version }: { id: string; version: number }, notes: Notes) {
  const [start] = useMutation(StartReviewDocument)
  const [sendBack] = useMutation(ReturnDeclarationDocument)
  const [accept] = useMutation(AcceptDeclarationDocument)
  const [recommend] = useMutation(RecommendAcceptanceDocument)
  const [close] = useMutation(CloseDeclarationDocument)
  const input = { declarationId: id, version }
  return async (step: Step | 'START' | 'CLOSE'): Promise<string | undefined> => {
    switch (step) {
      case 'START':
        return reasonOf((await start({ variables: { input } })).data?.startReview)
      case 'RETURN':
        return reasonOf(
          (
            await sendBack({
              variables: { input, notes: Object.entries(notes).map(([path, text]) => ({ path, text })) },
            })
          ).data?.returnDeclaration,
        )
      case 'ACCEPT':
        return reasonOf((await accept({ variables: { input } })).data?.acceptDeclaration)
      case 'RECOMMEND':
        return codeOf((await recommend({ variables: { input } })).data?.recommendAcceptance)
      case 'CLOSE':
        return codeOf((await close({ variables: { input } })).data?.closeDeclaration)
    }
  }
}

type Outcome = { __typename: string; reason?: string; code?: string } | undefined

function reasonOf(outcome: Outcome): string | undefined {
  return outcome === undefined ? 'OTHER' : outcome.reason
}

function codeOf(outcome: Outcome): string | undefined {
  return outcome === undefined ? 'OTHER' : outcome.code
}
