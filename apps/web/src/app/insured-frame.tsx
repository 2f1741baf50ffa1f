import { Outlet } from 'react-router'
import { useKeepLanguage, useSignOut, useViewer } from '../features/session/index.ts'
import { useMessages } from '../shared/lib/language-context.tsx'
import { messages } from '../shared/ui/messages.ts'
import { PersonFrame } from '../shared/ui/person-frame.tsx'
import { placesOf } from './router.tsx'

export function InsuredFrame() {
  const t = useMessages(messages)
  const viewer = useViewer()
  const onSignOut = useSignOut()
  const onLanguage = useKeepLanguage()
  return (
    <PersonFrame
      officeName={t('productName')}
      places={placesOf('me')}
      account={{ displayName: viewer?.displayName ?? '', onSignOut }}
      onLanguage={onLanguage}
    >
      <Outlet />
    </PersonFrame>
  )
}
