import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { FilesField, idsOf, SelectField, TextareaField, TextField, useFilesCheck } from '../../../shared/forms/index.ts'
import type { GivenFile } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { DeskSteps } from '../../../shared/case/desk-task.tsx'
import { isText, RefuseStep } from '../../../shared/case/refuse-step.tsx'
import { StepForm, type StepAnswer } from '../../../shared/case/step-form.tsx'
import { stepAnswer } from '../../../shared/case/use-task.ts'
import { messages } from './messages.ts'
import { ProblemList } from './problem-list.tsx'
import type { Problem } from './problem-list.tsx'
import {
  ApproveRefundDocument,
  PayOutRefundDocument,
  RejectRefundDocument,
  VerifyRefundDocument,
} from './refund.generated.ts'
import type { VerifyRefundMutation } from './refund.generated.ts'
import { RefundStepFragmentDoc } from './task-step.generated.ts'
import type { RefundStepFragment } from './task-step.generated.ts'

interface StepProps {
  refund: RefundStepFragment
  goOn: (outcome: VerifyRefundMutation['verifyRefund'] | undefined) => Promise<StepAnswer<Problem>>
  renew: () => Promise<unknown>
}

const problems = (found: readonly Problem[]) => <ProblemList problems={found} />
const steps = { VERIFY: Verify, APPROVE: Approve, PAY_OUT: PayOut }

interface TaskStepProps {
  refund: FragmentType<RefundStepFragment>
  onDone: () => Promise<void>
  /** Reads the refund anew. */
  renew: () => Promise<unknown>
}

/** The one step this person may take now, and beside it refusing. */
export function TaskStep({ refund: ref, onDone, renew }: TaskStepProps) {
  const refund = useOwnFields(RefundStepFragmentDoc, ref)
  const t = useMessages(messages)
  const [reject] = useMutation(RejectRefundDocument)
  if (refund.state === 'PAID_OUT' || refund.state === 'REJECTED') return null
  const { id, mark: decidedOn, number } = refund
  const goOn: StepProps['goOn'] = (outcome) =>
    stepAnswer(outcome, outcome?.__typename === 'RefundRefused' ? outcome.problems : undefined, onDone)
  const Own = refund.ownStep ? steps[refund.ownStep] : undefined
  return (
    <DeskSteps
      steps={refund.procedure}
      own={
        Own && refund.ownStep
          ? { event: refund.ownStep, form: <Own refund={refund} goOn={goOn} renew={renew} /> }
          : undefined
      }
      refuse={
        <RefuseStep
          reader="EMPLOYER"
          number={number}
          verb={t('reject')}
          take={async (reason) => goOn((await reject({ variables: { id, decidedOn, reason } })).data?.rejectRefund)}
          problems={problems}
          renew={renew}
        />
      }
    />
  )
}

interface Verification {
  benefitDrawn: string | null
  evidence: string
  files: readonly GivenFile[]
}

function Verify({ refund: { id, mark: decidedOn }, goOn, renew }: StepProps) {
  const t = useMessages(messages)
  const [verify] = useMutation(VerifyRefundDocument)
  const blank: Verification = { benefitDrawn: null, evidence: '', files: [] }
  const filesWrong = useFilesCheck()
  return (
    <StepForm
      blank={blank}
      fields={(control) => (
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
          <FilesField control={control} name="files" label={t('files')} hint={t('filesHint')} />
        </>
      )}
      wrong={({ benefitDrawn, evidence, files }) => ({
        files: filesWrong(files),
        ...(benefitDrawn ? {} : { benefitDrawn: t('benefitWrong') }),
        ...(isText(evidence) ? {} : { evidence: t('evidenceHint') }),
      })}
      verb={t('verify')}
      take={async ({ benefitDrawn, evidence, files }) => {
        const found = { benefitDrawn: benefitDrawn === 'yes', evidence, files: idsOf(files) }
        return goOn((await verify({ variables: { id, decidedOn, ...found } })).data?.verifyRefund)
      }}
      problems={problems}
      renew={renew}
    />
  )
}

function Approve({ refund: { id, mark: decidedOn, amount, accountMasked }, goOn, renew }: StepProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const [approve] = useMutation(ApproveRefundDocument)
  return (
    <StepForm
      blank={{}}
      verb={t('approve')}
      ask={() => ({
        title: t('approveTitle'),
        text: t('approveText', { amount: format.yuan(amount), account: accountMasked }),
      })}
      take={async () => goOn((await approve({ variables: { id, decidedOn } })).data?.approveRefund)}
      problems={problems}
      renew={renew}
    />
  )
}

function PayOut({ refund: { id, mark: decidedOn, amount, accountMasked }, goOn, renew }: StepProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const [payOut] = useMutation(PayOutRefundDocument)
  return (
    <StepForm
      blank={{ bankReference: '', accountLast4: '' }}
      fields={(control) => (
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
            hint={t('last4Hint', { account: accountMasked })}
            autoComplete="off"
            inputMode="numeric"
            maxLength={4}
          />
        </>
      )}
      wrong={({ bankReference, accountLast4 }) => ({
        ...(/^[\w./-]{4,64}$/.test(bankReference.trim()) ? {} : { bankReference: t('bankReferenceWrong') }),
        ...(/^\d{4}$/.test(accountLast4) ? {} : { accountLast4: t('last4Wrong') }),
      })}
      verb={t('payOut')}
      ask={() => ({ title: t('payOutTitle'), text: t('payOutText', { amount: format.yuan(amount) }) })}
      grave
      take={async (form) => goOn((await payOut({ variables: { id, decidedOn, ...form } })).data?.payOutRefund)}
      problems={problems}
      renew={renew}
    />
  )
}
