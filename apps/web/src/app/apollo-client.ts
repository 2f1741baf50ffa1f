import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client'
import possibleTypes from '../shared/lib/possible-types.generated.ts'
import { visibleFetch } from '../shared/lib/visible-fetch.ts'
import { barrierBoard } from './barrier.ts'
import { createBarrierLink } from './barrier-link.ts'
import { reSignInDesk } from './re-sign-in.ts'
import { createSessionLink } from './session-link.ts'

/** Everything is kept by `__typename:id`; of the one office pages ask different fields, so they are put together. */
const cache = new InMemoryCache({ ...possibleTypes, typePolicies: { Office: { merge: true } } })

export const apolloClient = new ApolloClient({
  cache,
  dataMasking: true,
  link: ApolloLink.from([
    createSessionLink(reSignInDesk),
    createBarrierLink(barrierBoard),
    new HttpLink({ uri: '/graphql', credentials: 'same-origin', fetch: visibleFetch }),
  ]),
  defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
})
