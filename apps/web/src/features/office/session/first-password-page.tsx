import { Navigate, useNavigate } from 'react-router'
import { useClient } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { ChangePasswordForm } from './change-password-form.tsx'
import { accountMessages } from './account-messages.ts'
import style from './session.module.css'
import { ViewerDocument } from './viewer.generated.ts'
import { beforeComplete, homePath, type Viewer } from './viewer-paths.ts'
import { useViewerOrSignIn } from './use-viewer-or-sign-in.tsx'

/** The initial password opens nothing but this page (domain specification, section 8). */
export function FirstPasswordPage() {
  const t = useMessages(accountMessages)
  const client = useClient()
  const navigate = useNavigate()
  const { viewer, instead } = useViewerOrSignIn()
  if (!viewer) return instead
  if (viewer.stage !== 'MUST_CHANGE_PASSWORD')
    return <Navigate to={beforeComplete(viewer.stage) ?? homePath(viewer.kind)} replace />
  const onChanged = (changed: Viewer) => {
    client.writeQuery({ query: ViewerDocument, data: { viewer: changed } })
    void navigate(homePath(changed.kind), { replace: true })
  }
  return (
    <div className={style.narrow}>
      <PageHeader title={t('firstTitle')} lead={t(viewer.kind === 'INSURED' ? 'firstLeadINSURED' : 'firstLead')} />
      <ChangePasswordForm kind={viewer.kind} first onChanged={onChanged} />
      {viewer.kind === 'INSURED' ? (
        <section className={style.help}>
          <h2>{t('noCodeTitle')}</h2>
          <p>{t('noCodeText')}</p>
        </section>
      ) : null}
    </div>
  )
}
