import { TextInput, Button } from '@mantine/core'
import { useRef, useState, type FormEvent } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import type { ClerkDuty } from '../../../shared/lib/viewer-context.tsx'
import style from './clerks.module.css'
import { DutiesField } from './duties-field.tsx'
import { messages } from './messages.ts'

export interface Invitation {
  displayName: string
  duties: ClerkDuty[]
  email: string | null
}
type Wrong = 'nameWrong' | 'emailWrong'

const looksLikeEmail = (typed: string) => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(typed)

/** Name, duties and perhaps an address. What was typed stays until the invitation is made. */
export function InviteClerk({ onInvite }: { onInvite: (invitation: Invitation) => Promise<boolean> }) {
  const t = useMessages(messages)
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [duties, setDuties] = useState<ClerkDuty[]>(['PREPARE'])
  const [wrong, setWrong] = useState<Wrong>()
  const [sending, setSending] = useState(false)
  const nameField = useRef<HTMLInputElement>(null)
  const emailField = useRef<HTMLInputElement>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const [displayName, address] = [name.trim(), email.trim()]
    const length = [...displayName].length
    const found =
      length < 2 || length > 40 ? 'nameWrong' : address && !looksLikeEmail(address) ? 'emailWrong' : undefined
    setWrong(found)
    if (found) return (found === 'nameWrong' ? nameField : emailField).current?.focus()
    setSending(true)
    const made = await onInvite({ displayName, duties, email: address || null }).finally(() => setSending(false))
    if (!made) return undefined
    setName('')
    setEmail('')
    return setDuties(['PREPARE'])
  }
  return (
    <form className={style.form} noValidate onSubmit={(event) => void submit(event)}>
      <TextInput
        ref={nameField}
        name="displayName"
        label={t('name')}
        description={t('nameHint')}
        error={wrong === 'nameWrong' ? t('nameWrong') : undefined}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        autoComplete="off"
        maxLength={40}
      />
      <DutiesField duties={duties} onChange={setDuties} />
      <TextInput
        ref={emailField}
        name="email"
        type="email"
        label={t('email')}
        description={t('emailHint')}
        error={wrong === 'emailWrong' ? t('emailWrong') : undefined}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        autoComplete="off"
        maxLength={254}
      />
      <div>
        <Button type="submit" loading={sending}>
          {t('send')}
        </Button>
      </div>
    </form>
  )
}
