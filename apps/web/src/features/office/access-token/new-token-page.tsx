import { Button, Checkbox } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import { useState } from 'react'
import { useForm, useWatch, type FieldErrors } from 'react-hook-form'
import { Link, useNavigate } from 'react-router'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { CheckField, SelectField, TextField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { AccessTokensDocument, MakeAccessTokenDocument } from './access-token.generated.ts'
import style from './access-token.module.css'
import { messages } from './messages.ts'
import { ShownSecret } from './shown-secret.tsx'

interface Values {
  name: string
  PREPARE: boolean
  SUBMIT: boolean
  PAY: boolean
  test: boolean
  days: string | null
}

const given = ['PREPARE', 'SUBMIT', 'PAY'] as const
const lengths = ['30', '90', '366'] as const

export function NewTokenPage() {
  const t = useMessages(messages)
  const navigate = useNavigate()
  const { duties } = useViewer()
  const [make, { loading }] = useMutation(MakeAccessTokenDocument, { refetchQueries: [AccessTokensDocument] })
  const [secret, setSecret] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const { control, handleSubmit } = useForm<Values>({
    defaultValues: { name: '', PREPARE: false, SUBMIT: false, PAY: false, test: false, days: '90' },
    resolver: (values) => {
      const length = [...values.name.trim()].length
      const errors: FieldErrors<Values> = {
        ...(length >= 1 && length <= 60 ? {} : { name: { type: 'value', message: t('nameWrong') } }),
        ...(values.days === null ? { days: { type: 'value', message: t('daysWrong') } } : {}),
      }
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} }
    },
  })
  const test = useWatch({ control, name: 'test' })
  const submit = handleSubmit(async ({ name, days, ...values }) => {
    setProblem(undefined)
    const scopes = given.filter((scope) => values[scope] && !(scope === 'PAY' && values.test))
    try {
      const { data } = await make({ variables: { name, scopes, test: values.test, days: Number(days) } })
      const outcome = data?.makeAccessToken
      if (outcome?.__typename === 'AccessTokenMade') setSecret(outcome.secret)
      else setProblem(outcome ? t(outcome.reason) : t('failed'))
    } catch {
      setProblem(t('failed'))
    }
  })
  return (
    <>
      <PageHeader
        title={t('newTitle')}
        lead={t('newLead')}
        above={<Link to="/employer/access-tokens">{t('back')}</Link>}
      />
      {secret !== undefined ? (
        <ShownSecret secret={secret} onKept={() => void navigate('/employer/access-tokens')} />
      ) : (
        <form className={style.form} noValidate onSubmit={(event) => void submit(event)}>
          {problem ? <Notice tone="refused">{problem}</Notice> : null}
          <TextField
            control={control}
            name="name"
            label={t('name')}
            hint={t('nameHint')}
            autoComplete="off"
            maxLength={60}
          />
          <fieldset className={style.scopes}>
            <legend>{t('scopes')}</legend>
            <Checkbox checked disabled label={t('READ')} description={t('hintREAD')} readOnly />
            {given.map((scope) => (
              <CheckField
                key={scope}
                control={control}
                name={scope}
                label={t(scope)}
                hint={t(duties.includes(scope) ? `hint${scope}` : 'notYours')}
                disabled={!duties.includes(scope) || (scope === 'PAY' && test)}
              />
            ))}
          </fieldset>
          <CheckField control={control} name="test" label={t('testLabel')} hint={t('testHint')} />
          <SelectField
            control={control}
            name="days"
            label={t('days')}
            options={lengths.map((value) => ({ value, label: t(`days${value}`) }))}
          />
          <div>
            <Button type="submit" loading={loading}>
              {t('make')}
            </Button>
          </div>
        </form>
      )}
    </>
  )
}
