import { Outlet, useLocation, useNavigate } from 'react-router'
import { MissingCalendar } from '../features/register/calendar/index.ts'
import { AppFrame } from '../shared/ui/app-frame.tsx'
import { placesOf } from './features.ts'
import { PageOrWhose } from './page-or-whose.tsx'
import { SignedIn } from './signed-in.tsx'
import { useOfficeName } from './use-office-name.ts'

export function StaffFrame() {
  const officeName = useOfficeName()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const foreign = (roles: readonly string[]) =>
    placesOf('staff').find(({ to, roles: needed }) => isUnder(pathname, to) && !mayOpen(roles, needed))
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
          <PageOrWhose place={foreign(viewer.roles)}>
            <Outlet />
          </PageOrWhose>
        </AppFrame>
      )}
    </SignedIn>
  )
}

const isUnder = (path: string, place: string) => path === place || path.startsWith(`${place}/`)

function mayOpen(held: readonly string[], needed: readonly string[] | undefined): boolean {
  return needed === undefined || needed.some((role) => held.includes(role))
}
