import { Button } from '@mantine/core'
import { useForm } from 'react-hook-form'
import { PasswordField } from '../../../shared/forms/password-field.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { accountMessages } from './account-messages.ts'
import style from './session.module.css'

interface Values {
  newPassword: string
  repeated: string
}

/** A new password, typed twice; what stands against it is said at the field. */
export function NewPasswordFields({ onSend }: { onSend: (newPassword: string) => Promise<string | undefined> }) {
  const t = useMessages(accountMessages)
  const { control, handleSubmit, setError, formState } = useForm<Values>({
    defaultValues: { newPassword: '', repeated: '' },
    resolver: (values) => {
      if (values.newPassword === '')
        return { values: {}, errors: { newPassword: { type: 'required', message: t('needPassword') } } }
      if (values.newPassword !== values.repeated)
        return { values: {}, errors: { repeated: { type: 'match', message: t('repeatDiffers') } } }
      return { values, errors: {} }
    },
  })
  const submit = handleSubmit(async ({ newPassword }) => {
    const problem = await onSend(newPassword)
    if (problem) setError('newPassword', { message: problem }, { shouldFocus: true })
  })
  const input = { maxLength: 128, required: true, withAsterisk: false, autoComplete: 'new-password' } as const
  return (
    <form className={style.form} noValidate onSubmit={(event) => void submit(event)}>
      <PasswordField
        control={control}
        name="newPassword"
        label={t('newPassword')}
        hint={t('newPasswordHint')}
        {...input}
      />
      <PasswordField control={control} name="repeated" label={t('repeatPassword')} {...input} />
      <div>
        <Button type="submit" loading={formState.isSubmitting}>
          {t('setPassword')}
        </Button>
      </div>
    </form>
  )
}
