import { useMessages } from '../lib/language-context.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { messages } from './messages.ts'

interface SignOutQuestionProps {
  losing: { drafts: number; submissions: number }
  confirm: () => void
  cancel: () => void
}

/** Signing out takes with it what is on this device alone: how much that is, before it happens. */
export function SignOutQuestion({ losing: { drafts, submissions }, confirm, cancel }: SignOutQuestionProps) {
  const t = useMessages(messages)
  return (
    <ConfirmDialog
      opened
      grave
      title={t('signOutTitle')}
      consequence={
        <>
          {submissions > 0 ? <p>{t('signOutSubmissions', { count: submissions })}</p> : null}
          {drafts > 0 ? <p>{t('signOutDrafts', { count: drafts })}</p> : null}
          <p>{t('signOutText')}</p>
        </>
      }
      verb={t('signOut')}
      onConfirm={confirm}
      onCancel={cancel}
    />
  )
}
