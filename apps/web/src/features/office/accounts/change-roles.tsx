import { Button } from '@mantine/core'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import type { Outcome } from './account-words.ts'
import { ChangeStaffRolesDocument } from './accounts.generated.ts'
import type { StaffAccountFactsFragment } from './accounts.generated.ts'
import style from './accounts.module.css'
import { messages } from './messages.ts'
import { roleErrors, RoleFields, toWanted, type AccountValues } from './role-fields.tsx'

interface ChangeRolesProps {
  account: StaffAccountFactsFragment
  onCancel: () => void
  onOutcome: (work: () => Promise<Outcome | undefined>, text: string) => Promise<void>
}

/** The roles as they should be from now on. */
export function ChangeRoles({ account, onCancel, onOutcome }: ChangeRolesProps) {
  const t = useMessages(messages)
  const [change, { loading }] = useMutation(ChangeStaffRolesDocument)
  const [problem, setProblem] = useState<string>()
  const { control, handleSubmit } = useForm<AccountValues>({
    defaultValues: {
      staffNo: account.staffNo,
      displayName: account.displayName,
      roles: account.roles.map(({ role, from, to }) => ({ role, from, to })),
    },
    resolver: (given) => {
      const errors = roleErrors(given, t)
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: given, errors: {} }
    },
  })
  const submit = handleSubmit(async ({ roles }) => {
    if (roles.length === 0) return setProblem(t('noRole'))
    const variables = { accountId: account.id, roles: toWanted(roles) }
    return onOutcome(async () => (await change({ variables })).data?.changeStaffRoles, t('doneRoles'))
  })
  return (
    <form className={style.form} noValidate onSubmit={(event) => void submit(event)}>
      <RoleFields control={control} problem={problem} />
      <div className={style.deeds}>
        <Button type="submit" loading={loading}>
          {t('saveRoles')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
