import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client'
import possibleTypes from '../shared/lib/possible-types.generated.ts'
import { reSignInDesk } from './re-sign-in.ts'
import { createSessionLink } from './session-link.ts'

/** Types that have no id of their own or are many per parent; everything else is kept by `__typename:id`. */
const cache = new InMemoryCache(possibleTypes)

export const apolloClient = new ApolloClient({
  cache,
  dataMasking: true,
  link: ApolloLink.from([
    createSessionLink(reSignInDesk),
    new HttpLink({ uri: '/graphql', credentials: 'same-origin' }),
  ]),
  defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
})
