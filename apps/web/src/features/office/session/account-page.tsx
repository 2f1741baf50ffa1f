import { useState } from 'react'
import { Link, Navigate } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { ChangePasswordForm } from './change-password-form.tsx'
import { accountMessages } from './account-messages.ts'
import sheet from './session.module.css'
import style from './account-page.module.css'
import { SecondFactorSection } from './second-factor-section.tsx'
import { SecurityEvents } from './security-events.tsx'
import { SessionList } from './session-list.tsx'
import { useViewerOrSignIn } from './use-viewer-or-sign-in.tsx'
import { beforeComplete, homePath } from './viewer-paths.ts'

/** One's own sign-in: the password, and every device that is signed in. */
export function AccountPage() {
  const t = useMessages(accountMessages)
  const [changed, setChanged] = useState(false)
  const { viewer, instead } = useViewerOrSignIn()
  if (!viewer) return instead
  const onward = beforeComplete(viewer.stage)
  if (onward) return <Navigate to={onward} replace />
  return (
    <div className={sheet.narrow}>
      <PageHeader
        title={t('accountTitle')}
        lead={viewer.displayName}
        above={<Link to={homePath(viewer.kind)}>{t('backHome')}</Link>}
      />
      <section className={style.section}>
        <h2>{t('sessions')}</h2>
        <SessionList />
      </section>
      {viewer.kind === 'STAFF' ? (
        <section className={style.section}>
          <h2>{t('secondFactor')}</h2>
          <SecondFactorSection />
        </section>
      ) : null}
      <section className={style.section}>
        <h2>{t('changePassword')}</h2>
        <div className={sheet.form}>
          {changed ? <Notice tone="done">{t('passwordChanged')}</Notice> : null}
          <ChangePasswordForm kind={viewer.kind} first={false} onChanged={() => setChanged(true)} />
        </div>
      </section>
      <section className={style.section}>
        <h2>{t('events')}</h2>
        <SecurityEvents />
      </section>
    </div>
  )
}
