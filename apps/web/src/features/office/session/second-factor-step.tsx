import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { formatTime } from '../../../shared/lib/format.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { sendOperation } from '../../../shared/lib/send-operation.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { BeginPasskeyProofDocument, ProveSecondFactorDocument } from './second-factor.generated.ts'
import type { ProveSecondFactorMutation, ProveSecondFactorMutationVariables } from './second-factor.generated.ts'
import { askPasskey } from './passkey.ts'
import { secondFactorMessages } from './second-factor-messages.ts'
import style from './session.module.css'
import type { Viewer } from './viewer-paths.ts'

type Proof = ProveSecondFactorMutationVariables['proof']
type Refusal = Extract<ProveSecondFactorMutation['proveSecondFactor'], { __typename: 'SecondFactorRefused' }>

interface SecondFactorStepProps {
  /** What it is for; the second half of a sign-in when absent. */
  lead?: string
  verb?: string
  onProved: (viewer: Viewer) => void
}

/** The second half of a sign-in of staff, or the same again: six digits, a passkey, or a recovery code. */
export function SecondFactorStep({ lead, verb, onProved }: SecondFactorStepProps) {
  const t = useMessages(secondFactorMessages)
  const input = useRef<HTMLInputElement>(null)
  const [way, setWay] = useState<'code' | 'recoveryCode'>('code')
  const [typed, setTyped] = useState('')
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Refusal | 'CONNECTION' | 'PASSKEY' | null>(null)

  // The form of the password went, and the focus with it.
  useEffect(() => input.current?.focus(), [way])

  const prove = async (proof: Proof) => {
    const { proveSecondFactor: outcome } = await sendOperation(ProveSecondFactorDocument, { proof })
    if (outcome.__typename === 'SecondFactorProved') return onProved(outcome.viewer)
    if (outcome.__typename === 'SecondFactorRefused') setProblem(outcome)
    return setTyped('')
  }
  const attempt = async (work: () => Promise<void>) => {
    setSending(true)
    setProblem(null)
    await work().catch(() => setProblem('CONNECTION'))
    setSending(false)
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (typed.trim() !== '') void attempt(() => prove({ [way]: typed }))
  }
  const usePasskey = () =>
    attempt(async () => {
      const { beginPasskeyProof: begun } = await sendOperation(BeginPasskeyProofDocument, {})
      if (begun.__typename !== 'PasskeyOptions') return setProblem('PASSKEY')
      const answer = await askPasskey(begun.options)
      return answer === undefined ? setProblem('PASSKEY') : prove({ passkey: answer })
    })

  return (
    <form className={style.form} noValidate onSubmit={submit}>
      <p>{lead ?? t('stepLead')}</p>
      {problem ? <Problem problem={problem} /> : null}
      <TextInput
        key={way}
        name={way}
        label={t(way)}
        description={t(`${way}Hint`)}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="one-time-code"
        {...(way === 'code' ? { inputMode: 'numeric' as const } : {})}
        maxLength={20}
        spellCheck={false}
        ref={input}
        required
        withAsterisk={false}
      />
      <Button type="submit" fullWidth loading={sending}>
        {verb ?? t('prove')}
      </Button>
      <Button variant="default" fullWidth disabled={sending} onClick={() => void usePasskey()}>
        {t('usePasskey')}
      </Button>
      <button
        type="button"
        className={style.linkButton}
        onClick={() => {
          setWay(way === 'code' ? 'recoveryCode' : 'code')
          setTyped('')
        }}
      >
        {t(way === 'code' ? 'withRecoveryCode' : 'withCode')}
      </button>
    </form>
  )
}

function Problem({ problem }: { problem: Refusal | 'CONNECTION' | 'PASSKEY' }) {
  const t = useMessages(secondFactorMessages)
  const { language } = useLanguage()
  if (typeof problem === 'string') return <Notice tone="refused">{t(`failed${problem}`)}</Notice>
  const { reason, retryAt } = problem
  const time = retryAt ? formatTime(retryAt, language) : ''
  return <Notice tone="refused">{reason === 'LOCKED' ? t('locked', { time }) : t('wrong')}</Notice>
}
