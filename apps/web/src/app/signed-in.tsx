import { roleWords } from '@shebao/kernel/staff-role-words'
import { Suspense, useEffect, type ReactNode } from 'react'
import { useKeepLanguage, useSignOut, useSessionViewer, type Viewer } from '../features/office/session/index.ts'
import { forgetUnlessOf } from '../shared/kept-record/kept-mark.ts'
import { later } from '../shared/lib/later.ts'
import { useMessages } from '../shared/lib/language-context.tsx'
import { ViewerProvider } from '../shared/lib/viewer-context.tsx'
import { dutyMessages } from '../shared/ui/duty-messages.ts'
import type { AccountMenuProps } from '../shared/ui/account-menu.tsx'

const SignOutQuestion = later(async () => (await import('../shared/drafts/sign-out-question.tsx')).SignOutQuestion)

export interface SignedInParts {
  viewer: Viewer
  account: AccountMenuProps
  onLanguage: (language: 'zh-CN' | 'en') => void
}

/** What the three signed-in frames share. The frame's loader has made sure that someone is signed in. */
export function SignedIn({ children }: { children: (parts: SignedInParts) => ReactNode }) {
  const role = useMessages(roleWords)
  const duty = useMessages(dutyMessages)
  const viewer = useSessionViewer()
  const signingOut = useSignOut(viewer?.id)
  const onLanguage = useKeepLanguage()
  const accountId = viewer?.id
  useEffect(() => {
    // What another person kept on this device is not for whoever signs in here now.
    if (accountId !== undefined) forgetUnlessOf(accountId).catch(() => undefined)
  }, [accountId])
  if (!viewer) return null
  const detail =
    viewer.kind === 'EMPLOYER' ? dutiesOf(viewer.duties, duty) : viewer.roles.map((name) => role(name)).join(' · ')
  const account = { displayName: viewer.displayName, onSignOut: signingOut.ask, ...(detail ? { detail } : {}) }
  return (
    <ViewerProvider viewer={viewer}>
      {children({ viewer, account, onLanguage })}
      <Suspense>{signingOut.losing ? <SignOutQuestion {...signingOut} losing={signingOut.losing} /> : null}</Suspense>
    </ViewerProvider>
  )
}

const dutiesOf = (duties: Viewer['duties'], word: (key: Viewer['duties'][number] | 'READ') => string) =>
  duties.length === 0 ? word('READ') : duties.map((duty) => word(duty)).join(' · ')
