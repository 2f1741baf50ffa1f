import { Outlet } from 'react-router'
import { EmployerSwitch } from '../features/office/mandate/index.ts'
import { Bell } from '../features/register/notification/index.ts'
import { AppFrame } from '../shared/ui/app-frame.tsx'
import { BarrierNotice } from './barrier-notice.tsx'
import { placesOf } from './features.ts'
import { features } from './employer-features.ts'
import { SignedIn } from './signed-in.tsx'
import { useOfficeName } from './use-office-name.ts'

export function EmployerFrame() {
  const officeName = useOfficeName()
  return (
    <SignedIn>
      {({ account, onLanguage }) => (
        <AppFrame
          home="/employer"
          officeName={officeName}
          places={placesOf(features, 'employer')}
          account={account}
          onLanguage={onLanguage}
          tools={
            <>
              <EmployerSwitch />
              <Bell to="/employer/inbox" />
            </>
          }
        >
          <BarrierNotice />
          <Outlet />
        </AppFrame>
      )}
    </SignedIn>
  )
}
