import { Button } from '@mantine/core'
import { useForm, type FieldErrors } from 'react-hook-form'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { TextField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { messages } from './messages.ts'
import { CreateOperatorDocument, type OperatorDoneFragment } from './partner.generated.ts'
import style from './partner.module.css'

interface Values {
  operatorNo: string
  displayName: string
}
const blank: Values = { operatorNo: '', displayName: '' }

interface NewOperatorProps {
  partnerId: string
  onOutcome: (outcome: OperatorDoneFragment | undefined) => Promise<unknown>
}

export function NewOperator({ partnerId, onOutcome }: NewOperatorProps) {
  const t = useMessages(messages)
  const [create, { loading }] = useMutation(CreateOperatorDocument)
  const { control, handleSubmit, reset } = useForm<Values>({
    defaultValues: blank,
    resolver: (given) => {
      const errors: FieldErrors<Values> = {
        ...(/^[A-Za-z0-9]{2,20}$/.test(given.operatorNo.trim())
          ? {}
          : { operatorNo: { type: 'value', message: t('numberWrong') } }),
        ...([...given.displayName.trim()].length >= 2
          ? {}
          : { displayName: { type: 'value', message: t('nameWrong') } }),
      }
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: given, errors: {} }
    },
  })
  const submit = handleSubmit(async (values) => {
    const sent = await create({ variables: { partnerId, ...values } }).catch(() => undefined)
    const outcome = sent?.data?.createOperator
    if (outcome?.__typename === 'OperatorChanged') reset(blank)
    await onOutcome(outcome)
  })
  return (
    <form className={style.form} noValidate onSubmit={(event) => void submit(event)} aria-label={t('newOperator')}>
      <TextField
        control={control}
        name="operatorNo"
        label={t('operatorNo')}
        hint={t('numberHint')}
        autoComplete="off"
        maxLength={20}
      />
      <TextField control={control} name="displayName" label={t('displayName')} autoComplete="off" maxLength={60} />
      <div>
        <Button type="submit" loading={loading}>
          {t('newOperator')}
        </Button>
      </div>
    </form>
  )
}
