import { Button } from '@mantine/core'
import { useWatch, type Control } from 'react-hook-form'
import { Link, useNavigate } from 'react-router'
import { useClient, useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import {
  CheckField,
  FilesField,
  filesError,
  MoneyField,
  MonthField,
  SelectField,
  TextareaField,
  useFilesCheck,
} from '../../../shared/forms/index.ts'
import type { Keeping } from '../../../shared/drafts/keeping.ts'
import { RestoredNotice } from '../../../shared/drafts/restored-notice.tsx'
import { WithKept } from '../../../shared/drafts/with-kept.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { isMonth } from '../../../shared/lib/typed-text.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { usePlanned } from '../../../shared/lib/use-planned.ts'
import { DutyButton } from '../../../shared/ui/duty-button.tsx'
import desk from '../../../shared/ui/desk.module.css'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { messages } from './messages.ts'
import { PlannedPanel } from './planned-panel.tsx'
import { ProblemList } from './problem-list.tsx'
import type { Problem } from './problem-list.tsx'
import { blank, formErrors, reasonsOf, toInput } from './refund-form.ts'
import type { RefundForm } from './refund-form.ts'
import {
  ApplyForRefundDocument,
  PlannedRefundDocument,
  RefundCandidatesDocument,
  SetAsidePaymentsDocument,
} from './refund.generated.ts'

const what = { kind: 'REFUND', of: '', path: '/employer/refunds/new' } as const

/** Which money shall go back, and how much it is. */
export function ApplyPage() {
  return (
    <WithKept<RefundForm> draft="refund" what={what}>
      {(keeping) => <ApplyForm keeping={keeping} />}
    </WithKept>
  )
}

function ApplyForm({ keeping }: { keeping: Keeping<RefundForm> }) {
  const t = useMessages(messages)
  const navigate = useNavigate()
  const client = useClient()
  const [apply] = useMutation(ApplyForRefundDocument)
  const filesWrong = useFilesCheck()
  const { data: aside } = useQuery(SetAsidePaymentsDocument, { fetchPolicy: 'cache-and-network' })
  const { control, plan, problems, failed, busy, compute, submit, changed, restored, restart } = usePlanned({
    blank,
    keeping,
    errors: (form: RefundForm) => ({ ...formErrors(form, t), ...filesError(filesWrong(form.files)) }),
    toInput: (form) => toInput(form, aside?.setAsidePayments.find(({ id }) => id === form.paymentId)?.reason),
    plan: async (input) =>
      (await client.query({ query: PlannedRefundDocument, variables: { input }, fetchPolicy: 'network-only' })).data
        ?.plannedRefund,
    apply: async (input): Promise<readonly Problem[]> => {
      const outcome = (await apply({ variables: { input } })).data?.applyForRefund
      if (outcome?.__typename === 'RefundRefused') return outcome.problems
      await navigate('/employer/refunds', { state: { number: outcome?.refund.number } })
      return []
    },
  })
  return (
    <>
      <PageHeader title={t('apply')} above={<Link to="/employer/refunds">{t('refunds')}</Link>} />
      <form className={desk.form} noValidate onSubmit={(event) => void compute(event)} onChange={changed}>
        {restored === undefined ? null : <RestoredNotice typedAt={restored} onDiscard={restart} />}
        <Subject control={control} payments={aside?.setAsidePayments ?? []} />
        <TextareaField
          control={control}
          name="explanation"
          label={t('explanation')}
          hint={t('explanationHint')}
          maxLength={500}
        />
        <FilesField control={control} name="files" label={t('files')} hint={t('filesHint')} onChanged={changed} />
        {failed ? <Notice tone="refused">{t('failed')}</Notice> : null}
        <div>
          <Button type="submit" variant={plan ? 'default' : 'filled'}>
            {t('compute')}
          </Button>
        </div>
      </form>
      {plan ? (
        <PlannedPanel plan={plan}>
          <ProblemList problems={problems} />
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

interface Payment {
  id: string
  left: number
  bankReference: string | null
}

/** What goes back: the fields that the chosen source needs. */
function Subject({ control, payments }: { control: Control<RefundForm>; payments: readonly Payment[] }) {
  const t = useMessages(messages)
  const format = useFormat()
  const [source, reason] = useWatch({ control, name: ['source', 'reason'] })
  return (
    <>
      <SelectField
        control={control}
        name="source"
        label={t('what')}
        options={(['MONTH', 'CREDIT', 'SUSPENSE'] as const).map((value) => ({ value, label: t(value) }))}
      />
      {source === 'MONTH' ? (
        <>
          <MonthField control={control} name="period" label={t('month')} />
          <PersonField control={control} />
          <SelectField
            control={control}
            name="reason"
            label={t('reason')}
            options={reasonsOf(source).map((value) => ({ value, label: t(value) }))}
          />
          {reason === 'OVER_DECLARED' ? (
            <MoneyField
              control={control}
              name="correctedWage"
              label={t('correctedWage')}
              hint={t('correctedWageHint')}
            />
          ) : null}
          <CheckField control={control} name="receiptSigned" label={t('receipt')} />
        </>
      ) : null}
      {source === 'CREDIT' ? (
        <MoneyField control={control} name="amount" label={t('amount')} hint={t('amountHint')} />
      ) : null}
      {source === 'SUSPENSE' && payments.length === 0 ? <p>{t('noSetAside')}</p> : null}
      {source === 'SUSPENSE' && payments.length > 0 ? (
        <SelectField
          control={control}
          name="paymentId"
          label={t('payment')}
          options={payments.map(({ id, left, bankReference }) => ({
            value: id,
            label: `${format.yuan(left)} · ${bankReference ?? ''}`,
          }))}
        />
      ) : null}
    </>
  )
}

/** People whose month was paid; a month that was not has nobody to choose. */
function PersonField({ control }: { control: Control<RefundForm> }) {
  const t = useMessages(messages)
  const format = useFormat()
  const period = useWatch({ control, name: 'period' }).trim()
  const { data } = useQuery(RefundCandidatesDocument, { variables: { period }, skip: !isMonth(period) })
  const people = data?.refundCandidates
  if (people?.edges.length === 0) return <Notice tone="warning">{t('nobody')}</Notice>
  return (
    <>
      <SelectField
        control={control}
        name="individualId"
        label={t('person')}
        options={(people?.edges ?? []).map(({ node }) => ({
          value: node.id,
          label: `${node.name} · ${node.idMasked} · ${format.yuan(node.left)}`,
        }))}
      />
      {people?.pageInfo.hasNextPage ? <Notice tone="info">{t('morePeople')}</Notice> : null}
    </>
  )
}
