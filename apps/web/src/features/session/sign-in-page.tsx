import { useApolloClient } from '@apollo/client/react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useMessages } from '../../shared/lib/language-context.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { afterSignIn } from './after-sign-in.ts'
import { messages } from './messages.ts'
import style from './session.module.css'
import { SignInForm } from './sign-in-form.tsx'
import { signInPath, type Viewer, type ViewerKind } from './viewer.ts'
import { ViewerDocument } from './viewer.generated.ts'

const kinds: readonly ViewerKind[] = ['EMPLOYER', 'INSURED', 'STAFF']

export function SignInPage({ kind }: { kind: ViewerKind }) {
  const t = useMessages(messages)
  const client = useApolloClient()
  const navigate = useNavigate()
  const [query] = useSearchParams()

  const onSignedIn = (viewer: Viewer) => {
    // Whatever an earlier account left in the cache must not be seen by this one.
    void client.clearStore().then(() => {
      client.writeQuery({ query: ViewerDocument, data: { viewer } })
      return navigate(afterSignIn(viewer, query.get('next')), { replace: true })
    })
  }

  return (
    <div className={style.narrow}>
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
      </nav>
    </div>
  )
}
