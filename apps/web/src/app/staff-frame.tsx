import { Outlet, useLocation, useNavigate } from 'react-router'
import { MissingParameters } from '../features/money/policy/index.ts'
import { useWorkCounts } from '../features/desk/queue/index.ts'
import { MissingCalendar } from '../features/register/calendar/index.ts'
import { Bell } from '../features/register/notification/index.ts'
import { AppFrame } from '../shared/ui/app-frame.tsx'
import { placesOf } from './features.ts'
import { RoleGate } from './role-gate.tsx'
import { SignedIn } from './signed-in.tsx'
import { useOfficeName } from './use-office-name.ts'

export function StaffFrame() {
  const officeName = useOfficeName()
  const navigate = useNavigate()
  const waiting = useWorkCounts()
  const { pathname } = useLocation()
  const foreign = (roles: readonly string[]) =>
    placesOf('staff').find(({ to, roles: needed }) => isUnder(pathname, to) && !mayOpen(roles, needed))
  return (
    <SignedIn>
      {({ viewer, account, onLanguage }) => (
        <AppFrame
          home="/staff"
          officeName={officeName}
          places={placesOf('staff').filter(({ roles }) => isOffered(viewer.roles, roles))}
          waiting={waiting}
          account={account}
          onLanguage={onLanguage}
          tools={<Bell to="/staff/inbox" />}
          onSearch={(number) => void navigate('/staff/search', { state: { number } })}
          wide
        >
          {pathname === '/staff' ? <MissingParameters /> : null}
          {pathname === '/staff' ? <MissingCalendar /> : null}
          <RoleGate held={viewer.roles} place={foreign(viewer.roles)}>
            <Outlet />
          </RoleGate>
        </AppFrame>
      )}
    </SignedIn>
  )
}

const isUnder = (path: string, place: string) => path === place || path.startsWith(`${place}/`)

function mayOpen(held: readonly string[], needed: readonly string[] | undefined): boolean {
  return needed === undefined || needed.some((role) => held.includes(role))
}

/** What everybody may open is offered to those with cases: an administrator has none. */
const isOffered = (held: readonly string[], needed: readonly string[] | undefined) =>
  mayOpen(held, needed) && (needed !== undefined || held.some((role) => role !== 'ADMINISTRATOR'))
