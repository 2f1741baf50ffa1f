import { Button, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { secondFactorMessages } from './second-factor-messages.ts'
import style from './second-factor.module.css'

interface DeviceNameProps {
  busy: boolean
  onNamed: (name: string) => Promise<void>
  onCancel: () => void
}

export function DeviceName({ busy, onNamed, onCancel }: DeviceNameProps) {
  const t = useMessages(secondFactorMessages)
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setMissing(name.trim() === '')
    if (name.trim() !== '') void onNamed(name.trim())
  }
  return (
    <form className={style.section} noValidate onSubmit={submit}>
      <TextInput
        name="deviceName"
        label={t('deviceName')}
        description={t('deviceNameHint')}
        error={missing ? t('needName') : undefined}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={40}
        autoComplete="off"
        required
        withAsterisk={false}
      />
      <div className={style.deeds}>
        <Button type="submit" loading={busy}>
          {t('begin')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
