import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { Link, useLocation } from 'react-router'
import { isTooMany } from '../../../shared/lib/is-too-many.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { sendOperation } from '../../../shared/lib/send-operation.ts'
import { Facts } from '../../../shared/ui/facts.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { accountMessages } from './account-messages.ts'
import { activateMessages } from './activate-messages.ts'
import { ReadOneTimeLinkDocument, SetPasswordByLinkDocument } from './activate.generated.ts'
import type { ReadOneTimeLinkMutation } from './activate.generated.ts'
import { NewPasswordFields } from './new-password-fields.tsx'
import style from './session.module.css'
import { signInPath, type ViewerKind } from './viewer-paths.ts'

type Holder = Extract<ReadOneTimeLinkMutation['readOneTimeLink'], { __typename: 'LinkHolder' }>

/**
 * Where a one-time link leads: whose account it is, and a new password. The code stands behind the number sign, which a browser
 * sends nowhere; from a letter it is typed.
 */
export function ActivatePage() {
  const t = useMessages(activateMessages)
  const { hash } = useLocation()
  const [opened, setOpened] = useState<{ code: string; holder: Holder }>()
  const [done, setDone] = useState<ViewerKind>()
  if (done)
    return (
      <div className={style.narrow}>
        <PageHeader title={t('doneTitle')} />
        <Notice tone="done">{t('done')}</Notice>
        <p>
          <Link to={signInPath(done)}>{t('toSignIn')}</Link>
        </p>
      </div>
    )
  return (
    <div className={style.narrow}>
      <PageHeader title={t('title')} lead={t(opened ? 'leadOpened' : 'lead')} />
      {opened ? (
        <PasswordForm {...opened} onDone={setDone} />
      ) : (
        <CodeForm given={hash.slice(1)} onOpened={(code, holder) => setOpened({ code, holder })} />
      )}
    </div>
  )
}

type Death = Extract<ReadOneTimeLinkMutation['readOneTimeLink'], { __typename: 'DeadLink' }>['reason']
type Problem = 'missing' | 'wrongCode' | 'tooMany' | 'connectionFailed' | `link${Death}`

function CodeForm({ given, onOpened }: { given: string; onOpened: (code: string, holder: Holder) => void }) {
  const t = useMessages(activateMessages)
  const [code, setCode] = useState(given)
  const [problem, setProblem] = useState<Problem>()
  const [sending, setSending] = useState(false)
  const open = async (typed: string) => {
    if (typed.trim() === '') return setProblem('missing')
    setSending(true)
    try {
      const { readOneTimeLink } = await sendOperation(ReadOneTimeLinkDocument, { code: typed })
      if (readOneTimeLink?.__typename === 'LinkHolder') return onOpened(typed, readOneTimeLink)
      setProblem(readOneTimeLink ? `link${readOneTimeLink.reason}` : 'wrongCode')
    } catch (error) {
      setProblem(isTooMany(error) ? 'tooMany' : 'connectionFailed')
    }
    return setSending(false)
  }
  const asked = useRef(false)
  useEffect(() => {
    if (asked.current || given === '') return
    asked.current = true
    void open(given)
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void open(code)
  }
  return (
    <form className={style.form} noValidate onSubmit={submit}>
      <TextInput
        name="code"
        label={t('code')}
        description={t('codeHint')}
        error={problem ? t(problem) : undefined}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        autoComplete="one-time-code"
        spellCheck={false}
        maxLength={40}
        required
        withAsterisk={false}
      />
      <div>
        <Button type="submit" loading={sending}>
          {t('open')}
        </Button>
      </div>
    </form>
  )
}

const deaths = ['USED', 'WITHDRAWN', 'EXPIRED'] as const satisfies readonly Death[]

function PasswordForm({ code, holder, onDone }: { code: string; holder: Holder; onDone: (kind: ViewerKind) => void }) {
  const t = useMessages(activateMessages)
  const words = useMessages(accountMessages)
  const format = useFormat()
  const [problem, setProblem] = useState<string>()
  const send = async (newPassword: string): Promise<string | undefined> => {
    try {
      const { setPasswordByLink } = await sendOperation(SetPasswordByLinkDocument, { code, newPassword })
      if (setPasswordByLink.__typename === 'LinkPasswordSet') {
        onDone(setPasswordByLink.kind)
        return undefined
      }
      const { reasons } = setPasswordByLink
      const dead = deaths.find((one) => reasons.includes(`LINK_${one}`))
      if (dead || reasons.includes('WRONG_CODE')) {
        setProblem(t(dead ? `link${dead}` : 'wrongCode'))
        return undefined
      }
      return reasons.map((reason) => words(`weak${reason}`)).join(' ')
    } catch (error) {
      setProblem(t(isTooMany(error) ? 'tooMany' : 'connectionFailed'))
      return undefined
    }
  }
  return (
    <div className={style.form}>
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      <Facts
        facts={[
          [t('account'), holder.displayName],
          [t(`identifier${holder.kind}`), holder.identifier],
          [t('validUntil'), format.instant(holder.expiresAt)],
        ]}
      />
      <NewPasswordFields onSend={send} />
    </div>
  )
}
