import { Outlet } from 'react-router'
import { useMessages } from '../shared/lib/language-context.tsx'
import { AppFrame } from '../shared/ui/app-frame.tsx'
import { messages } from '../shared/ui/messages.ts'
import { placesOf } from './features.ts'
import { SignedIn } from './signed-in.tsx'

export function StaffFrame() {
  const t = useMessages(messages)
  return (
    <SignedIn>
      {({ viewer, account, onLanguage }) => (
        <AppFrame
          home="/staff"
          officeName={t('productName')}
          places={placesOf('staff').filter((place) => mayOpen(viewer.roles, place.roles))}
          account={account}
          onLanguage={onLanguage}
          wide
        >
          <Outlet />
        </AppFrame>
      )}
    </SignedIn>
  )
}

function mayOpen(held: readonly string[], needed: readonly string[] | undefined): boolean {
  return needed === undefined || needed.some((role) => held.includes(role))
}
