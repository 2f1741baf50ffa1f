import { useState } from 'react'
import { useClient } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './messages.ts'
import style from './session.module.css'
import { SignInForm } from './sign-in-form.tsx'
import { ViewerDocument } from './viewer.generated.ts'
import { homePath, type Viewer, type ViewerKind } from './viewer-paths.ts'

function kindOfPath(path: string): ViewerKind {
  if (path.startsWith('/staff')) return 'STAFF'
  return path.startsWith('/me') ? 'INSURED' : 'EMPLOYER'
}

/** Signs in again over the open page. The page below keeps its form; the operation that failed is then sent again. */
export function ReSignInDialog({ onSignedIn, onGaveUp }: { onSignedIn: () => void; onGaveUp: () => void }) {
  const t = useMessages(messages)
  const client = useClient()
  const [before] = useState(() => client.readQuery({ query: ViewerDocument })?.viewer ?? null)
  const [otherAccount, setOtherAccount] = useState(false)

  const finish = (viewer: Viewer) => {
    if (before && viewer.id !== before.id) {
      // The waiting operations belong to the first account; they must not run in the name of the second.
      setOtherAccount(true)
      void client.clearStore().then(() => window.location.assign(homePath(viewer.kind)))
      return
    }
    client.writeQuery({ query: ViewerDocument, data: { viewer } })
    onSignedIn()
  }

  return (
    <Dialog title={t('againTitle')}>
      <div className={style.form}>
        <p>{t('againText')}</p>
        {otherAccount ? <Notice tone="warning">{t('againOtherAccount')}</Notice> : null}
        <SignInForm kind={before?.kind ?? kindOfPath(window.location.pathname)} onSignedIn={finish} />
        <button type="button" className={style.linkButton} onClick={onGaveUp}>
          {t('giveUp')}
        </button>
      </div>
    </Dialog>
  )
}
