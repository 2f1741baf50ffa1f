import { roleWords } from '@shebao/kernel/staff-role-words'
import { Button, NativeSelect } from '@mantine/core'
import { useFieldArray, useWatch, Controller, type Control, type FieldErrors } from 'react-hook-form'
import { DateField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import type { WantedRole } from './accounts.generated.ts'
import { allRoles, type Role } from './account-words.ts'
import { messages } from './messages.ts'
import style from './accounts.module.css'

/** An account as it is made or changed; what cannot be changed any more stands in the form and is not shown. */
export interface AccountValues {
  staffNo: string
  displayName: string
  roles: { role: Role | ''; from: string | null; to: string | null }[]
}

/** Each role with its first and last day. */
export function RoleFields({ control, problem }: { control: Control<AccountValues>; problem: string | undefined }) {
  const t = useMessages(messages)
  const roleWord = useMessages(roleWords)
  const { fields, append, remove } = useFieldArray({ control, name: 'roles' })
  const chosen = useWatch({ control, name: 'roles' })
  return (
    <fieldset className={style.roles}>
      <legend>{t('roles')}</legend>
      {fields.map((field, index) => (
        <div key={field.id} className={style.role}>
          <Controller
            control={control}
            name={`roles.${index}.role`}
            render={({ field: input, fieldState }) => (
              <NativeSelect
                {...input}
                label={t('role')}
                error={fieldState.error?.message}
                data={[{ value: '', label: '' }, ...allRoles.map((value) => ({ value, label: roleWord(value) }))]}
              />
            )}
          />
          <DateField control={control} name={`roles.${index}.from`} label={t('from')} />
          <DateField control={control} name={`roles.${index}.to`} label={t('to')} hint={t('toHint')} />
          <Button
            variant="default"
            aria-label={`${t('removeRole')} ${chosen[index]?.role ? roleWord(chosen[index].role) : index + 1}`}
            onClick={() => remove(index)}
          >
            {t('removeRole')}
          </Button>
        </div>
      ))}
      {problem ? (
        <p role="alert" className={style.problem}>
          {problem}
        </p>
      ) : null}
      <div>
        <Button variant="default" onClick={() => append({ role: '', from: null, to: null })}>
          {t('addRole')}
        </Button>
      </div>
    </fieldset>
  )
}

/** What is wrong with the roles, at its field. */
export function roleErrors(
  { roles }: AccountValues,
  t: (key: 'roleWrong' | 'fromWrong' | 'daysWrong') => string,
): FieldErrors<AccountValues> {
  const rows = roles.map(({ role, from, to }) => ({
    ...(role === '' ? { role: { type: 'value', message: t('roleWrong') } } : {}),
    ...(from === null ? { from: { type: 'value', message: t('fromWrong') } } : {}),
    ...(from !== null && to !== null && to < from ? { to: { type: 'value', message: t('daysWrong') } } : {}),
  }))
  return rows.some((row) => Object.keys(row).length > 0) ? { roles: rows } : {}
}

export const toWanted = (roles: AccountValues['roles']): WantedRole[] =>
  roles.flatMap(({ role, from, to }) => (role === '' || from === null ? [] : [{ role, from, to }]))
