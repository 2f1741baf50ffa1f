import type { ReactNode } from 'react'
import { useKeepLanguage, useSignOut, useSessionViewer, type Viewer } from '../features/office/session/index.ts'
import { useMessages } from '../shared/lib/language-context.tsx'
import { ViewerProvider } from '../shared/lib/viewer-context.tsx'
import type { AccountMenuProps } from '../shared/ui/account-menu.tsx'
import { roleMessages } from './role-messages.ts'

export interface SignedInParts {
  viewer: Viewer
  account: AccountMenuProps
  onLanguage: (language: 'zh-CN' | 'en') => void
}

/** What the three signed-in frames share. The frame's loader has made sure that someone is signed in. */
export function SignedIn({ children }: { children: (parts: SignedInParts) => ReactNode }) {
  const role = useMessages(roleMessages)
  const viewer = useSessionViewer()
  const onSignOut = useSignOut()
  const onLanguage = useKeepLanguage()
  if (!viewer) return null
  const detail = viewer.roles.map((name) => role(name)).join(' · ')
  const account = { displayName: viewer.displayName, onSignOut, ...(detail ? { detail } : {}) }
  return <ViewerProvider viewer={viewer}>{children({ viewer, account, onLanguage })}</ViewerProvider>
}
