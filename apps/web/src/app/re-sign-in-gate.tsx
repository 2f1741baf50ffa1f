import { lazy, Suspense, useSyncExternalStore } from 'react'
import { client } from './client.ts'
import { reSignInDesk } from './re-sign-in.ts'

const ReSignInDialog = lazy(async () => {
  const { ReSignInDialog: component } = await import('../features/office/session/re-sign-in-dialog.tsx')
  return { default: component }
})

/** Shows the sign-in dialog over whatever page is open while an operation waits for a new session. */
export function ReSignInGate() {
  const asking = useSyncExternalStore(reSignInDesk.subscribe, reSignInDesk.isAsking)
  if (!asking) return null
  return (
    <Suspense>
      <ReSignInDialog
        onSignedIn={() => reSignInDesk.settle('signed-in')}
        onGaveUp={() => {
          reSignInDesk.settle('gave-up')
          void client.clearStore()
          window.location.assign('/')
        }}
      />
    </Suspense>
  )
}
