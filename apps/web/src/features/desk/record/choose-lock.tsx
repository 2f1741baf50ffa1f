import { Button, PasswordInput } from '@mantine/core'
import '@mantine/core/styles/ActionIcon.css'
import '@mantine/core/styles/PasswordInput.css'
import { useEffect, useState, type FormEvent } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import {
  canUnlockDevice,
  isPasswordWeak,
  lockByDevice,
  lockByPassword,
  type Locking,
} from '../../../shared/kept-record/unlock.ts'
import { messages as shell } from '../../../shared/ui/messages.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { keepMessages } from './keep-messages.ts'
import style from './record.module.css'

/** By what the kept record opens: the device's own unlocking where there is one, a password where there is none. */
export function ChooseLock({ onLocked }: { onLocked: (locking: Locking) => Promise<void> }) {
  const t = useMessages(keepMessages)
  const product = useMessages(shell)
  const [device, setDevice] = useState(false)
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState<'DEVICE' | 'WEAK'>()
  const [working, setWorking] = useState(false)
  useEffect(() => {
    let gone = false
    const ask = async () => {
      const can = await canUnlockDevice()
      if (!gone) setDevice(can)
    }
    void ask()
    return () => {
      gone = true
    }
  }, [])
  const lock = async (by: () => Promise<Locking | undefined>) => {
    setWorking(true)
    setFault(undefined)
    const locking = await by()
    if (locking) await onLocked(locking)
    else setFault('DEVICE')
    setWorking(false)
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (isPasswordWeak(password)) setFault('WEAK')
    else void lock(() => lockByPassword(password))
  }
  return (
    <form className={style.keepForm} onSubmit={onSubmit} noValidate>
      {device ? (
        <Button loading={working} onClick={() => void lock(() => lockByDevice(product('productName')))}>
          {t('keepByDevice')}
        </Button>
      ) : null}
      {fault === 'DEVICE' ? <Notice tone="warning">{t('keepDeviceFailed')}</Notice> : null}
      <PasswordInput
        label={t('keepPassword')}
        description={t('keepPasswordHint')}
        autoComplete="new-password"
        value={password}
        error={fault === 'WEAK' ? t('keepPasswordWeak') : undefined}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" variant={device ? 'default' : 'filled'} loading={working}>
        {t('keepByPassword')}
      </Button>
    </form>
  )
}
