import { Suspense } from 'react'
import { Outlet, useLocation, useNavigate } from 'react-router'
import { useWorkCounts, WorkRun } from '../features/desk/queue/index.ts'
import { Bell } from '../features/register/notification/index.ts'
import { later } from '../shared/lib/later.ts'
import { AppFrame } from '../shared/ui/app-frame.tsx'
import { DistrictNotice } from './district-notice.tsx'
import { placesOf } from './features.ts'
import { features } from './staff-features.ts'
import { RoleGate } from './role-gate.tsx'
import { SignedIn } from './signed-in.tsx'
import { useOfficeName } from './use-office-name.ts'

const MissingParameters = later(async () => (await import('../features/money/policy/index.ts')).MissingParameters)
const MissingCalendar = later(async () => (await import('../features/register/calendar/index.ts')).MissingCalendar)

export function StaffFrame() {
  const officeName = useOfficeName()
  const navigate = useNavigate()
  const waiting = useWorkCounts()
  const { pathname } = useLocation()
  const foreign = (roles: readonly string[]) =>
    placesOf(features, 'staff').find(({ to, roles: needed }) => isUnder(pathname, to) && !mayOpen(roles, needed))
  return (
    <SignedIn>
      {({ viewer, account, onLanguage }) => (
        <AppFrame
          home="/staff"
          officeName={officeName}
          places={placesOf(features, 'staff').filter(({ roles }) => isOffered(viewer.roles, roles))}
          waiting={waiting}
          account={account}
          onLanguage={onLanguage}
          tools={<Bell to="/staff/inbox" />}
          onSearch={(number) => void navigate('/staff/search', { state: { number } })}
          wide
        >
          {pathname === '/staff' ? (
            <Suspense>
              <MissingParameters />
              <MissingCalendar />
            </Suspense>
          ) : null}
          <DistrictNotice />
          <Suspense>
            <WorkRun />
          </Suspense>
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
