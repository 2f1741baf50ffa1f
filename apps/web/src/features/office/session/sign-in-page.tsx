import { Link, useSearchParams } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { afterSignIn } from './after-sign-in.ts'
import { messages } from './messages.ts'
import sheet from './session.module.css'
import style from './sign-in-page.module.css'
import { SignInForm } from './sign-in-form.tsx'
import { signInPath, type Viewer, type ViewerKind } from './viewer-paths.ts'

const kinds: readonly ViewerKind[] = ['EMPLOYER', 'INSURED', 'STAFF']

export function SignInPage({ kind }: { kind: ViewerKind }) {
  const t = useMessages(messages)
  const [query] = useSearchParams()

  const onSignedIn = (viewer: Viewer) => {
    // A full load: whatever an earlier account left in this page's memory must not be seen by this one.
    window.location.replace(afterSignIn(viewer, query.get('next')))
  }

  return (
    <div className={sheet.narrow}>
      <PageHeader title={t(`title${kind}`)} lead={t(`lead${kind}`)} />
      <SignInForm kind={kind} onSignedIn={onSignedIn} />
      <nav className={style.others} aria-label={t('otherWays')}>
        {kinds
          .filter((other) => other !== kind)
          .map((other) => (
            <Link key={other} to={signInPath(other)}>
              {t(`to${other}`)}
            </Link>
          ))}
        {kind === 'EMPLOYER' ? <Link to="/register">{t('register')}</Link> : null}
      </nav>
    </div>
  )
}
