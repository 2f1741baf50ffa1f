import { Button, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import type { Channel } from './use-ways.ts'
import { waysMessages } from './ways-messages.ts'
import style from './ways.module.css'

interface AddressFormProps {
  channel: Channel
  /** A code is waited for already; this sends another, perhaps to another address. */
  again: boolean
  busy: boolean
  onSend: (address: string) => Promise<void>
  onCancel: (() => void) | undefined
}

/** Where the code goes. What was typed stays until it is used. */
export function AddressForm({ channel, again, busy, onSend, onCancel }: AddressFormProps) {
  const t = useMessages(waysMessages)
  const [address, setAddress] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void onSend(address)
  }
  return (
    <form className={style.form} onSubmit={submit} noValidate>
      <TextInput
        label={t(`new${channel}`)}
        description={t(again ? 'hintAgain' : `hint${channel}`)}
        value={address}
        onChange={(event) => setAddress(event.currentTarget.value)}
        inputMode={channel === 'EMAIL' ? 'email' : 'tel'}
        autoComplete={channel === 'EMAIL' ? 'email' : 'tel'}
        maxLength={254}
        spellCheck={false}
      />
      <div className={style.deeds}>
        <Button type="submit" size="sm" variant={again ? 'default' : 'filled'} loading={busy}>
          {t(again ? 'again' : 'sendCode')}
        </Button>
        {onCancel ? (
          <Button variant="subtle" size="sm" onClick={onCancel}>
            {t('cancel')}
          </Button>
        ) : null}
      </div>
    </form>
  )
}

interface CodeFormProps {
  address: string
  busy: boolean
  onConfirm: (code: string) => Promise<void>
}

export function CodeForm({ address, busy, onConfirm }: CodeFormProps) {
  const t = useMessages(waysMessages)
  const [code, setCode] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void onConfirm(code)
  }
  return (
    <form className={style.form} onSubmit={submit} noValidate>
      <TextInput
        label={t('code')}
        description={t('codeHint', { address })}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
      />
      <div className={style.deeds}>
        <Button type="submit" size="sm" loading={busy}>
          {t('confirm')}
        </Button>
      </div>
    </form>
  )
}
