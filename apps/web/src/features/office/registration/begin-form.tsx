import { Button } from '@mantine/core'
import { useRef, useState, type FormEvent } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { sendOperation } from '../../../shared/lib/send-operation.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { useVerification, VerificationField } from '../session/index.ts'
import type { ApplicationKey } from './kept-application.ts'
import { messages } from './messages.ts'
import { OpenRegistrationDocument } from './registration.generated.ts'
import style from './registration.module.css'
import { useRefusalWords } from './use-refusal-words.ts'

/** The same check as at sign-in, and an application is begun. */
export function BeginForm({ onOpened }: { onOpened: (key: ApplicationKey) => void }) {
  const t = useMessages(messages)
  const words = useRefusalWords()
  const verification = useVerification()
  const form = useRef<HTMLFormElement>(null)
  const [problem, setProblem] = useState<string>()
  const [missing, setMissing] = useState(false)
  const [sending, setSending] = useState(false)
  const begin = async (typed: string): Promise<string | undefined> => {
    try {
      const verified = await verification.answer(typed)
      if (!verified) return t('needCode')
      const { openRegistration: outcome } = await sendOperation(OpenRegistrationDocument, verified)
      if (outcome.__typename !== 'RegistrationOpened') return words(outcome)
      onOpened({ number: outcome.number, secret: outcome.secret })
      return undefined
    } catch {
      return t('failed')
    }
  }
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget).get('answer')
    const typed = typeof given === 'string' ? given.trim() : ''
    setMissing(verification.kind === 'IMAGE' && typed === '')
    if (verification.kind === 'IMAGE' && typed === '') return
    setSending(true)
    setProblem(undefined)
    const refused = await begin(typed)
    setSending(false)
    if (refused === undefined) return
    setProblem(refused)
    // A code works once, whatever the outcome.
    verification.renew(verification.kind)
  }
  return (
    <form ref={form} className={style.form} noValidate onSubmit={(event) => void submit(event)}>
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      <VerificationField verification={verification} error={missing ? t('needCode') : undefined} />
      <div>
        <Button type="submit" loading={sending}>
          {t('beginButton')}
        </Button>
      </div>
    </form>
  )
}
