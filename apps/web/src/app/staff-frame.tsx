import { Outlet, useLocation, useNavigate } from 'react-router'
import { MissingCalendar } from '../features/register/calendar/index.ts'
import { AppFrame } from '../shared/ui/app-frame.tsx'
import { placesOf } from './features.ts'
import { SignedIn } from './signed-in.tsx'
import { useOfficeName } from './use-office-name.ts'

export function StaffFrame() {
  const officeName = useOfficeName()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  return (
    <SignedIn>
      {({ viewer, account, onLanguage }) => (
        <AppFrame
          home="/staff"
          officeName={officeName}
          places={placesOf('staff').filter((place) => mayOpen(viewer.roles, place.roles))}
          account={account}
          onLanguage={onLanguage}
          onSearch={(number) => void navigate('/staff/search', { state: { number } })}
          wide
        >
          {pathname === '/staff' ? <MissingCalendar /> : null}
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
