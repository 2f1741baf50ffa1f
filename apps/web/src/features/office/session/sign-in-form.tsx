import { Button, PasswordInput, TextInput } from '@mantine/core'
import '@mantine/core/styles/ActionIcon.css'
import '@mantine/core/styles/PasswordInput.css'
import { lazy, Suspense, useRef, useState, type FormEvent } from 'react'
import { formatTime } from '../../../shared/lib/format.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { sendOperation } from '../../../shared/lib/send-operation.ts'
import { messages as shellMessages } from '../../../shared/ui/messages.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './messages.ts'
import style from './session.module.css'
import { SignInDocument, type SignInMutation } from './sign-in.generated.ts'
import { useVerification } from './use-verification.ts'
import { VerificationField } from './verification-field.tsx'
import type { Viewer, ViewerKind } from './viewer-paths.ts'

type Field = 'identifier' | 'password' | 'answer'
type Refusal = Extract<SignInMutation['signIn'], { __typename: 'SignInRefused' }>

const SecondFactorStep = lazy(async () => ({ default: (await import('./second-factor-step.tsx')).SecondFactorStep }))

interface SignInFormProps {
  kind: ViewerKind
  onSignedIn: (viewer: Viewer) => void
}

/** The password, and of staff who have one the second factor, on the same page. */
export function SignInForm({ kind, onSignedIn }: SignInFormProps) {
  const [half, setHalf] = useState(false)
  if (half)
    return (
      <Suspense fallback={null}>
        <SecondFactorStep onProved={onSignedIn} />
      </Suspense>
    )
  const onPassword = (viewer: Viewer) =>
    viewer.stage === 'MUST_PROVE_SECOND_FACTOR' ? setHalf(true) : onSignedIn(viewer)
  return <PasswordForm kind={kind} onSignedIn={onPassword} />
}

/**
 * One form for the three sign-in pages and for the dialog that signs in again over a page. Three fields that only have to be
 * there: it does without the form library, which would be an eighth of everything this first page loads.
 */
function PasswordForm({ kind, onSignedIn }: SignInFormProps) {
  const t = useMessages(messages)
  const shell = useMessages(shellMessages)
  const form = useRef<HTMLFormElement>(null)
  const verification = useVerification()
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Refusal | 'CONNECTION' | null>(null)
  const [missing, setMissing] = useState<readonly Field[]>([])
  const [passwordShown, setPasswordShown] = useState(false)
  const fields: readonly Field[] =
    verification.kind === 'IMAGE' ? ['identifier', 'password', 'answer'] : ['identifier', 'password']

  const focus = (field: Field) => form.current?.querySelector<HTMLInputElement>(`input[name="${field}"]`)?.focus()

  const send = async (typed: Record<Field, string>): Promise<Refusal | 'CONNECTION' | 'PICTURE' | null> => {
    try {
      // Who is quicker than the proof waits here for it.
      const verified = await verification.answer(typed.answer)
      if (!verified) return 'PICTURE'
      const input = { ...typed, kind, ...verified }
      const { signIn: outcome } = await sendOperation(SignInDocument, { input })
      if (outcome.__typename !== 'SignedIn') return outcome
      onSignedIn(outcome.viewer)
      return null
    } catch {
      return 'CONNECTION'
    }
  }

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = readFields(event.currentTarget)
    const empty = fields.filter((field) => typed[field].trim() === '')
    setMissing(empty)
    if (empty[0]) return focus(empty[0])
    setProblem(null)
    setSending(true)
    const refusal = await send(typed)
    setSending(false)
    if (!refusal) return undefined
    if (refusal === 'PICTURE') return setMissing(['answer'])
    setProblem(refusal)
    // A code works once, whatever the outcome.
    const answer = form.current?.querySelector<HTMLInputElement>('input[name="answer"]')
    if (answer) answer.value = ''
    verification.renew(verification.kind)
    return focus('identifier')
  }

  const needed = (field: Field, text: string) => (missing.includes(field) ? text : undefined)
  return (
    <form ref={form} className={style.form} noValidate onSubmit={(event) => void submit(event)}>
      {problem ? <Problem kind={kind} problem={problem} /> : null}
      <TextInput
        name="identifier"
        label={t(`identifier${kind}`)}
        {...(kind === 'STAFF' ? {} : { description: t(`identifierHint${kind}`) })}
        error={needed('identifier', t('needIdentifier', { label: t(`identifier${kind}`) }))}
        autoComplete="username"
        maxLength={40}
        spellCheck={false}
        required
        withAsterisk={false}
      />
      <PasswordInput
        name="password"
        label={t(`password${kind}`)}
        error={needed('password', t('needPassword'))}
        {...(kind === 'INSURED' ? { description: t('passwordHintINSURED'), inputMode: 'numeric' as const } : {})}
        autoComplete="current-password"
        maxLength={128}
        required
        withAsterisk={false}
        visible={passwordShown}
        onVisibilityChange={setPasswordShown}
        visibilityToggleButtonProps={{
          'aria-label': passwordShown ? shell('hidePassword') : shell('showPassword'),
          tabIndex: 0,
        }}
      />
      <VerificationField verification={verification} error={needed('answer', t('needCode'))} />
      <Button type="submit" fullWidth loading={sending}>
        {t('signIn')}
      </Button>
    </form>
  )
}

function readFields(form: HTMLFormElement): Record<Field, string> {
  const values = new FormData(form)
  const text = (field: Field) => {
    const value = values.get(field)
    return typeof value === 'string' ? value : ''
  }
  return { identifier: text('identifier'), password: text('password'), answer: text('answer') }
}

function Problem({ kind, problem }: { kind: ViewerKind; problem: Refusal | 'CONNECTION' }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  if (problem === 'CONNECTION') return <Notice tone="refused">{t('connectionFailed')}</Notice>
  const { reason, retryAt } = problem
  const time = retryAt ? formatTime(retryAt, language) : ''
  const words = {
    WRONG: () => t('refusedWRONG'),
    BUSY: () => t('refusedBUSY'),
    THROTTLED: () => t('refusedTHROTTLED', { time }),
    LOCKED: () => (kind === 'INSURED' ? t('refusedLOCKEDAtWindow') : t('refusedLOCKED', { time })),
  }
  return <Notice tone="refused">{words[reason]()}</Notice>
}
