import { useMutation } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { PasswordField } from '../../shared/forms/password-field.tsx'
import { TextField } from '../../shared/forms/text-field.tsx'
import { formatTime } from '../../shared/lib/format.ts'
import { useLanguage, useMessages } from '../../shared/lib/language-context.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { messages } from './messages.ts'
import style from './session.module.css'
import { SignInDocument, type SignInMutation } from './sign-in.generated.ts'
import { useVerification } from './use-verification.ts'
import { VerificationField } from './verification-field.tsx'
import type { Viewer, ViewerKind } from './viewer.ts'

export interface SignInValues {
  identifier: string
  password: string
  answer: string
}

type Refusal = Extract<SignInMutation['signIn'], { __typename: 'SignInRefused' }>

/** One form for the three sign-in pages and for the dialog that signs in again over a page. */
export function SignInForm({ kind, onSignedIn }: { kind: ViewerKind; onSignedIn: (viewer: Viewer) => void }) {
  const t = useMessages(messages)
  const verification = useVerification()
  const [signIn] = useMutation(SignInDocument)
  const [problem, setProblem] = useState<Refusal | 'CONNECTION' | null>(null)
  const { control, handleSubmit, resetField, setFocus, formState } = useForm<SignInValues>({
    defaultValues: { identifier: '', password: '', answer: '' },
    resolver: (values) => {
      const needed: [keyof SignInValues, string][] = [
        ['identifier', t('needIdentifier', { label: t(`identifier${kind}`) })],
        ['password', t('needPassword')],
        ...(verification.kind === 'IMAGE' ? [['answer', t('needCode')] satisfies [keyof SignInValues, string]] : []),
      ]
      const missing = needed.filter(([name]) => values[name].trim() === '')
      if (missing.length === 0) return { values, errors: {} }
      return { values: {}, errors: Object.fromEntries(missing.map(([name, message]) => [name, { type: 'required', message }])) }
    },
  })

  const submit = handleSubmit(async (values) => {
    setProblem(null)
    try {
      const answer = verification.proof ?? values.answer
      const input = { kind, identifier: values.identifier, password: values.password, challengeId: verification.challengeId ?? '', answer }
      const outcome = (await signIn({ variables: { input } })).data?.signIn
      if (outcome?.__typename === 'SignedIn') return onSignedIn(outcome.viewer)
      setProblem(outcome ?? 'CONNECTION')
    } catch {
      setProblem('CONNECTION')
    }
    // A code works once, whatever the outcome.
    resetField('answer')
    verification.renew(verification.kind)
    setFocus('identifier')
  })

  return (
    <form className={style.form} noValidate onSubmit={(event) => void submit(event)}>
      {problem ? <Problem kind={kind} problem={problem} /> : null}
      <TextField control={control} name="identifier" label={t(`identifier${kind}`)} autoComplete="username" maxLength={40} spellCheck={false} required />
      <PasswordField
        control={control}
        name="password"
        label={t(`password${kind}`)}
        {...(kind === 'INSURED' ? { hint: t('passwordHintINSURED'), inputMode: 'numeric' as const } : {})}
        autoComplete="current-password"
        maxLength={128}
        required
      />
      <VerificationField control={control} verification={verification} />
      <Button type="submit" fullWidth loading={formState.isSubmitting} disabled={verification.kind === 'PROOF_OF_WORK' && verification.proof === null}>
        {t('signIn')}
      </Button>
    </form>
  )
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
