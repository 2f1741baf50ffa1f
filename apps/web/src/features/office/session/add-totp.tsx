import { Button, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { DeviceName } from './device-name.tsx'
import { BeginTotpEnrolmentDocument, ConfirmTotpEnrolmentDocument } from './enrol-second-factor.generated.ts'
import { secondFactorMessages } from './second-factor-messages.ts'
import type { EnrolledOutcome } from './enrolled-outcome.ts'
import style from './second-factor.module.css'

interface AddProps {
  onEnrolled: (outcome: EnrolledOutcome) => Promise<void>
  onCancel: () => void
}

/** An authenticator app: its name, the QR code, and the first six digits that show that it works. */
export function AddTotp({ onEnrolled, onCancel }: AddProps) {
  const t = useMessages(secondFactorMessages)
  const [begin, { loading }] = useMutation(BeginTotpEnrolmentDocument)
  const [begun, setBegun] = useState<{ id: string; secret: string; qrSvg: string }>()
  const [problem, setProblem] = useState<string>()
  const start = async (name: string) => {
    try {
      const outcome = (await begin({ variables: { name } })).data?.beginTotpEnrolment
      if (outcome?.__typename === 'TotpEnrolment') setBegun(outcome)
      else if (outcome?.__typename === 'SecondFactorRefused') setProblem(t(`refused${outcome.reason}`))
    } catch {
      setProblem(t('failedCONNECTION'))
    }
  }
  return (
    <div className={style.paper}>
      <h3>{t('addTotp')}</h3>
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      {begun ? (
        <FirstCode begun={begun} onEnrolled={onEnrolled} onCancel={onCancel} />
      ) : (
        <DeviceName busy={loading} onNamed={start} onCancel={onCancel} />
      )}
    </div>
  )
}

function FirstCode({
  begun,
  onEnrolled,
  onCancel,
}: AddProps & { begun: { id: string; secret: string; qrSvg: string } }) {
  const t = useMessages(secondFactorMessages)
  const [confirm, { loading }] = useMutation(ConfirmTotpEnrolmentDocument)
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string>()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (code.trim() === '') return setProblem(t('needCode'))
    try {
      const outcome = (await confirm({ variables: { id: begun.id, code } })).data?.confirmTotpEnrolment
      if (outcome?.__typename === 'SecondFactorEnrolled') return await onEnrolled(outcome)
      return setProblem(
        outcome?.__typename === 'SecondFactorRefused' ? t(`refused${outcome.reason}`) : t('failedCONNECTION'),
      )
    } catch {
      return setProblem(t('failedCONNECTION'))
    }
  }
  return (
    <form className={style.section} noValidate onSubmit={(event) => void submit(event)}>
      <p>{t('scan')}</p>
      <p className={style.key}>{begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
      <img className={style.qr} src={`data:image/svg+xml;utf8,${encodeURIComponent(begun.qrSvg)}`} alt={begun.secret} />
      <TextInput
        name="firstCode"
        label={t('firstCode')}
        value={code}
        error={problem}
        onChange={(event) => setCode(event.currentTarget.value)}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        required
        withAsterisk={false}
      />
      <div className={style.deeds}>
        <Button type="submit" loading={loading}>
          {t('confirm')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
