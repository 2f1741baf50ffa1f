import { Outlet } from 'react-router'
import { Bell } from '../features/register/notification/index.ts'
import { PersonFrame } from '../shared/ui/person-frame.tsx'
import { placesOf } from './features.ts'
import { features } from './insured-features.ts'
import { SignedIn } from './signed-in.tsx'
import { useOfficeName } from './use-office-name.ts'

export function InsuredFrame() {
  const officeName = useOfficeName()
  return (
    <SignedIn>
      {({ account, onLanguage }) => (
        <PersonFrame
          officeName={officeName}
          places={placesOf(features, 'me')}
          account={account}
          onLanguage={onLanguage}
          tools={<Bell to="/me/inbox" />}
        >
          <Outlet />
        </PersonFrame>
      )}
    </SignedIn>
  )
}
