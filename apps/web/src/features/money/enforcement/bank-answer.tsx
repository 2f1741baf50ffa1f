import type { Fen } from '@shebao/kernel'
import type { Control } from 'react-hook-form'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { StepForm } from '../../../shared/case/step-form.tsx'
import { stepAnswer } from '../../../shared/case/use-task.ts'
import { DateField, MoneyField, TextField } from '../../../shared/forms/index.ts'
import { YesNoField } from '../../../shared/forms/yes-no-field.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import type { BankRequest } from './bank-request.ts'
import { bankWords } from './bank-words.ts'
import { mistakesOf } from './check-step.ts'
import { TakeEnforcementStepDocument } from './enforcement.generated.ts'
import { Refusal, type Reason } from './refusal.tsx'
import { stepFields } from './step-fields.ts'
import { stepWords } from './step-words.ts'

interface Answer extends Record<string, unknown> {
  account?: string
  balance?: Fen
  asOf?: string
  amount?: Fen
  valueDate?: string
  reference?: string
  more?: boolean
}

interface BankAnswerProps {
  request: BankRequest
  onDone: () => Promise<void>
  renew: () => Promise<unknown>
}

/** One form for one request: an account with its balance, or what was drawn. */
export function BankAnswer({ request, onDone, renew }: BankAnswerProps) {
  const t = useMessages(bankWords)
  const steps = useMessages(stepWords)
  const format = useFormat()
  const [take] = useMutation(TakeEnforcementStepDocument)
  const { kind, caseId: id, mark: decidedOn, unitName: unit } = request
  const ofInquiry = kind === 'INQUIRY'
  const fields = stepFields[ofInquiry ? 'ANSWER_QUERY' : 'ALLOCATE'].filter(({ name }) => name !== 'bankId')
  const asked = ({ account, balance, amount }: Answer) =>
    ofInquiry
      ? account
        ? t('askBalance', { amount: format.yuan(balance ?? 0) })
        : t('askNoAccount')
      : t('askAmount', { amount: format.yuan(amount ?? 0) })
  return (
    <StepForm<Answer, Reason>
      blank={{ more: false }}
      verb={t(`verb${kind}`)}
      renew={renew}
      wrong={(form) =>
        Object.fromEntries(Object.entries(mistakesOf(fields, form)).map(([field, mistake]) => [field, steps(mistake)]))
      }
      ask={(form) => ({ title: t(`ask${kind}`, { unit }), text: asked(form) })}
      fields={(control) => (ofInquiry ? <InquiryFields control={control} /> : <DrawFields control={control} />)}
      take={async ({ more = false, account, ...form }) => {
        const answer = ofInquiry
          ? { event: 'ANSWER_QUERY' as const, ...form, account: account?.trim() || null, more }
          : { event: more ? ('ALLOCATE_PART' as const) : ('ALLOCATE' as const), ...form }
        const outcome = (await take({ variables: { id, decidedOn, input: answer } })).data?.takeEnforcementStep
        return stepAnswer(outcome, outcome?.__typename === 'EnforcementRefused' ? outcome.reasons : undefined, onDone)
      }}
      problems={(found) => found.map((reason) => <Refusal key={reason.code} reason={reason} />)}
    />
  )
}

function InquiryFields({ control }: { control: Control<Answer> }) {
  const t = useMessages(bankWords)
  const steps = useMessages(stepWords)
  return (
    <>
      <TextField control={control} name="account" label={t('account')} maxLength={60} />
      <MoneyField control={control} name="balance" label={t('balance')} />
      <DateField control={control} name="asOf" label={t('asOf')} />
      <TextField control={control} name="reference" label={t('reference')} maxLength={100} />
      <YesNoField control={control} name="more" label={t('moreAccounts')} yes={steps('yes')} no={steps('no')} />
    </>
  )
}

function DrawFields({ control }: { control: Control<Answer> }) {
  const t = useMessages(bankWords)
  const steps = useMessages(stepWords)
  return (
    <>
      <MoneyField control={control} name="amount" label={t('amount')} hint={t('nothing')} />
      <DateField control={control} name="valueDate" label={t('valueDate')} />
      <TextField control={control} name="reference" label={t('reference')} maxLength={100} />
      <YesNoField control={control} name="more" label={t('moreMoney')} yes={steps('yes')} no={steps('no')} />
    </>
  )
}
