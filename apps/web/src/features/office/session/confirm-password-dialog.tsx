import { Button, PasswordInput } from '@mantine/core'
import '@mantine/core/styles/ActionIcon.css'
import '@mantine/core/styles/PasswordInput.css'
import { useState, type FormEvent } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { ConfirmPasswordDocument } from './enrol-second-factor.generated.ts'
import { secondFactorMessages } from './second-factor-messages.ts'
import style from './second-factor.module.css'

interface ConfirmPasswordProps {
  /** What for; a change of the second factor when absent. */
  text?: string
  onConfirmed: () => void
  onCancel: () => void
}

/** A session left open must not become a way to change what the account signs in with. */
export function ConfirmPasswordDialog({ text, onConfirmed, onCancel }: ConfirmPasswordProps) {
  const t = useMessages(secondFactorMessages)
  const [confirm, { loading }] = useMutation(ConfirmPasswordDocument)
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string>()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    try {
      const outcome = (await confirm({ variables: { password } })).data?.confirmPassword
      if (outcome === 'RIGHT') return onConfirmed()
      return setProblem(outcome ? t(`password${outcome}`) : t('failedCONNECTION'))
    } catch {
      return setProblem(t('failedCONNECTION'))
    }
  }
  return (
    <Dialog title={t('passwordTitle')} onClose={onCancel}>
      <form className={style.section} noValidate onSubmit={(event) => void submit(event)}>
        <p>{text ?? t('passwordText')}</p>
        <PasswordInput
          name="password"
          label={t('password')}
          value={password}
          error={problem}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          maxLength={128}
          visibilityToggleButtonProps={{ tabIndex: -1, 'aria-hidden': true }}
        />
        <div className={style.deeds}>
          <Button type="submit" loading={loading}>
            {t('passwordConfirm')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
