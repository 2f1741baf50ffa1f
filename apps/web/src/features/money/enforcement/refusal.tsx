import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import type { TakeEnforcementStepMutation } from './enforcement.generated.ts'
import { evidenceWords } from './evidence-words.ts'
import { useLaw } from './law-words.ts'
import { messages } from './messages.ts'
import { refusalWords } from './refusal-words.ts'
import { stepWords } from './step-words.ts'

export type Reason = Extract<
  TakeEnforcementStepMutation['takeEnforcementStep'],
  { __typename: 'EnforcementRefused' }
>['reasons'][number]

/** Why a step, or a bank’s answer, was not taken: in words, by its article, with the day and amount it is held against. */
export function RefusalText({ reason: { code, law, day, amount, missing } }: { reason: Reason }) {
  const t = useMessages(stepWords)
  const words = useMessages(refusalWords)
  const cases = useMessages(messages)
  const scans = useMessages(evidenceWords)
  const lawOf = useLaw()
  const format = useFormat()
  return (
    <>
      {words(code)} {cases('byLaw', { law: lawOf(law) })} {day ? t('until', { day: format.date(day) }) : null}{' '}
      {amount === null ? null : t('against', { amount: format.yuan(amount) })}{' '}
      {missing.length > 0 ? scans('missing', { kinds: missing.map((kind) => scans(kind)).join('、') }) : null}
    </>
  )
}

export function Refusal({ reason }: { reason: Reason }) {
  return (
    <Notice tone="refused">
      <RefusalText reason={reason} />
    </Notice>
  )
}
