import { TextareaField } from '../forms/index.ts'
import { useMessages } from '../lib/language-context.tsx'
import { deskMessages } from './desk-messages.ts'
import { StepForm, type StepAnswer, type StepFormProps } from './step-form.tsx'

/** As short as a reason may be. */
export const isText = (text: string) => [...text.trim()].length >= 4

interface RefuseStepProps<Problem> extends Pick<
  StepFormProps<{ reason: string }, Problem>,
  'verb' | 'problems' | 'renew'
> {
  /** Who asked, and so reads why it is refused. */
  reader: 'EMPLOYER' | 'PERSON' | 'PROPOSER'
  /** Of the request. */
  number: string
  take: (reason: string) => Promise<StepAnswer<Problem>>
}

/** Refusing stands beside every step, for those who may; whoever asked reads the reason. */
export function RefuseStep<Problem>({ reader, number, verb, take, problems, renew }: RefuseStepProps<Problem>) {
  const t = useMessages(deskMessages)
  return (
    <StepForm
      verb={verb}
      problems={problems}
      {...(renew ? { renew } : {})}
      aside
      grave
      blank={{ reason: '' }}
      fields={(control) => (
        <TextareaField
          control={control}
          name="reason"
          label={t('refuseReason')}
          hint={t(`reason${reader}`)}
          rows={2}
          maxLength={500}
        />
      )}
      wrong={({ reason }) => (isText(reason) ? {} : { reason: t(`reason${reader}`) })}
      ask={({ reason }) => ({
        title: t('refuseTitle', { verb, number }),
        text: t(`refuseText${reader}`, { number, reason }),
      })}
      take={async ({ reason }) => take(reason)}
    />
  )
}
