import { useApolloClient, useMutation } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useForm, useWatch, type Control } from 'react-hook-form'
import { Link, useNavigate } from 'react-router'
import { CheckField, TextareaField, TextField } from '../../shared/forms/index.ts'
import { useMessages } from '../../shared/lib/language-context.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { ApplyForBackPaymentDocument, PlannedBackPaymentDocument } from './back-payment.generated.ts'
import type { BackPaymentApplicationInput, PlannedBackPaymentQuery } from './back-payment.generated.ts'
import style from './back-payment.module.css'
import { LineFields } from './line-fields.tsx'
import { messages } from './messages.ts'
import { PlannedPanel } from './planned-panel.tsx'
import { ProblemList } from './problem-list.tsx'
import type { Problem } from './problem-list.tsx'
import { blank, evidenceKinds, formErrors, toInput } from './request-form.ts'
import type { RequestForm } from './request-form.ts'

/** First the figures, then the request: nobody applies for an amount they have not seen. */
export function ApplyPage() {
  const t = useMessages(messages)
  const navigate = useNavigate()
  const client = useApolloClient()
  const [apply, { loading }] = useMutation(ApplyForBackPaymentDocument)
  const [planned, setPlanned] = useState<{
    input: BackPaymentApplicationInput
    plan: PlannedBackPaymentQuery['plannedBackPayment']
  }>()
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [failed, setFailed] = useState(false)
  const { control, handleSubmit } = useForm<RequestForm>({
    defaultValues: blank,
    resolver: (form) => {
      const errors = formErrors(form, t)
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: form, errors: {} }
    },
  })
  const compute = handleSubmit(async (form) => {
    setFailed(false)
    setProblems([])
    const input = toInput(form)
    try {
      const variables = { input }
      const { data } = await client.query({
        query: PlannedBackPaymentDocument,
        variables,
        fetchPolicy: 'network-only',
      })
      setPlanned(data ? { input, plan: data.plannedBackPayment } : undefined)
    } catch {
      setFailed(true)
    }
  })
  const submit = async (input: BackPaymentApplicationInput) => {
    setFailed(false)
    try {
      const { data } = await apply({ variables: { input } })
      const outcome = data?.applyForBackPayment
      if (outcome?.__typename === 'BackPaymentRefused') setProblems(outcome.problems)
      else {
        const { number, route } = outcome?.backPayment ?? {}
        await navigate('/employer/back-payments', { state: { number, route } })
      }
    } catch {
      setFailed(true)
    }
  }
  const changed = () => setPlanned(undefined)
  return (
    <>
      <PageHeader
        title={t('apply')}
        above={<Link to="/employer/back-payments">{t('title')}</Link>}
        lead={t('limits')}
      />
      <form className={style.form} noValidate onSubmit={(event) => void compute(event)} onChange={changed}>
        <LineFields control={control} onChanged={changed} />
        <TextareaField
          control={control}
          name="reason"
          label={t('reason')}
          hint={t('reasonHint')}
          rows={2}
          maxLength={500}
        />
        <EvidenceFields control={control} />
        {failed ? <Notice tone="refused">{t('failed')}</Notice> : null}
        <div>
          <Button type="submit" variant={planned ? 'default' : 'filled'}>
            {t('compute')}
          </Button>
        </div>
      </form>
      {planned ? (
        <PlannedPanel plan={planned.plan}>
          <ProblemList problems={problems.length > 0 ? problems : planned.plan.problems} />
          {planned.plan.problems.length === 0 ? (
            <div>
              <Button loading={loading} onClick={() => void submit(planned.input)}>
                {t('submit')}
              </Button>
            </div>
          ) : null}
        </PlannedPanel>
      ) : null}
    </>
  )
}

function EvidenceFields({ control }: { control: Control<RequestForm> }) {
  const t = useMessages(messages)
  const legal = useWatch({ control, name: 'LEGAL_DOCUMENT' })
  return (
    <>
      <fieldset className={style.group}>
        <legend>{t('evidence')}</legend>
        <span className={style.soft}>{t('evidenceHint')}</span>
        {evidenceKinds.map((kind) => (
          <CheckField key={kind} control={control} name={kind} label={t(kind)} />
        ))}
      </fieldset>
      {legal ? (
        <TextField control={control} name="documentNo" label={t('documentNo')} autoComplete="off" maxLength={100} />
      ) : null}
      <TextareaField
        control={control}
        name="evidenceNote"
        label={t('evidenceNote')}
        hint={t('evidenceNoteHint')}
        rows={2}
        maxLength={500}
      />
    </>
  )
}
