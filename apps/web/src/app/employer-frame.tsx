import { Outlet } from 'react-router'
import { useKeepLanguage, useSignOut, useViewer } from '../features/session/index.ts'
import { useMessages } from '../shared/lib/language-context.tsx'
import { AppFrame } from '../shared/ui/app-frame.tsx'
import { messages } from '../shared/ui/messages.ts'
import { placesOf } from './router.tsx'

export function EmployerFrame() {
  const t = useMessages(messages)
  const viewer = useViewer()
  const onSignOut = useSignOut()
  const onLanguage = useKeepLanguage()
  return (
    <AppFrame
      home="/employer"
      officeName={t('productName')}
      places={placesOf('employer')}
      account={{ displayName: viewer?.displayName ?? '', onSignOut }}
      onLanguage={onLanguage}
    >
      <Outlet />
    </AppFrame>
  )
}
