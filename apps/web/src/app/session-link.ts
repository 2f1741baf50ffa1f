import type { ApolloLink } from '@apollo/client'
import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { ErrorLink } from '@apollo/client/link/error'
import { from, switchMap, throwError } from 'rxjs'
import type { ReSignInDesk } from './re-sign-in.ts'

function sessionHasEnded(error: unknown): boolean {
  return (
    CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED')
  )
}

/** On UNAUTHENTICATED asks the person to sign in again, then sends the same operation once more. */
export function createSessionLink(desk: ReSignInDesk): ApolloLink {
  return new ErrorLink(({ error, operation, forward }) => {
    if (!sessionHasEnded(error) || operation.getContext()['afterSignInAgain'] === true) return undefined
    operation.setContext({ afterSignInAgain: true })
    return from(desk.ask()).pipe(
      switchMap((outcome) => (outcome === 'signed-in' ? forward(operation) : throwError(() => error))),
    )
  })
}
