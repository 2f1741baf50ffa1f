import { Outlet, useNavigate } from 'react-router'
import { AppFrame } from '../shared/ui/app-frame.tsx'
import { placesOf } from './features.ts'
import { SignedIn } from './signed-in.tsx'
import { useOfficeName } from './use-office-name.ts'

export function StaffFrame() {
  const officeName = useOfficeName()
  const navigate = useNavigate()
  return (
    <SignedIn>
      {({ viewer, account, onLanguage }) => (
        <AppFrame
          home="/staff"
          officeName={officeName}
          places={placesOf('staff').filter((place) => mayOpen(viewer.roles, place.roles))}
          account={account}
          onLanguage={onLanguage}
          onSearch={(number) => void navigate(`/staff?number=${encodeURIComponent(number)}`)}
          wide
        >
          <Outlet />
        </AppFrame>
      )}
    </SignedIn>
  )
}

function mayOpen(held: readonly string[], needed: readonly string[] | undefined): boolean {
  // What everybody may open is for those with cases: an administrator has none.
  if (needed === undefined) return held.some((role) => role !== 'ADMINISTRATOR')
  return needed.some((role) => held.includes(role))
}
