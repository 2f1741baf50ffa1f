import { fen } from '@shebao/kernel'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { isText } from '../../../shared/case/refuse-step.tsx'
import { StepForm } from '../../../shared/case/step-form.tsx'
import { DateField, MoneyField, TextareaField, TextField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { isDay } from './check-steps.tsx'
import { deskMessages } from './desk-messages.ts'
import { StepProblems, toAnswer, type StepProblem } from './step-answer.tsx'
import type { TaskStepProps } from './task-step.ts'
import {
  ConfirmTransferFundsDocument,
  EnterTransferFundsDocument,
  PayBackTransferDocument,
} from './transfer.generated.ts'
import style from './transfer.module.css'

/** Money of a transfer: entered by one, confirmed by another; what goes back to the person. */
export function FundsSteps(props: TaskStepProps) {
  const { may, transfer } = props
  const goesBack = (transfer.refund ?? 0) > 0 && transfer.refundedOn === null
  return (
    <>
      {may.includes('SEND_FUNDS') || may.includes('RECEIVE_FUNDS') ? <Enter {...props} /> : null}
      {may.includes('CONFIRM_SENT') || may.includes('CONFIRM_RECEIVED') ? <Confirm {...props} /> : null}
      {may.includes('PAY_BACK') && goesBack ? <PayBack {...props} /> : null}
    </>
  )
}

const problems = (found: readonly StepProblem[]) => <StepProblems found={found} />
const reference = /^[\w./-]{4,64}$/
type Amount = number | string | null
const isAmount = (value: Amount): value is number => typeof value === 'number' && value >= 0

interface FundsValues {
  account: Amount
  pooled: Amount
  on: string | null
  reference: string
  refund: Amount
}

function Enter({ transfer, onDone, renew }: TaskStepProps) {
  const t = useMessages(deskMessages)
  const [enter] = useMutation(EnterTransferFundsDocument)
  const { id, mark: decidedOn, direction, doubled } = transfer
  const refunds = direction === 'IN' && doubled.some(({ insurance }) => insurance === 'PENSION')
  return (
    <StepForm<FundsValues, StepProblem>
      blank={{ account: null, pooled: null, on: null, reference: '', refund: null }}
      fields={(control) => (
        <>
          <MoneyField control={control} name="account" label={t('account')} />
          <MoneyField control={control} name="pooled" label={t('pooled')} />
          {refunds ? <MoneyField control={control} name="refund" label={t('refund')} hint={t('refundHint')} /> : null}
          <DateField control={control} name="on" label={t('fundsOn')} />
          <TextField
            control={control}
            name="reference"
            label={t('reference')}
            hint={t('referenceHint')}
            maxLength={64}
          />
        </>
      )}
      wrong={(given) => ({
        account: isAmount(given.account) ? undefined : t('amountWrong'),
        pooled: isAmount(given.pooled) ? undefined : t('amountWrong'),
        refund: refunds ? refundError(given, t('amountWrong'), t('refundWrong')) : undefined,
        on: isDay(given.on) ? undefined : t('onWrong'),
        reference: reference.test(given.reference.trim()) ? undefined : t('referenceHint'),
      })}
      verb={t(direction === 'IN' ? 'RECEIVE_FUNDS' : 'SEND_FUNDS')}
      take={async (given) => {
        const input = {
          id,
          decidedOn,
          account: fen(Number(given.account)),
          pooled: fen(Number(given.pooled)),
          on: given.on ?? '',
          reference: given.reference,
          refund: refunds ? fen(Number(given.refund)) : null,
        }
        return toAnswer((await enter({ variables: { input } })).data?.enterTransferFunds, onDone)
      }}
      problems={problems}
      renew={renew}
    />
  )
}

function refundError({ refund, account }: FundsValues, missing: string, tooMuch: string): string | undefined {
  if (!isAmount(refund)) return missing
  return isAmount(account) && refund > account ? tooMuch : undefined
}

/** The second person holds the money against the announcement; what differs is named and needs a reason. */
function Confirm({ transfer, onDone, renew }: TaskStepProps) {
  const t = useMessages(deskMessages)
  const format = useFormat()
  const [confirm] = useMutation(ConfirmTransferFundsDocument)
  const { id, number, mark: decidedOn, direction, differenceAccount, differencePooled } = transfer
  const event = direction === 'IN' ? 'CONFIRM_RECEIVED' : 'CONFIRM_SENT'
  const differs = differenceAccount !== 0 || differencePooled !== 0
  const differences = { account: format.fen(differenceAccount), pooled: format.fen(differencePooled) }
  return (
    <section className={style.form}>
      {differs ? <Notice tone="warning">{t('differs', differences)}</Notice> : null}
      <StepForm<{ explanation: string }, StepProblem>
        blank={{ explanation: '' }}
        fields={(control) =>
          differs ? (
            <TextareaField
              control={control}
              name="explanation"
              label={t('explanation')}
              hint={t('explanationHint')}
              rows={2}
              maxLength={500}
            />
          ) : null
        }
        wrong={({ explanation }) => (differs && !isText(explanation) ? { explanation: t('explanationHint') } : {})}
        verb={t(event)}
        ask={() => ({ title: t(`${event}ask`, { number }), text: t(`${event}done`) })}
        take={async ({ explanation }) => {
          const variables = { id, decidedOn, explanation: differs ? explanation : null }
          return toAnswer((await confirm({ variables })).data?.confirmTransferFunds, onDone)
        }}
        problems={problems}
        renew={renew}
      />
    </section>
  )
}

function PayBack({ transfer, onDone, renew }: TaskStepProps) {
  const t = useMessages(deskMessages)
  const format = useFormat()
  const [payBack] = useMutation(PayBackTransferDocument)
  const { id, mark: decidedOn, refund } = transfer
  return (
    <section className={style.form}>
      <p className={style.soft}>{t('PAY_BACKtext', { amount: format.fen(refund ?? 0) })}</p>
      <StepForm<{ on: string | null; reference: string }, StepProblem>
        blank={{ on: null, reference: '' }}
        fields={(control) => (
          <>
            <DateField control={control} name="on" label={t('paidOn')} />
            <TextField
              control={control}
              name="reference"
              label={t('reference')}
              hint={t('referenceHint')}
              maxLength={64}
            />
          </>
        )}
        wrong={(given) => ({
          on: isDay(given.on) ? undefined : t('onWrong'),
          reference: reference.test(given.reference.trim()) ? undefined : t('referenceHint'),
        })}
        verb={t('PAY_BACK')}
        take={async (given) => {
          const variables = { id, decidedOn, on: given.on ?? '', reference: given.reference }
          return toAnswer((await payBack({ variables })).data?.payBackTransfer, onDone)
        }}
        problems={problems}
        renew={renew}
      />
    </section>
  )
}
