import { Outlet } from 'react-router'
import { DataProvider } from '../shared/data/hooks.tsx'
import { client } from './client.ts'
import { ProofGate } from './proof-gate.tsx'
import { ReSignInGate } from './re-sign-in-gate.tsx'

/** Around every page that reads or changes data. */
export function Connected() {
  return (
    <DataProvider client={client}>
      <Outlet />
      <ReSignInGate />
      <ProofGate />
    </DataProvider>
  )
}
