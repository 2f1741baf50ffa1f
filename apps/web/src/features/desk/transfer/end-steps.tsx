import { useMutation } from '../../../shared/data/hooks.tsx'
import { isText, RefuseStep } from '../../../shared/case/refuse-step.tsx'
import { StepForm } from '../../../shared/case/step-form.tsx'
import { TextareaField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { deskMessages } from './desk-messages.ts'
import { StepProblems, toAnswer, type StepProblem } from './step-answer.tsx'
import type { TaskStepProps } from './task-step.ts'
import {
  CloseTransferDocument,
  RefuseTransferDocument,
  UndoTransferFundsDocument,
  WithdrawTransferDocument,
} from './transfer.generated.ts'
import style from './transfer.module.css'

const problems = (found: readonly StepProblem[]) => <StepProblems found={found} />

/** How a transfer ends, and how an entry of money is undone. */
export function EndSteps({ transfer, may, onDone, renew }: TaskStepProps) {
  const t = useMessages(deskMessages)
  const [close] = useMutation(CloseTransferDocument)
  const [refuse] = useMutation(RefuseTransferDocument)
  const [withdraw] = useMutation(WithdrawTransferDocument)
  const { id, number, mark: decidedOn, refund, refundedOn } = transfer
  const variables = { id, decidedOn }
  const goesBack = (refund ?? 0) > 0 && refundedOn === null
  return (
    <>
      {may.includes('CLOSE') && !goesBack ? (
        <StepForm<Record<never, never>, StepProblem>
          blank={{}}
          verb={t('CLOSE')}
          ask={() => ({ title: t('CLOSEask', { number }), text: t('CLOSEtext') })}
          take={async () => toAnswer((await close({ variables })).data?.closeTransfer, onDone)}
          problems={problems}
          renew={renew}
        />
      ) : null}
      {may.includes('UNDO_SENT') || may.includes('UNDO_RECEIVED') ? (
        <Undo transfer={transfer} may={may} onDone={onDone} renew={renew} />
      ) : null}
      {may.includes('REFUSE') ? (
        <details>
          <summary>{t('refuse')}</summary>
          <RefuseStep<StepProblem>
            reader="PERSON"
            number={number}
            verb={t('refuse')}
            take={async (reason) =>
              toAnswer((await refuse({ variables: { ...variables, reason } })).data?.refuseTransfer, onDone)
            }
            problems={problems}
            renew={renew}
          />
        </details>
      ) : null}
      {may.includes('WITHDRAW') ? (
        <details>
          <summary>{t('withdraw')}</summary>
          <StepForm<Record<never, never>, StepProblem>
            blank={{}}
            verb={t('withdraw')}
            aside
            grave
            ask={() => ({ title: t('withdrawAsk', { number }), text: t('withdrawText') })}
            take={async () => toAnswer((await withdraw({ variables })).data?.withdrawTransfer, onDone)}
            problems={problems}
            renew={renew}
          />
        </details>
      ) : null}
    </>
  )
}

function Undo({ transfer, onDone, renew }: TaskStepProps) {
  const t = useMessages(deskMessages)
  const [undo] = useMutation(UndoTransferFundsDocument)
  const { id, mark: decidedOn } = transfer
  return (
    <details>
      <summary>{t('undo')}</summary>
      <p className={style.soft}>{t('undoText')}</p>
      <StepForm<{ reason: string }, StepProblem>
        blank={{ reason: '' }}
        fields={(control) => (
          <TextareaField
            control={control}
            name="reason"
            label={t('undoReason')}
            hint={t('reasonHint')}
            rows={2}
            maxLength={500}
          />
        )}
        wrong={({ reason }) => (isText(reason) ? {} : { reason: t('reasonHint') })}
        verb={t('undo')}
        aside
        grave
        take={async ({ reason }) =>
          toAnswer((await undo({ variables: { id, decidedOn, reason } })).data?.undoTransferFunds, onDone)
        }
        problems={problems}
        renew={renew}
      />
    </details>
  )
}
