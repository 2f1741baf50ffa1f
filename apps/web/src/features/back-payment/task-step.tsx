import { useMutation } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { TextareaField } from '../../shared/forms/index.ts'
import { useMessages } from '../../shared/lib/language-context.tsx'
import { useFormat } from '../../shared/lib/use-format.ts'
import { useViewer } from '../../shared/lib/viewer-context.tsx'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import {
  ApproveBackPaymentDocument,
  CheckBackPaymentDocument,
  RejectBackPaymentDocument,
} from './back-payment.generated.ts'
import type { BackPaymentRowFragment } from './back-payment.generated.ts'
import style from './back-payment.module.css'
import { messages } from './messages.ts'
import { ProblemList } from './problem-list.tsx'
import type { Problem } from './problem-list.tsx'

type Step = 'CHECK' | 'APPROVE' | 'REJECT'

interface StepForm {
  finding: string
  reason: string
}

const isText = (text: string) => [...text.trim()].length >= 4
const handling = ['OFFICER', 'REVIEWER', 'HEAD']

interface TaskStepProps {
  request: BackPaymentRowFragment
  onDone: () => Promise<void>
}

/** The one step this person may take now, and beside it refusing. What cannot be taken back is asked for once more. */
export function TaskStep({ request, onDone }: TaskStepProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const mayHandle = useViewer().roles.some((role) => handling.includes(role))
  const { asking, setAsking, control, submit, send, busy, problems, failed, values } = useStep(request.id, onDone)
  if (request.state === 'ISSUED' || request.state === 'REJECTED') return null
  return (
    <form className={`${style.section} ${style.form}`} noValidate onSubmit={(event) => event.preventDefault()}>
      <ProblemList problems={problems} />
      {failed ? <Notice tone="refused">{t('failed')}</Notice> : null}
      {request.ownStep === null ? <p className={style.soft}>{t('notYours')}</p> : null}
      {request.ownStep === 'CHECK' ? (
        <>
          <TextareaField
            control={control}
            name="finding"
            label={t('finding')}
            hint={t('findingHint')}
            maxLength={500}
          />
          <Button loading={busy} onClick={() => void submit('CHECK')}>
            {t('check')}
          </Button>
        </>
      ) : null}
      {request.ownStep === 'APPROVE' ? <Button onClick={() => void submit('APPROVE')}>{t('approve')}</Button> : null}
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
      {asking ? (
        <ConfirmDialog
          opened
          title={t(asking === 'APPROVE' ? 'approveTitle' : 'rejectTitle')}
          consequence={
            asking === 'APPROVE'
              ? t('approveText', { people: request.people, amount: format.yuan(request.premium) })
              : t('rejectText', { number: request.number, reason: values().reason })
          }
          verb={t(asking === 'APPROVE' ? 'approve' : 'reject')}
          grave={asking === 'REJECT'}
          busy={busy}
          onCancel={() => setAsking(undefined)}
          onConfirm={() => void send(asking)}
        />
      ) : null}
    </form>
  )
}

function useStep(id: string, onDone: () => Promise<void>) {
  const t = useMessages(messages)
  const [asking, setAsking] = useState<'APPROVE' | 'REJECT'>()
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [failed, setFailed] = useState(false)
  const [check, checking] = useMutation(CheckBackPaymentDocument)
  const [approve, approving] = useMutation(ApproveBackPaymentDocument)
  const [reject, rejecting] = useMutation(RejectBackPaymentDocument)
  const { control, getValues, setError, clearErrors, setFocus } = useForm<StepForm>({
    defaultValues: { finding: '', reason: '' },
  })
  const call = async (step: Step) => {
    const { finding, reason } = getValues()
    if (step === 'CHECK') return (await check({ variables: { id, finding } })).data?.checkBackPayment
    if (step === 'APPROVE') return (await approve({ variables: { id } })).data?.approveBackPayment
    return (await reject({ variables: { id, reason } })).data?.rejectBackPayment
  }
  const send = async (step: Step) => {
    try {
      const outcome = await call(step)
      if (outcome?.__typename === 'BackPaymentRefused') setProblems(outcome.problems)
      else await onDone()
    } catch {
      setFailed(true)
    } finally {
      setAsking(undefined)
    }
  }
  const submit = async (step: Step) => {
    clearErrors()
    setFailed(false)
    setProblems([])
    const field = step === 'CHECK' ? 'finding' : 'reason'
    if (step !== 'APPROVE' && !isText(getValues()[field])) {
      setError(field, { type: 'value', message: t('textWrong') })
      setFocus(field)
    } else if (step === 'CHECK') await send(step)
    else setAsking(step)
  }
  const busy = [checking, approving, rejecting].some(({ loading }) => loading)
  return { asking, setAsking, control, submit, send, busy, problems, failed, values: getValues }
}
