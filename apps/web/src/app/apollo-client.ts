import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client'
import possibleTypes from '../shared/lib/possible-types.generated.ts'
import { visibleFetch } from '../shared/lib/visible-fetch.ts'
import { barrierBoard } from './barrier.ts'
import { createBarrierLink } from './barrier-link.ts'
import { tellDeed } from '../shared/lib/deeds.ts'
import { createDeedLink } from './deed-link.ts'
import { proofDesk, reSignInDesk } from './re-sign-in.ts'
import { createSessionLink } from './session-link.ts'

/** Everything is kept by `__typename:id`; of what has no id, pages ask different fields, so they are put together. */
const cache = new InMemoryCache({
  ...possibleTypes,
  typePolicies: { Office: { merge: true }, EmployerBalance: { merge: true } },
})

export const apolloClient = new ApolloClient({
  cache,
  dataMasking: true,
  link: ApolloLink.from([
    createDeedLink(tellDeed),
    createSessionLink(reSignInDesk),
    createSessionLink(proofDesk, 'PROOF_NEEDED'),
    createBarrierLink(barrierBoard),
    new HttpLink({ uri: '/graphql', credentials: 'same-origin', fetch: visibleFetch }),
  ]),
  defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
})
