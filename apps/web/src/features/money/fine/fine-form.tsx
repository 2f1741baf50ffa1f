import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { Control } from 'react-hook-form'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { StepForm } from '../../../shared/case/step-form.tsx'
import { stepAnswer } from '../../../shared/case/use-task.ts'
import {
  DateField,
  FilesField,
  idsOf,
  MoneyField,
  SelectField,
  TextareaField,
  TextField,
  useFilesCheck,
} from '../../../shared/forms/index.ts'
import type { GivenFile } from '../../../shared/forms/index.ts'
import { YesNoField } from '../../../shared/forms/yes-no-field.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { TakeFineStepDocument } from './fine.generated.ts'
import type { FineEvent, FineOfCaseFragment, TakeFineStepMutation } from './fine.generated.ts'
import { fineRefusals, fineSteps } from './fine-words.ts'
import { messages } from './messages.ts'

type Reason = Extract<TakeFineStepMutation['takeFineStep'], { __typename: 'FineRefused' }>['reasons'][number]
type FineForm = Record<string, unknown> & { files?: readonly GivenFile[] }

type FieldKind = 'MONEY' | 'TEXT' | 'SHORT' | 'DATE' | 'WAY' | 'YES_NO' | 'FILES'
type FieldLabel = 'amount' | 'received' | 'reasons' | 'review' | 'servedOn' | 'way' | 'servedTo' | 'text' | 'wants'
interface FineField {
  readonly name: string
  readonly kind: FieldKind
  readonly label:
    | FieldLabel
    | 'answer'
    | 'hearingOn'
    | 'place'
    | 'record'
    | 'documentNo'
    | 'valueDate'
    | 'reference'
    | 'scan'
}
const field = (name: string, kind: FieldKind, label: FineField['label']): FineField => ({ name, kind, label })
const served = [
  field('servedOn', 'DATE', 'servedOn'),
  field('way', 'WAY', 'way'),
  field('servedTo', 'SHORT', 'servedTo'),
  field('files', 'FILES', 'scan'),
]
const reasons = field('reasons', 'TEXT', 'reasons')
const amount = field('amount', 'MONEY', 'amount')

/** What each step is told by whoever takes it. */
const fieldsOf: Readonly<Record<FineEvent, readonly FineField[]>> = {
  NOTIFY_FINE: [amount, reasons],
  SERVE_FINE_NOTICE: served,
  STATE_CASE: [field('text', 'TEXT', 'text'), field('hearing', 'YES_NO', 'wants')],
  ANSWER_CASE: [field('answer', 'TEXT', 'answer')],
  CALL_HEARING: [field('hearingOn', 'DATE', 'hearingOn'), field('place', 'SHORT', 'place')],
  HOLD_HEARING: [field('record', 'TEXT', 'record'), field('files', 'FILES', 'scan')],
  DECIDE_FINE: [amount, reasons, field('review', 'TEXT', 'review')],
  DROP_FINE: [reasons],
  SERVE_FINE_DECISION: served,
  RECEIVE_FINE: [
    field('amount', 'MONEY', 'received'),
    field('valueDate', 'DATE', 'valueDate'),
    field('reference', 'SHORT', 'reference'),
  ],
  REVOKE_FINE: [field('documentNo', 'SHORT', 'documentNo'), reasons],
  LAPSE_FINE: [],
}
const ways = ['DIRECT', 'LEFT', 'POST', 'ANNOUNCEMENT', 'ELECTRONIC'] as const

interface FineStepsProps {
  fine: FineOfCaseFragment
  onDone: () => Promise<void>
  renew: () => Promise<unknown>
}

/** What the reader may do about the fine now: one form, and a choice where there is more. */
export function FineSteps(props: FineStepsProps) {
  const t = useMessages(messages)
  const steps = useMessages(fineSteps)
  const offered = props.fine.offered.filter((event) => isOpen(event, props.fine))
  const [wanted, setWanted] = useState<string>()
  const step = offered.find((event) => event === wanted) ?? offered[0]
  if (!step) return null
  return (
    <>
      {offered.length > 1 ? (
        <NativeSelect
          label={t('todo')}
          value={step}
          onChange={({ currentTarget }) => setWanted(currentTarget.value)}
          data={offered.map((event) => ({ value: event, label: steps(event) }))}
        />
      ) : null}
      <OneStep key={step} step={step} {...props} />
    </>
  )
}

/** Steps that make sense only once, or only when something is there: the others the server refuses with the article. */
function isOpen(event: FineEvent, { notice, decision, stated, hearing }: FineOfCaseFragment): boolean {
  switch (event) {
    case 'SERVE_FINE_NOTICE':
      return notice !== null && notice.service === null
    case 'SERVE_FINE_DECISION':
      return decision !== null && decision.service === null
    case 'ANSWER_CASE':
      return stated.some(({ answer }) => answer === null)
    case 'CALL_HEARING':
      return hearing === null && stated.some(({ hearing: wanted }) => wanted)
    case 'HOLD_HEARING':
      return hearing !== null && hearing.record === null
    default:
      return true
  }
}

function OneStep({ step, fine, onDone, renew }: FineStepsProps & { step: FineEvent }) {
  const t = useMessages(messages)
  const steps = useMessages(fineSteps)
  const [take] = useMutation(TakeFineStepDocument)
  const checkFiles = useFilesCheck()
  const fields = fieldsOf[step]
  return (
    <StepForm<FineForm, Reason>
      blank={{}}
      verb={steps(step)}
      aside={step === 'DROP_FINE' || step === 'REVOKE_FINE'}
      renew={renew}
      ask={() => ({ title: t('askTitle', { step: steps(step) }), text: t('askText') })}
      wrong={(form) =>
        Object.fromEntries(
          fields.map(({ name, kind }) => [
            name,
            kind === 'FILES'
              ? checkFiles(form.files ?? [], { required: true })
              : isFilled(form[name])
                ? undefined
                : t('wrong'),
          ]),
        )
      }
      fields={(control) => fields.map((one) => <FieldOfFine key={one.name} control={control} field={one} />)}
      take={async ({ files = [], ...form }) => {
        const given = files.length > 0 ? { files: idsOf(files) } : {}
        const variables = { id: fine.id, decidedOn: fine.mark, input: { event: step, ...form, ...given } }
        const outcome = (await take({ variables })).data?.takeFineStep
        return stepAnswer(outcome, outcome?.__typename === 'FineRefused' ? outcome.reasons : undefined, onDone)
      }}
      problems={(found) => found.map((reason) => <Refusal key={reason.code} reason={reason} />)}
    />
  )
}

const isFilled = (value: unknown) =>
  typeof value === 'string' ? value.trim().length >= 2 : typeof value === 'number' || typeof value === 'boolean'

function FieldOfFine({ control, field: { name, kind, label } }: { control: Control<FineForm>; field: FineField }) {
  const t = useMessages(messages)
  const shared = { control, name, label: t(label) }
  switch (kind) {
    case 'TEXT':
      return <TextareaField {...shared} maxLength={2000} />
    case 'SHORT':
      return <TextField {...shared} maxLength={200} />
    case 'MONEY':
      return <MoneyField {...shared} />
    case 'DATE':
      return <DateField {...shared} />
    case 'WAY':
      return <SelectField {...shared} options={ways.map((value) => ({ value, label: t(value) }))} />
    case 'YES_NO':
      return <YesNoField {...shared} yes={t('yes')} no={t('no')} />
    case 'FILES':
      return <FilesField {...shared} />
  }
}

function Refusal({ reason: { code, law, day, amount: sum } }: { reason: Reason }) {
  const t = useMessages(messages)
  const words = useMessages(fineRefusals)
  const format = useFormat()
  return (
    <Notice tone="refused">
      {words(code)} {t('byLaw', { law })} {day ? t('until', { day: format.date(day) }) : null}{' '}
      {sum === null ? null : t('against', { amount: format.yuan(sum) })}
    </Notice>
  )
}
