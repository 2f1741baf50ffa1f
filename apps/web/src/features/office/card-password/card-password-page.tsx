import { Button } from '@mantine/core'
import { useState } from 'react'
import { useForm, useWatch, type FieldErrors } from 'react-hook-form'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { CheckField, SelectField, TextField } from '../../../shared/forms/index.ts'
import { isTooMany } from '../../../shared/lib/is-too-many.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { OutlookNotice } from '../../../shared/case/outlook-notice.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import {
  CardPasswordResetsDocument,
  RequestCardPasswordResetDocument,
  type CodeDelivery,
} from './card-password.generated.ts'
import { messages } from './messages.ts'
import { CardPasswordLetters } from './card-password-letters.tsx'
import { CardPasswordWaiting } from './card-password-waiting.tsx'
import style from './card-password-page.module.css'

interface Request {
  idNumber: string
  reason: string
  /** Null while nothing is chosen: neither way is the first. */
  delivery: CodeDelivery | null
  address: string
  idShown: boolean
}

const blank: Request = { idNumber: '', reason: '', delivery: null, address: '', idShown: false }
const deliveries: readonly CodeDelivery[] = ['WINDOW', 'POST']
/** What comes from the other person's desk is seen without reloading. */
const refreshMs = 15_000
const shortestAddress = 8

/** The window's part, and below it what waits for a second person. */
export function CardPasswordPage() {
  const t = useMessages(messages)
  const { data, refetch } = useQuery(CardPasswordResetsDocument, {
    fetchPolicy: 'cache-and-network',
    pollInterval: refreshMs,
  })
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <OutlookNotice outlook={data?.cardPasswordOutlook} />
      {data?.cardPasswordOutlook.mayOpen === false ? null : <RequestForm onRequested={refetch} />}
      <CardPasswordLetters letters={data?.cardPasswordLetters ?? []} onMade={refetch} />
      <CardPasswordWaiting resets={data?.cardPasswordResets ?? []} onSettled={refetch} />
    </>
  )
}

function RequestForm({ onRequested }: { onRequested: () => Promise<unknown> }) {
  const t = useMessages(messages)
  const [request, { loading }] = useMutation(RequestCardPasswordResetDocument)
  const [said, setSaid] = useState<{ tone: 'done' | 'refused'; text: string }>()
  const { control, handleSubmit, reset, setFocus } = useForm<Request>({
    defaultValues: blank,
    resolver: (given) => {
      const reason = given.reason.trim()
      const errors: FieldErrors<Request> = {
        ...(given.idNumber.trim().length >= 6 ? {} : { idNumber: { type: 'value', message: t('idNumberWrong') } }),
        ...(reason.length >= 4 && reason.length <= 200 ? {} : { reason: { type: 'value', message: t('reasonWrong') } }),
        ...(given.delivery ? {} : { delivery: { type: 'value', message: t('deliveryWrong') } }),
        ...(given.delivery === 'POST' && given.address.trim().length < shortestAddress
          ? { address: { type: 'value', message: t('addressWrong') } }
          : {}),
        ...(given.idShown ? {} : { idShown: { type: 'value', message: t('idShownWrong') } }),
      }
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: given, errors: {} }
    },
  })
  const byPost = useWatch({ control, name: 'delivery' }) === 'POST'
  const submit = handleSubmit(async ({ delivery, address, ...input }) => {
    if (!delivery) return
    try {
      const how = delivery === 'POST' ? { delivery, address } : { delivery }
      const { data } = await request({ variables: { input: { ...input, ...how } } })
      const outcome = data?.requestCardPasswordReset
      if (!outcome) throw new Error('No outcome came.')
      if (outcome.__typename === 'CardPasswordResetRefused') {
        setSaid({ tone: 'refused', text: t(`refused${outcome.reason}`) })
        setFocus('idNumber')
        return
      }
      const { nameMasked: name, idMasked } = outcome.reset
      setSaid({ tone: 'done', text: t('requested', { name, idMasked }) })
      reset(blank)
      await onRequested()
    } catch (error) {
      setSaid({ tone: 'refused', text: t(isTooMany(error) ? 'tooMany' : 'failed') })
    }
  })
  return (
    <form className={style.paper} onSubmit={(event) => void submit(event)} noValidate>
      {said ? <Notice tone={said.tone}>{said.text}</Notice> : null}
      <TextField
        control={control}
        name="idNumber"
        label={t('idNumber')}
        hint={t('idNumberHint')}
        autoComplete="off"
        spellCheck={false}
        maxLength={30}
      />
      <TextField
        control={control}
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        autoComplete="off"
        maxLength={200}
      />
      <SelectField
        control={control}
        name="delivery"
        label={t('delivery')}
        options={deliveries.map((value) => ({ value, label: t(`delivery${value}`) }))}
      />
      {byPost ? (
        <TextField
          control={control}
          name="address"
          label={t('address')}
          hint={t('addressHint')}
          autoComplete="off"
          maxLength={120}
        />
      ) : null}
      <CheckField control={control} name="idShown" label={t('idShown')} />
      <Button type="submit" loading={loading}>
        {t('submit')}
      </Button>
    </form>
  )
}
