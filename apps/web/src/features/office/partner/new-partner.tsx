import { Button } from '@mantine/core'
import { useState } from 'react'
import { useForm, useWatch, type FieldErrors } from 'react-hook-form'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { CheckField, SelectField, TextField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './messages.ts'
import { CreatePartnerDocument, type PartnerKind } from './partner.generated.ts'
import style from './partner.module.css'

interface Values {
  kind: PartnerKind
  number: string
  name: string
  linked: boolean
}
const blank: Values = { kind: 'BANK', number: '', name: '', linked: false }
const kinds: readonly PartnerKind[] = ['BANK', 'HOSPITAL', 'DEPARTMENT', 'COURT']

export function NewPartner({ onMade }: { onMade: () => Promise<unknown> }) {
  const t = useMessages(messages)
  const [create, { loading }] = useMutation(CreatePartnerDocument)
  const [problem, setProblem] = useState<string>()
  const { control, handleSubmit, reset } = useForm<Values>({
    defaultValues: blank,
    resolver: (given) => {
      const errors: FieldErrors<Values> = {
        ...(/^[A-Za-z0-9]{2,20}$/.test(given.number.trim())
          ? {}
          : { number: { type: 'value', message: t('numberWrong') } }),
        ...([...given.name.trim()].length >= 2 ? {} : { name: { type: 'value', message: t('nameWrong') } }),
      }
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: given, errors: {} }
    },
  })
  const isBank = useWatch({ control, name: 'kind' }) === 'BANK'
  const submit = handleSubmit(async (variables) => {
    setProblem(undefined)
    const outcome = (await create({ variables }).catch(() => undefined))?.data?.createPartner
    if (!outcome) return setProblem(t('failed'))
    if (outcome.__typename === 'PartnerRefused') return setProblem(t(`refused${outcome.reason}`))
    reset(blank)
    return void (await onMade())
  })
  return (
    <form className={style.partner} noValidate onSubmit={(event) => void submit(event)} aria-labelledby="new-partner">
      <h2 id="new-partner">{t('newPartner')}</h2>
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      <SelectField
        control={control}
        name="kind"
        label={t('kind')}
        options={kinds.map((value) => ({ value, label: t(value) }))}
      />
      <TextField control={control} name="number" label={t('number')} hint={t('numberHint')} maxLength={20} />
      <TextField control={control} name="name" label={t('name')} hint={t('nameHint')} maxLength={60} />
      {isBank ? <CheckField control={control} name="linked" label={t('linked')} /> : null}
      <div>
        <Button type="submit" loading={loading}>
          {t('create')}
        </Button>
      </div>
    </form>
  )
}
