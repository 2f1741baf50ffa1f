import { Outlet } from 'react-router'
import { useMessages } from '../shared/lib/language-context.tsx'
import { AppFrame } from '../shared/ui/app-frame.tsx'
import { messages } from '../shared/ui/messages.ts'
import { placesOf } from './features.ts'
import { SignedIn } from './signed-in.tsx'

export function EmployerFrame() {
  const t = useMessages(messages)
  return (
    <SignedIn>
      {({ account, onLanguage }) => (
        <AppFrame
          home="/employer"
          officeName={t('productName')}
          places={placesOf('employer')}
          account={account}
          onLanguage={onLanguage}
        >
          <Outlet />
        </AppFrame>
      )}
    </SignedIn>
  )
}
