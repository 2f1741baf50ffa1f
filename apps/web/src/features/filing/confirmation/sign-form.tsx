import { Button, Checkbox, TextInput } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import { lazy, Suspense, useState, type FormEvent } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Choices } from '../../../shared/ui/choices.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { confirmMessages } from './confirm-messages.ts'
import style from './confirm.module.css'

/** The pen comes with the first signature that is drawn. */
const SignaturePadField = lazy(async () => ({ default: (await import('./signature-pad-field.tsx')).SignaturePadField }))

/** A drawn signature, or the typed name. */
export type Signed = { signature: string } | { signer: string }

interface SignProps {
  /** As it stands on the row. */
  name: string
  problem: string | undefined
  sending: boolean
  onSign: (signed: Signed) => void
  onBack: () => void
}

const ways = ['draw', 'type'] as const

/** The person signs with a finger, or types their name and ticks what that means; what one way holds stays while the other is looked at. */
export function SignForm({ name, problem, sending, onSign, onBack }: SignProps) {
  const t = useMessages(confirmMessages)
  const [way, setWay] = useState<(typeof ways)[number]>('draw')
  const [signature, setSignature] = useState<string>()
  const [signer, setSigner] = useState('')
  const [ticked, setTicked] = useState(false)
  const [missing, setMissing] = useState(false)
  const drawing = way === 'draw'
  const whole = drawing ? signature !== undefined : signer.trim() !== '' && ticked
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setMissing(!whole)
    if (!whole) return
    onSign(drawing && signature !== undefined ? { signature } : { signer })
  }
  return (
    <form className={style.form} noValidate onSubmit={submit} aria-label={t('signTitle')}>
      <Choices
        label={t('signWay')}
        chosen={way}
        options={ways.map((id) => ({ id, text: t(id) }))}
        onChoose={(chosen) => {
          setMissing(false)
          setWay(chosen)
        }}
      />
      {drawing ? (
        <Suspense fallback={<Skeleton lines={4} />}>
          <SignaturePadField
            name={name}
            error={missing ? t('drawMissing') : problem}
            onDrawn={(drawn) => {
              setMissing(false)
              setSignature(drawn)
            }}
          />
        </Suspense>
      ) : (
        <>
          <TextInput
            name="signer"
            size="lg"
            label={t('signer')}
            description={t('signerHint')}
            error={missing && signer.trim() === '' ? t('signerMissing') : problem}
            value={signer}
            onChange={(event) => setSigner(event.currentTarget.value)}
            autoComplete="name"
            spellCheck={false}
            maxLength={60}
            required
            withAsterisk={false}
            data-autofocus
          />
          <Checkbox
            size="md"
            label={t('tick')}
            error={missing && !ticked ? t('tickMissing') : undefined}
            checked={ticked}
            onChange={(event) => setTicked(event.currentTarget.checked)}
          />
        </>
      )}
      <div className={style.choices}>
        <Button type="submit" size="lg" loading={sending}>
          {t('confirm')}
        </Button>
        <Button size="lg" variant="default" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </form>
  )
}
