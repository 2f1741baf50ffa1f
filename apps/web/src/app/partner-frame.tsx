import { Outlet } from 'react-router'
import { AccountMenu } from '../shared/ui/account-menu.tsx'
import { DeskFrame } from '../shared/ui/desk-frame.tsx'
import { SignedIn } from './signed-in.tsx'

/** The desk of a bank or hospital: one task on the screen. */
export function PartnerFrame() {
  return (
    <SignedIn>
      {({ account, onLanguage }) => (
        <DeskFrame tools={<AccountMenu {...account} />} onLanguage={onLanguage}>
          <Outlet />
        </DeskFrame>
      )}
    </SignedIn>
  )
}
