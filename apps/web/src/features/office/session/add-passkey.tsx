import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { DeviceName } from './device-name.tsx'
import { BeginPasskeyEnrolmentDocument, ConfirmPasskeyEnrolmentDocument } from './enrol-second-factor.generated.ts'
import { makePasskey } from './passkey.ts'
import { secondFactorMessages } from './second-factor-messages.ts'
import type { EnrolledOutcome } from './enrolled-outcome.ts'
import style from './second-factor.module.css'

/** A passkey: its name, then the browser's own question. */
export function AddPasskey(props: { onEnrolled: (outcome: EnrolledOutcome) => Promise<void>; onCancel: () => void }) {
  const t = useMessages(secondFactorMessages)
  const [begin] = useMutation(BeginPasskeyEnrolmentDocument)
  const [confirm] = useMutation(ConfirmPasskeyEnrolmentDocument)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  const enrol = async (name: string): Promise<string | undefined> => {
    const begun = (await begin()).data?.beginPasskeyEnrolment
    if (begun?.__typename !== 'PasskeyOptions')
      return begun?.__typename === 'SecondFactorRefused' ? t(`refused${begun.reason}`) : t('failedCONNECTION')
    const answer = await makePasskey(begun.options)
    if (answer === undefined) return t('failedPASSKEY')
    const outcome = (await confirm({ variables: { name, answer } })).data?.confirmPasskeyEnrolment
    if (outcome?.__typename === 'SecondFactorRefused') return t(`refused${outcome.reason}`)
    if (outcome?.__typename !== 'SecondFactorEnrolled') return t('failedCONNECTION')
    await props.onEnrolled(outcome)
    return undefined
  }
  const start = async (name: string) => {
    setBusy(true)
    setProblem(await enrol(name).catch(() => t('failedCONNECTION')))
    setBusy(false)
  }
  return (
    <div className={style.paper}>
      <h3>{t('addPasskey')}</h3>
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      <DeviceName busy={busy} onNamed={start} onCancel={props.onCancel} />
    </div>
  )
}
