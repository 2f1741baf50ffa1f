import { useMutation } from '../../../shared/data/hooks.tsx'
import { DeskSteps } from '../../../shared/case/desk-task.tsx'
import { isText } from '../../../shared/case/refuse-step.tsx'
import { registrationWords } from '../../../shared/case/registration-words.ts'
import { StepForm } from '../../../shared/case/step-form.tsx'
import { SelectField, TextareaField, TextField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { stepAnswer } from '../../../shared/case/use-task.ts'
import { messages } from './messages.ts'
import { ApproveRegistrationDocument, RefuseRegistrationDocument } from './registration.generated.ts'
import type {
  ApproveRegistrationMutation,
  RegistrationDecisionProblem,
  RegistrationTaskQuery,
} from './registration.generated.ts'
import style from './registration.module.css'

type Outcome = ApproveRegistrationMutation['approveRegistration'] | undefined
const classes = ['1', '2', '3', '4', '5', '6', '7', '8'] as const

interface RegistrationStepsProps {
  registration: RegistrationTaskQuery['registration']
  onDone: () => Promise<void>
  renew: () => Promise<unknown>
}

/** Approve, with the class of a unit that is new; or refuse, with what is wrong field by field. */
export function RegistrationSteps({ registration, onDone, renew }: RegistrationStepsProps) {
  const t = useMessages(messages)
  const word = useMessages(registrationWords)
  const [approve] = useMutation(ApproveRegistrationDocument)
  const [refuse] = useMutation(RefuseRegistrationDocument)
  const { id, mark: decidedOn, number, procedure, unit, values } = registration
  const goOn = (outcome: Outcome) =>
    stepAnswer(outcome, outcome?.__typename === 'RegistrationDecisionRefused' ? outcome.problems : undefined, onDone)
  const problems = (found: readonly RegistrationDecisionProblem[]) =>
    found.map((problem) => (
      <Notice key={problem} tone="refused">
        {t(problem)}
      </Notice>
    ))
  const steps = procedure.filter(({ event }) => event === 'APPROVE' || event === 'REFUSE')
  const mine = steps.some(({ event, standing }) => event === 'APPROVE' && standing === 'MAY')
  const approval = (
    <StepForm<{ injuryClass: string | null }, RegistrationDecisionProblem>
      blank={{ injuryClass: null }}
      problems={problems}
      renew={renew}
      verb={t('approve')}
      {...(unit
        ? {}
        : {
            fields: (control) => (
              <SelectField
                control={control}
                name="injuryClass"
                label={t('injuryClass')}
                hint={t('injuryClassHint')}
                options={classes.map((value) => ({ value, label: t('class', { number: value }) }))}
              />
            ),
            wrong: ({ injuryClass }) => (injuryClass ? {} : { injuryClass: t('injuryClassWrong') }),
          })}
      ask={() => ({ title: t('approveTitle', { number }), text: t(unit ? 'approveKnownText' : 'approveNewText') })}
      take={async ({ injuryClass }) => {
        const variables = { id, decidedOn, injuryClass: injuryClass ? Number(injuryClass) : null }
        return goOn((await approve({ variables })).data?.approveRegistration)
      }}
    />
  )
  const refusal = (
    <StepForm<{ reason: string; notes: Record<string, string> }, RegistrationDecisionProblem>
      verb={t('refuse')}
      problems={problems}
      renew={renew}
      aside
      grave
      blank={{ reason: '', notes: Object.fromEntries(values.map(({ field }) => [field, ''])) }}
      fields={(control) => (
        <>
          <TextareaField
            control={control}
            name="reason"
            label={t('reason')}
            hint={t('reasonHint')}
            rows={2}
            maxLength={500}
          />
          <details className={style.notes}>
            <summary>{t('fieldNotes')}</summary>
            {values.map(({ field }) => (
              <TextField
                key={field}
                control={control}
                name={`notes.${field}`}
                label={t('fieldNote', { field: word(field) })}
                maxLength={200}
              />
            ))}
          </details>
        </>
      )}
      wrong={({ reason }) => (isText(reason) ? {} : { reason: t('reasonHint') })}
      ask={() => ({ title: t('refuseTitle', { number }), text: t('refuseText') })}
      take={async ({ reason, notes }) => {
        const fieldNotes = values.flatMap(({ field }) => {
          const note = (notes[field] ?? '').trim()
          return note === '' ? [] : [{ field, note }]
        })
        return goOn((await refuse({ variables: { id, decidedOn, reason, fieldNotes } })).data?.refuseRegistration)
      }}
    />
  )
  return <DeskSteps steps={steps} own={mine ? { event: 'APPROVE', form: approval } : undefined} refuse={refusal} />
}
