import { Button } from '@mantine/core'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { PasswordField } from '../../../shared/forms/password-field.tsx'
import { TextField } from '../../../shared/forms/text-field.tsx'
import { isTooMany } from '../../../shared/lib/is-too-many.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { ChangePasswordDocument, type WeakPasswordReason } from './change-password.generated.ts'
import { accountMessages } from './account-messages.ts'
import style from './session.module.css'
import type { Viewer, ViewerKind } from './viewer-paths.ts'

interface Values {
  oneTimeCode: string
  currentPassword: string
  newPassword: string
  repeated: string
}

interface ChangePasswordFormProps {
  kind: ViewerKind
  /** The initial password was just typed at sign-in, so it is not asked for again. */
  first: boolean
  onChanged: (viewer: Viewer) => void
}

export function ChangePasswordForm({ kind, first, onChanged }: ChangePasswordFormProps) {
  const t = useMessages(accountMessages)
  const pin = kind === 'INSURED'
  const withCode = pin && first
  const [change] = useMutation(ChangePasswordDocument)
  const [problem, setProblem] = useState<'tooMany' | 'connectionFailed'>()
  const { control, handleSubmit, reset, setError, formState } = useForm<Values>({
    defaultValues: { oneTimeCode: '', currentPassword: '', newPassword: '', repeated: '' },
    resolver: (values) => {
      const errors: Partial<Record<keyof Values, { type: string; message: string }>> = {}
      if (withCode && values.oneTimeCode.trim() === '')
        errors.oneTimeCode = { type: 'required', message: t('needOneTimeCode') }
      if (!first && values.currentPassword === '')
        errors.currentPassword = { type: 'required', message: t('needPassword') }
      if (values.newPassword === '') errors.newPassword = { type: 'required', message: t('needPassword') }
      else if (values.newPassword !== values.repeated) errors.repeated = { type: 'match', message: t('repeatDiffers') }
      return Object.keys(errors).length === 0 ? { values, errors: {} } : { values: {}, errors }
    },
  })

  const showReasons = (reasons: readonly WeakPasswordReason[]) => {
    if (reasons.includes('WRONG_CODE')) {
      setError('oneTimeCode', { message: t('weakWRONG_CODE') }, { shouldFocus: true })
      return
    }
    const about = (reason: WeakPasswordReason) => reason === 'WRONG_CURRENT' || reason === 'LOCKED'
    const words = (list: readonly WeakPasswordReason[]) => list.map((reason) => t(`weak${reason}`)).join(' ')
    const current = reasons.filter(about)
    const next = reasons.filter((reason) => !about(reason))
    if (current.length > 0) setError('currentPassword', { message: words(current) }, { shouldFocus: true })
    if (next.length > 0) setError('newPassword', { message: words(next) }, { shouldFocus: current.length === 0 })
  }

  const submit = handleSubmit(async ({ oneTimeCode, currentPassword, newPassword }) => {
    setProblem(undefined)
    try {
      const proof = withCode ? { oneTimeCode } : first ? {} : { currentPassword }
      const input = { ...proof, newPassword }
      const outcome = (await change({ variables: { input } })).data?.changePassword
      if (outcome?.__typename === 'PasswordRefused') return showReasons(outcome.reasons)
      if (!outcome) return setProblem('connectionFailed')
      reset()
      return onChanged(outcome.viewer)
    } catch (error) {
      return setProblem(isTooMany(error) ? 'tooMany' : 'connectionFailed')
    }
  })

  const input = {
    ...(pin ? { inputMode: 'numeric' as const } : {}),
    maxLength: pin ? 6 : 128,
    required: true,
    withAsterisk: false,
  }
  return (
    <form className={style.form} noValidate onSubmit={(event) => void submit(event)}>
      {problem ? <Notice tone="refused">{t(problem)}</Notice> : null}
      {withCode ? (
        <TextField
          control={control}
          name="oneTimeCode"
          label={t('oneTimeCode')}
          hint={t('oneTimeCodeHint')}
          autoComplete="one-time-code"
          spellCheck={false}
          maxLength={20}
          required
          withAsterisk={false}
        />
      ) : null}
      {first ? null : (
        <PasswordField
          control={control}
          name="currentPassword"
          label={t('currentPassword')}
          autoComplete="current-password"
          {...input}
        />
      )}
      <PasswordField
        control={control}
        name="newPassword"
        label={t('newPassword')}
        hint={pin ? t('newPasswordHintINSURED') : t('newPasswordHint')}
        autoComplete="new-password"
        {...input}
      />
      <PasswordField
        control={control}
        name="repeated"
        label={t('repeatPassword')}
        autoComplete="new-password"
        {...input}
      />
      <div>
        <Button type="submit" loading={formState.isSubmitting}>
          {t('savePassword')}
        </Button>
      </div>
    </form>
  )
}
