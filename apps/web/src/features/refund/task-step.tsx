import { useMutation } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { SelectField, TextareaField, TextField } from '../../shared/forms/index.ts'
import { useMessages } from '../../shared/lib/language-context.tsx'
import { useFormat } from '../../shared/lib/use-format.ts'
import { useViewer } from '../../shared/lib/viewer-context.tsx'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { messages } from './messages.ts'
import { ProblemList } from './problem-list.tsx'
import type { Problem } from './problem-list.tsx'
import {
  ApproveRefundDocument,
  PayOutRefundDocument,
  RejectRefundDocument,
  VerifyRefundDocument,
} from './refund.generated.ts'
import type {
  RefundOutcome_RefundRefused_Fragment,
  RefundOutcome_RefundStepTaken_Fragment,
} from './refund.generated.ts'
import style from './refund.module.css'
import type { Task } from './task-page.tsx'

type Outcome = RefundOutcome_RefundRefused_Fragment | RefundOutcome_RefundStepTaken_Fragment | undefined
type Step = 'VERIFY' | 'APPROVE' | 'PAY_OUT' | 'REJECT'

interface StepForm {
  benefitDrawn: string | null
  evidence: string
  bankReference: string
  accountLast4: string
  reason: string
}

const blank: StepForm = { benefitDrawn: null, evidence: '', bankReference: '', accountLast4: '', reason: '' }
const isText = (text: string) => [...text.trim()].length >= 4
const handling = ['OFFICER', 'REVIEWER', 'HEAD']

/** The one step this person may take now, and beside it refusing. What cannot be taken back is asked for once more. */
export function TaskStep({ refund, onDone }: { refund: Task; onDone: () => Promise<void> }) {
  const t = useMessages(messages)
  const open = refund.state !== 'PAID_OUT' && refund.state !== 'REJECTED'
  const mayHandle = useViewer().roles.some((role) => handling.includes(role))
  const { asking, setAsking, control, submit, send, busy, problems, failed, values } = useStep(refund, onDone)
  if (!open) return null
  return (
    <form className={`${style.section} ${style.form}`} noValidate onSubmit={(event) => event.preventDefault()}>
      <ProblemList problems={problems} />
      {failed ? <Notice tone="refused">{t('failed')}</Notice> : null}
      {refund.ownStep === null ? <p className={style.soft}>{t('notYours')}</p> : null}
      {refund.ownStep === 'VERIFY' ? (
        <>
          <SelectField
            control={control}
            name="benefitDrawn"
            label={t('benefit')}
            hint={t('benefitHint')}
            options={[
              { value: 'no', label: t('no') },
              { value: 'yes', label: t('yes') },
            ]}
          />
          <TextareaField
            control={control}
            name="evidence"
            label={t('evidence')}
            hint={t('evidenceHint')}
            maxLength={500}
          />
          <Button loading={busy} onClick={() => void submit('VERIFY')}>
            {t('verify')}
          </Button>
        </>
      ) : null}
      {refund.ownStep === 'APPROVE' ? <Button onClick={() => void submit('APPROVE')}>{t('approve')}</Button> : null}
      {refund.ownStep === 'PAY_OUT' ? (
        <>
          <TextField
            control={control}
            name="bankReference"
            label={t('bankReference')}
            hint={t('bankReferenceHint')}
            autoComplete="off"
            maxLength={64}
          />
          <TextField
            control={control}
            name="accountLast4"
            label={t('last4')}
            hint={t('last4Hint', { account: refund.accountMasked })}
            autoComplete="off"
            inputMode="numeric"
            maxLength={4}
          />
          <Button onClick={() => void submit('PAY_OUT')}>{t('payOut')}</Button>
        </>
      ) : null}
      {mayHandle ? (
        <>
          <TextareaField
            control={control}
            name="reason"
            label={t('rejectReason')}
            hint={t('rejectHint')}
            rows={2}
            maxLength={500}
          />
          <Button variant="default" onClick={() => void submit('REJECT')}>
            {t('reject')}
          </Button>
        </>
      ) : null}
      <Confirm
        asking={asking}
        refund={refund}
        reason={values().reason}
        busy={busy}
        onCancel={() => setAsking(undefined)}
        onConfirm={send}
      />
    </form>
  )
}

function useStep(refund: Task, onDone: () => Promise<void>) {
  const t = useMessages(messages)
  const [asking, setAsking] = useState<Step>()
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [failed, setFailed] = useState(false)
  const [verify, verifying] = useMutation(VerifyRefundDocument)
  const [approve, approving] = useMutation(ApproveRefundDocument)
  const [payOut, paying] = useMutation(PayOutRefundDocument)
  const [reject, rejecting] = useMutation(RejectRefundDocument)
  const { control, getValues, setError, clearErrors, setFocus } = useForm<StepForm>({ defaultValues: blank })

  const calls: Record<Step, (form: StepForm) => Promise<Outcome>> = {
    VERIFY: async ({ benefitDrawn, evidence }) =>
      (await verify({ variables: { id: refund.id, benefitDrawn: benefitDrawn === 'yes', evidence } })).data
        ?.verifyRefund,
    APPROVE: async () => (await approve({ variables: { id: refund.id } })).data?.approveRefund,
    PAY_OUT: async ({ bankReference, accountLast4 }) =>
      (await payOut({ variables: { id: refund.id, bankReference, accountLast4 } })).data?.payOutRefund,
    REJECT: async ({ reason }) => (await reject({ variables: { id: refund.id, reason } })).data?.rejectRefund,
  }
  const send = async (step: Step) => {
    try {
      const outcome = await calls[step](getValues())
      if (outcome?.__typename === 'RefundRefused') setProblems(outcome.problems)
      else await onDone()
    } catch {
      setFailed(true)
    } finally {
      setAsking(undefined)
    }
  }
  /** Every field that the step needs is looked at; the first wrong one takes the focus. */
  const submit = async (step: Step) => {
    clearErrors()
    setFailed(false)
    setProblems([])
    const wrong = wrongFields(step, getValues())
    for (const [name, key] of wrong) setError(name, { type: 'value', message: t(key) })
    const first = wrong[0]
    if (first) setFocus(first[0])
    else if (step === 'VERIFY') await send(step)
    else setAsking(step)
  }
  const busy = [verifying, approving, paying, rejecting].some(({ loading }) => loading)
  return { asking, setAsking, control, submit, send, busy, problems, failed, values: getValues }
}

type WrongKey = 'benefitWrong' | 'evidenceHint' | 'bankReferenceWrong' | 'last4Wrong' | 'rejectHint'

function wrongFields(step: Step, form: StepForm): [keyof StepForm, WrongKey][] {
  if (step === 'VERIFY')
    return [
      ...(form.benefitDrawn ? [] : [['benefitDrawn', 'benefitWrong'] satisfies ['benefitDrawn', 'benefitWrong']]),
      ...(isText(form.evidence) ? [] : [['evidence', 'evidenceHint'] satisfies ['evidence', 'evidenceHint']]),
    ]
  if (step === 'PAY_OUT')
    return [
      ...(/^[\w./-]{4,64}$/.test(form.bankReference.trim())
        ? []
        : [['bankReference', 'bankReferenceWrong'] satisfies ['bankReference', 'bankReferenceWrong']]),
      ...(/^\d{4}$/.test(form.accountLast4)
        ? []
        : [['accountLast4', 'last4Wrong'] satisfies ['accountLast4', 'last4Wrong']]),
    ]
  return step === 'REJECT' && !isText(form.reason) ? [['reason', 'rejectHint']] : []
}

interface ConfirmProps {
  asking: Step | undefined
  refund: Task
  reason: string
  busy: boolean
  onCancel: () => void
  onConfirm: (step: Step) => Promise<void>
}

function Confirm({ asking, refund, reason, busy, onCancel, onConfirm }: ConfirmProps) {
  const t = useMessages(messages)
  const format = useFormat()
  if (asking === undefined || asking === 'VERIFY') return null
  const amount = format.yuan(refund.amount)
  const texts = {
    APPROVE: [t('approveTitle'), t('approveText', { amount, account: refund.accountMasked }), t('approve')],
    PAY_OUT: [t('payOutTitle'), t('payOutText', { amount }), t('payOut')],
    REJECT: [t('rejectTitle'), t('rejectText', { number: refund.number, reason }), t('reject')],
  } as const
  const [title, consequence, verb] = texts[asking]
  return (
    <ConfirmDialog
      opened
      title={title}
      consequence={consequence}
      verb={verb}
      grave={asking !== 'APPROVE'}
      busy={busy}
      onCancel={onCancel}
      onConfirm={() => void onConfirm(asking)}
    />
  )
}
