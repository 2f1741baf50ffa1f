import { lazy, Suspense, useSyncExternalStore } from 'react'
import { proofDesk } from './re-sign-in.ts'

const ProofDialog = lazy(async () => {
  const { ProofDialog: component } = await import('../features/office/session/proof-dialog.tsx')
  return { default: component }
})

/** Over whatever page is open, while an operation waits for a fresh proof. Given up, it fails as any other; what was typed stays. */
export function ProofGate() {
  const asking = useSyncExternalStore(proofDesk.subscribe, proofDesk.isAsking)
  if (!asking) return null
  return (
    <Suspense>
      <ProofDialog onProved={() => proofDesk.settle('signed-in')} onCancel={() => proofDesk.settle('gave-up')} />
    </Suspense>
  )
}
