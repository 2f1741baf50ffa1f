import { Button } from '@mantine/core'
import { civilDateAt } from '@shebao/kernel'
import { useState } from 'react'
import { useForm, type FieldErrors } from 'react-hook-form'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { DateField, TextField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import type { ClerkDuty } from '../../../shared/lib/viewer-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { DutiesField } from '../clerks/index.ts'
import { GrantMandateDocument, MandatesDocument } from './mandate.generated.ts'
import style from './mandate.module.css'
import { messages } from './messages.ts'

interface Values {
  agencyNumber: string
  validFrom: string | null
  validTo: string | null
}

const longestYears = 3
const yearsLater = (day: string, years: number) => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`

/** A mandate for an agency. What was typed stays until it is offered. */
export function GrantMandate({ onGranted }: { onGranted: (agency: string) => void }) {
  const t = useMessages(messages)
  const [grant, { loading }] = useMutation(GrantMandateDocument, { refetchQueries: [MandatesDocument] })
  const [duties, setDuties] = useState<ClerkDuty[]>(['PREPARE'])
  const [failed, setFailed] = useState(false)
  const [today] = useState(() => civilDateAt(new Date()))
  const { control, handleSubmit, setError, reset } = useForm<Values>({
    defaultValues: { agencyNumber: '', validFrom: today, validTo: null },
    resolver: (given) => {
      const { agencyNumber, validFrom, validTo } = given
      const wrongTo =
        validTo === null || validFrom === null || validTo < validFrom || validTo > yearsLater(validFrom, longestYears)
      const errors: FieldErrors<Values> = {
        ...(agencyNumber.trim().length < 6 ? { agencyNumber: { type: 'value', message: t('agencyNumberWrong') } } : {}),
        ...(validFrom === null || validFrom < today
          ? { validFrom: { type: 'value', message: t('validFromWrong') } }
          : {}),
        ...(wrongTo ? { validTo: { type: 'value', message: t('validToWrong') } } : {}),
      }
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: given, errors: {} }
    },
  })
  const send = handleSubmit(async ({ agencyNumber, validFrom, validTo }) => {
    if (validFrom === null || validTo === null) return
    setFailed(false)
    const variables = { input: { agencyNumber, duties, validFrom, validTo } }
    const { data } = await grant({ variables }).catch(() => ({ data: undefined }))
    const outcome = data?.grantMandate
    if (outcome?.__typename === 'Mandate') {
      reset()
      setDuties(['PREPARE'])
      return onGranted(outcome.agencyName)
    }
    if (!outcome) return setFailed(true)
    return setError('agencyNumber', { message: t(`refused${outcome.reason}`) }, { shouldFocus: true })
  })
  return (
    <form className={style.form} noValidate onSubmit={(event) => void send(event)}>
      {failed ? <Notice tone="refused">{t('failed')}</Notice> : null}
      <TextField
        control={control}
        name="agencyNumber"
        label={t('agencyNumber')}
        autoComplete="off"
        spellCheck={false}
        maxLength={24}
      />
      <DutiesField duties={duties} offered={['PREPARE', 'SUBMIT', 'PAY']} onChange={setDuties} />
      <div className={style.days}>
        <DateField control={control} name="validFrom" label={t('validFrom')} />
        <DateField control={control} name="validTo" label={t('validTo')} hint={t('validToHint')} />
      </div>
      <div>
        <Button type="submit" loading={loading}>
          {t('send')}
        </Button>
      </div>
    </form>
  )
}
