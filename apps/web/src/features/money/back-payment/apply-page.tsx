import { Button } from '@mantine/core'
import { useWatch, type Control } from 'react-hook-form'
import { Link, useNavigate } from 'react-router'
import { useClient, useMutation } from '../../../shared/data/hooks.tsx'
import {
  CheckField,
  FilesField,
  filesError,
  TextareaField,
  TextField,
  useFilesCheck,
} from '../../../shared/forms/index.ts'
import type { Keeping } from '../../../shared/drafts/keeping.ts'
import { RestoredNotice } from '../../../shared/drafts/restored-notice.tsx'
import { WithKept } from '../../../shared/drafts/with-kept.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { usePlanned } from '../../../shared/lib/use-planned.ts'
import { DutyButton } from '../../../shared/ui/duty-button.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { ApplyForBackPaymentDocument, PlannedBackPaymentDocument } from './back-payment.generated.ts'
import style from './back-payment.module.css'
import { LineFields } from './line-fields.tsx'
import { messages } from './messages.ts'
import { PlannedPanel } from './planned-panel.tsx'
import { ProblemList } from './problem-list.tsx'
import type { Problem } from './problem-list.tsx'
import { blank, evidenceKinds, formErrors, toInput } from './request-form.ts'
import type { RequestForm } from './request-form.ts'
import { useDerivePlan } from './use-derive-back-payment.ts'

const what = { kind: 'BACK_PAYMENT', of: '', path: '/employer/back-payments/new' } as const

/** Months that were left out, on what evidence, and what they come to. */
export function ApplyPage() {
  return (
    <WithKept<RequestForm> draft="back-payment" what={what}>
      {(keeping) => <ApplyForm keeping={keeping} />}
    </WithKept>
  )
}

function ApplyForm({ keeping }: { keeping: Keeping<RequestForm> }) {
  const t = useMessages(messages)
  const navigate = useNavigate()
  const client = useClient()
  const [apply] = useMutation(ApplyForBackPaymentDocument)
  const derivePlan = useDerivePlan()
  const filesWrong = useFilesCheck()
  const { control, plan, problems, failed, busy, compute, submit, changed, restored, restart } = usePlanned({
    blank,
    keeping,
    errors: (form: RequestForm) => ({ ...formErrors(form, t), ...filesError(filesWrong(form.files)) }),
    toInput,
    plan: async (input) => {
      const { data } = await client.query({
        query: PlannedBackPaymentDocument,
        variables: { input },
        fetchPolicy: 'network-only',
      })
      return data && { ...data.plannedBackPayment, derive: derivePlan(input) }
    },
    apply: async (input): Promise<readonly Problem[]> => {
      const outcome = (await apply({ variables: { input } })).data?.applyForBackPayment
      if (outcome?.__typename === 'BackPaymentRefused') return outcome.problems
      const { number, route } = outcome?.backPayment ?? {}
      await navigate('/employer/back-payments', { state: { number, route } })
      return []
    },
  })
  return (
    <>
      <PageHeader
        title={t('apply')}
        above={<Link to="/employer/back-payments">{t('title')}</Link>}
        lead={t('limits')}
      />
      <form className={style.form} noValidate onSubmit={(event) => void compute(event)} onChange={changed}>
        {restored === undefined ? null : <RestoredNotice typedAt={restored} onDiscard={restart} />}
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
        <FilesField control={control} name="files" label={t('files')} hint={t('filesHint')} onChanged={changed} />
        {failed ? <Notice tone="refused">{t('failed')}</Notice> : null}
        <div>
          <Button type="submit" variant={plan ? 'default' : 'filled'}>
            {t('compute')}
          </Button>
        </div>
      </form>
      {plan ? (
        <PlannedPanel plan={plan} derive={plan.derive}>
          <ProblemList problems={problems.length > 0 ? problems : plan.problems} />
          {plan.problems.length === 0 ? (
            <div>
              <DutyButton duty="SUBMIT" loading={busy} onClick={() => void submit()}>
                {t('submit')}
              </DutyButton>
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
        <span className="quiet">{t('evidenceHint')}</span>
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
