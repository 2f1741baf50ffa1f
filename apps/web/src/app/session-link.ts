import type { ApolloLink } from '@apollo/client'
import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { ErrorLink } from '@apollo/client/link/error'
import { from, switchMap, throwError } from 'rxjs'
import type { ReSignInDesk } from './re-sign-in.ts'

/** UNAUTHENTICATED: the session has ended. PROOF_NEEDED: it takes a fresh proof of who somebody is. */
type Hindrance = 'UNAUTHENTICATED' | 'PROOF_NEEDED'

const isHindered = (error: unknown, by: Hindrance): boolean =>
  CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.['code'] === by)

/** Asks the person for what was missing, then sends the same operation once more. */
export function createSessionLink(desk: ReSignInDesk, by: Hindrance = 'UNAUTHENTICATED'): ApolloLink {
  return new ErrorLink(({ error, operation, forward }) => {
    const asked = `askedFor${by}`
    if (!isHindered(error, by) || operation.getContext()[asked] === true) return undefined
    operation.setContext({ [asked]: true })
    return from(desk.ask()).pipe(
      switchMap((outcome) => (outcome === 'signed-in' ? forward(operation) : throwError(() => error))),
    )
  })
}
