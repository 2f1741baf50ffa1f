import { Outlet } from 'react-router'
import { useMessages } from '../shared/lib/language-context.tsx'
import { messages } from '../shared/ui/messages.ts'
import { PersonFrame } from '../shared/ui/person-frame.tsx'
import { placesOf } from './features.ts'
import { SignedIn } from './signed-in.tsx'

export function InsuredFrame() {
  const t = useMessages(messages)
  return (
    <SignedIn>
      {({ account, onLanguage }) => (
        <PersonFrame officeName={t('productName')} places={placesOf('me')} account={account} onLanguage={onLanguage}>
          <Outlet />
        </PersonFrame>
      )}
    </SignedIn>
  )
}
