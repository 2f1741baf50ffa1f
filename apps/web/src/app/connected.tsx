import { ApolloProvider } from '@apollo/client/react'
import { Outlet } from 'react-router'
import { apolloClient } from './apollo-client.ts'
import { ProofGate } from './proof-gate.tsx'
import { ReSignInGate } from './re-sign-in-gate.tsx'

/** Around every page that reads or changes data. */
export function Connected() {
  return (
    <ApolloProvider client={apolloClient}>
      <Outlet />
      <ReSignInGate />
      <ProofGate />
    </ApolloProvider>
  )
}
