import { Outlet } from 'react-router'
import { useKeepLanguage, useSignOut, useViewer } from '../features/session/index.ts'
import { useMessages } from '../shared/lib/language-context.tsx'
import { AppFrame } from '../shared/ui/app-frame.tsx'
import { messages } from '../shared/ui/messages.ts'
import { placesOf } from './router.tsx'
import { roleMessages } from './role-messages.ts'

export function StaffFrame() {
  const t = useMessages(messages)
  const role = useMessages(roleMessages)
  const viewer = useViewer()
  const onSignOut = useSignOut()
  const onLanguage = useKeepLanguage()
  const roles = viewer?.roles ?? []
  const places = placesOf('staff').filter((place) => !place.roles || place.roles.some((name) => roles.some((held) => held === name)))
  return (
    <AppFrame
      home="/staff"
      officeName={t('productName')}
      places={places}
      account={{
        displayName: viewer?.displayName ?? '',
        detail: roles.map((name) => role(name)).join(' · '),
        onSignOut,
      }}
      onLanguage={onLanguage}
      wide
    >
      <Outlet />
    </AppFrame>
  )
}
