import { useMutation } from '../../../shared/data/hooks.tsx'
import { isText } from '../../../shared/case/refuse-step.tsx'
import { StepForm } from '../../../shared/case/step-form.tsx'
import { TextareaField, TextField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import type { QuestionStepProps } from './answer-form.tsx'
import { deskMessages } from './desk-messages.ts'
import { questionWords } from './messages.ts'
import { HandOverQuestionDocument } from './question.generated.ts'
import type { QuestionRefusal } from './question.generated.ts'

/** To the office that is competent, in writing (SIL 82). */
export function HandOverForm({ question, onDone, renew }: QuestionStepProps) {
  const t = useMessages(deskMessages)
  const words = useMessages(questionWords)
  const [handOver] = useMutation(HandOverQuestionDocument)
  const { id, number, mark: decidedOn } = question
  return (
    <details>
      <summary>{t('handOver')}</summary>
      <StepForm<{ office: string; address: string; reason: string }, QuestionRefusal>
        blank={{ office: '', address: '', reason: '' }}
        fields={(control) => (
          <>
            <TextField control={control} name="office" label={t('office')} hint={t('placeHint')} maxLength={200} />
            <TextField control={control} name="address" label={t('address')} hint={t('placeHint')} maxLength={200} />
            <TextareaField
              control={control}
              name="reason"
              label={t('handReason')}
              hint={t('handReasonHint')}
              rows={2}
              maxLength={500}
            />
          </>
        )}
        wrong={({ office, address, reason }) => ({
          office: isText(office) ? undefined : t('placeHint'),
          address: isText(address) ? undefined : t('placeHint'),
          reason: isText(reason) ? undefined : t('handReasonHint'),
        })}
        verb={t('handOver')}
        aside
        grave
        ask={({ office }) => ({ title: t('handTitle', { number }), text: t('handText', { office }) })}
        take={async (given) => {
          const outcome = (await handOver({ variables: { id, decidedOn, ...given } })).data?.handOverQuestion
          if (outcome?.__typename === 'QuestionRefused') return [outcome.reason]
          if (outcome?.__typename === 'StaleDecision') return outcome
          await onDone()
          return []
        }}
        problems={(found) =>
          found.map((problem) => (
            <Notice key={problem} tone="refused">
              {words(problem)}
            </Notice>
          ))
        }
        renew={renew}
      />
    </details>
  )
}
