import { Button } from '@mantine/core'
import { readStaffNumber } from '@shebao/identifiers'
import { civilDateAt } from '@shebao/kernel'
import { useState } from 'react'
import { useForm, type FieldErrors } from 'react-hook-form'
import { Link, useNavigate } from 'react-router'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { TextField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { CreateStaffAccountDocument } from './accounts.generated.ts'
import style from './accounts.module.css'
import { GivenLink, type Link as MadeLink } from './given-link.tsx'
import { messages } from './messages.ts'
import { roleErrors, RoleFields, toWanted, type AccountValues } from './role-fields.tsx'

/** Most are made for today; the office checks the day by its own clock. */
const blank = (): AccountValues => ({
  staffNo: '',
  displayName: '',
  roles: [{ role: '', from: civilDateAt(new Date()), to: null }],
})

export function NewAccountPage() {
  const t = useMessages(messages)
  const navigate = useNavigate()
  const [create, { loading }] = useMutation(CreateStaffAccountDocument)
  const [made, setMade] = useState<{ id: string; link: MadeLink }>()
  const [problem, setProblem] = useState<string>()
  const { control, handleSubmit, setError } = useForm<AccountValues>({
    defaultValues: blank(),
    resolver: (given) => {
      const errors: FieldErrors<AccountValues> = {
        ...(readStaffNumber(given.staffNo) === undefined
          ? { staffNo: { type: 'value', message: t('staffNoWrong') } }
          : {}),
        ...([...given.displayName.trim()].length >= 2
          ? {}
          : { displayName: { type: 'value', message: t('nameWrong') } }),
        ...roleErrors(given, t),
      }
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: given, errors: {} }
    },
  })
  const submit = handleSubmit(async ({ staffNo, displayName, roles }) => {
    setProblem(undefined)
    try {
      const input = { staffNo, displayName, roles: toWanted(roles) }
      const outcome = (await create({ variables: { input } })).data?.createStaffAccount
      if (outcome?.__typename === 'StaffAccountDone' && outcome.link)
        return setMade({ id: outcome.account.id, link: outcome.link })
      if (outcome?.__typename !== 'StaffAccountRefused') return setProblem(t('failed'))
      if (outcome.reason === 'STAFF_NO_TAKEN')
        return setError('staffNo', { message: t('refusedSTAFF_NO_TAKEN') }, { shouldFocus: true })
      return setProblem(t(`refused${outcome.reason}`))
    } catch {
      return setProblem(t('failed'))
    }
  })
  return (
    <>
      <PageHeader
        title={t('newTitle')}
        lead={t('newLead')}
        above={<Link to="/staff/accounts">{t('backToList')}</Link>}
      />
      {made ? (
        <GivenLink link={made.link} onKept={() => void navigate(`/staff/accounts/${made.id}`)} />
      ) : (
        <form className={style.form} noValidate onSubmit={(event) => void submit(event)}>
          {problem ? <Notice tone="refused">{problem}</Notice> : null}
          <TextField
            control={control}
            name="staffNo"
            label={t('staffNo')}
            hint={t('staffNoHint')}
            autoComplete="off"
            spellCheck={false}
            maxLength={20}
          />
          <TextField control={control} name="displayName" label={t('name')} autoComplete="off" maxLength={40} />
          <RoleFields control={control} problem={undefined} />
          <div>
            <Button type="submit" loading={loading}>
              {t('create')}
            </Button>
          </div>
        </form>
      )}
    </>
  )
}
