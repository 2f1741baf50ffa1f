import type { Answer, Station } from '../shared/data/answer.ts'
import type { ReSignInDesk } from './re-sign-in.ts'

/** UNAUTHENTICATED: the session has ended. PROOF_NEEDED: it takes a fresh proof of who somebody is. */
type Hindrance = 'UNAUTHENTICATED' | 'PROOF_NEEDED'

const isHindered = ({ errors = [] }: Answer, by: Hindrance): boolean =>
  errors.some(({ extensions }) => extensions?.['code'] === by)

/** Asks the person for what was missing, then sends the same operation once more. */
export const sessionStation =
  (desk: ReSignInDesk, by: Hindrance = 'UNAUTHENTICATED'): Station =>
  (onward) =>
  async (asked) => {
    const answer = await onward(asked)
    // Whoever has left is not asked to come back.
    if (!isHindered(answer, by) || asked.signal.aborted) return answer
    return (await desk.ask()) === 'signed-in' ? onward(asked) : answer
  }
