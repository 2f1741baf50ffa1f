import { Suspense } from 'react'
import { Outlet, useLocation, useNavigate } from 'react-router'
import { useWorkCounts, WorkRun } from '../features/desk/queue/index.ts'
import { Bell } from '../features/register/notification/index.ts'
import { later } from '../shared/lib/later.ts'
import { readsTheOffice } from '../shared/lib/staff-role.ts'
import { AppFrame } from '../shared/ui/app-frame.tsx'
import { DistrictNotice } from './district-notice.tsx'
import { placesOf } from './features.ts'
import { features } from './staff-features.ts'
import { RoleGate } from './role-gate.tsx'
import { SignedIn, type SignedInParts } from './signed-in.tsx'
import { foreignPlace, isOffered, staffStart } from './staff-start.ts'
import { useOfficeName } from './use-office-name.ts'

const MissingParameters = later(async () => (await import('../features/money/policy/index.ts')).MissingParameters)
const MissingCalendar = later(async () => (await import('../features/register/calendar/index.ts')).MissingCalendar)

export function StaffFrame() {
  return <SignedIn>{(parts) => <StaffPages {...parts} />}</SignedIn>
}

function StaffPages({ viewer, account, onLanguage }: SignedInParts) {
  const { roles } = viewer
  const officeName = useOfficeName()
  const navigate = useNavigate()
  const reads = readsTheOffice(roles)
  const waiting = useWorkCounts(!reads)
  const { pathname } = useLocation()
  const places = placesOf(features, 'staff')
  return (
    <AppFrame
      home={staffStart(roles)}
      officeName={officeName}
      places={places.filter((place) => isOffered(place, roles))}
      waiting={waiting}
      account={account}
      onLanguage={onLanguage}
      tools={<Bell to="/staff/inbox" />}
      {...(reads ? { onSearch: (number: string) => void navigate('/staff/search', { state: { number } }) } : {})}
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
      <RoleGate held={roles} place={foreignPlace(places, pathname, roles)}>
        <Outlet />
      </RoleGate>
    </AppFrame>
  )
}
