import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { TextareaField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { DeskSteps } from '../../../shared/case/desk-task.tsx'
import { isText, RefuseStep } from '../../../shared/case/refuse-step.tsx'
import { StepForm } from '../../../shared/case/step-form.tsx'
import {
  ApproveBackPaymentDocument,
  CheckBackPaymentDocument,
  RejectBackPaymentDocument,
} from './back-payment.generated.ts'
import type { CheckBackPaymentMutation } from './back-payment.generated.ts'
import { stepAnswer } from '../../../shared/case/use-task.ts'
import { messages } from './messages.ts'
import { ProblemList } from './problem-list.tsx'
import type { Problem } from './problem-list.tsx'
import { BackPaymentStepFragmentDoc } from './task-step.generated.ts'
import type { BackPaymentStepFragment } from './task-step.generated.ts'

type Outcome = CheckBackPaymentMutation['checkBackPayment'] | undefined

interface TaskStepProps {
  request: FragmentType<BackPaymentStepFragment>
  onDone: () => Promise<void>
  /** Reads the request anew. */
  renew: () => Promise<unknown>
}

/** The one step this person may take now, and beside it refusing. */
export function TaskStep({ request: ref, onDone, renew }: TaskStepProps) {
  const request = useOwnFields(BackPaymentStepFragmentDoc, ref)
  const t = useMessages(messages)
  const format = useFormat()
  const [check] = useMutation(CheckBackPaymentDocument)
  const [approve] = useMutation(ApproveBackPaymentDocument)
  const [reject] = useMutation(RejectBackPaymentDocument)
  const { id, mark: decidedOn, number, people, premium } = request
  const goOn = (outcome: Outcome) =>
    stepAnswer(outcome, outcome?.__typename === 'BackPaymentRefused' ? outcome.problems : undefined, onDone)
  const problems = (found: readonly Problem[]) => <ProblemList problems={found} />
  if (request.state === 'ISSUED' || request.state === 'REJECTED') return null
  const own = {
    CHECK: (
      <StepForm
        blank={{ finding: '' }}
        fields={(control) => (
          <TextareaField
            control={control}
            name="finding"
            label={t('finding')}
            hint={t('findingHint')}
            maxLength={500}
          />
        )}
        wrong={({ finding }) => (isText(finding) ? {} : { finding: t('textWrong') })}
        verb={t('check')}
        take={async ({ finding }) =>
          goOn((await check({ variables: { id, decidedOn, finding } })).data?.checkBackPayment)
        }
        problems={problems}
        renew={renew}
      />
    ),
    APPROVE: (
      <StepForm
        blank={{}}
        verb={t('approve')}
        ask={() => ({ title: t('approveTitle'), text: t('approveText', { people, amount: format.yuan(premium) }) })}
        take={async () => goOn((await approve({ variables: { id, decidedOn } })).data?.approveBackPayment)}
        problems={problems}
        renew={renew}
      />
    ),
  }
  return (
    <DeskSteps
      steps={request.procedure}
      own={request.ownStep ? { event: request.ownStep, form: own[request.ownStep] } : undefined}
      refuse={
        <RefuseStep
          reader="EMPLOYER"
          number={number}
          verb={t('reject')}
          take={async (reason) =>
            goOn((await reject({ variables: { id, decidedOn, reason } })).data?.rejectBackPayment)
          }
          problems={problems}
          renew={renew}
        />
      }
    />
  )
}
