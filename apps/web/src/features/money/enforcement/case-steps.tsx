import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { StepForm } from '../../../shared/case/step-form.tsx'
import { stepAnswer } from '../../../shared/case/use-task.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import desk from '../../../shared/ui/desk.module.css'
import { blankOf, mistakesOf } from './check-step.ts'
import { EvidenceFields, evidenceInput, useEvidenceCheck, wantedOf } from './evidence-fields.tsx'
import type { GivenEvidence } from './evidence-fields.tsx'
import { TakeEnforcementStepDocument } from './enforcement.generated.ts'
import type { EnforcementCaseQuery } from './enforcement.generated.ts'
import { offeredSteps } from './offered-steps.ts'
import type { OfferedStep } from './offered-steps.ts'
import { Refusal, type Reason } from './refusal.tsx'
import { ChooseStep, FieldOfStep } from './step-field.tsx'
import { isSignedStep, paperFields, stepFields } from './step-fields.ts'
import { stepVerbs } from './step-verbs.ts'
import { stepWords } from './step-words.ts'

interface CaseStepsProps {
  row: NonNullable<EnforcementCaseQuery['enforcementCase']>
  onDone: () => Promise<void>
  renew: () => Promise<unknown>
}

/** What the reader may do with the case now: one form, and a choice where there is more. */
export function CaseSteps(props: CaseStepsProps) {
  const t = useMessages(stepWords)
  const nameOf = useStepName()
  const offered = offeredSteps(props.row)
  const [wanted, setWanted] = useState<string>()
  const step = offered.find(({ key }) => key === wanted) ?? offered[0]
  return (
    <section className={desk.section}>
      <h2>{t('steps')}</h2>
      {step ? null : <p>{t('noStep')}</p>}
      {step && offered.length > 1 ? (
        <ChooseStep
          chosen={step.key}
          options={offered.map((one) => ({ value: one.key, label: nameOf(one) }))}
          onChosen={setWanted}
        />
      ) : null}
      {step ? <OneStep key={step.key} step={step} {...props} /> : null}
    </section>
  )
}

function useStepName() {
  const t = useMessages(stepWords)
  const verbs = useMessages(stepVerbs)
  return ({ event, paper }: OfferedStep) =>
    paper
      ? t('prepare', { paper: verbs(paper) })
      : isSignedStep(event)
        ? t('sign', { paper: verbs(event) })
        : verbs(event)
}

/** What is typed, and the scans by their kind. */
type StepFields = Record<string, unknown> & { evidence?: GivenEvidence }

function OneStep({ step, row, onDone, renew }: CaseStepsProps & { step: OfferedStep }) {
  const t = useMessages(stepWords)
  const format = useFormat()
  const nameOf = useStepName()
  const [take] = useMutation(TakeEnforcementStepDocument)
  const { event, paper } = step
  const { id, mark: decidedOn, standing, employerName: unit, principal, lateFee } = row
  const fields = paper ? paperFields[paper] : stepFields[event]
  const wanted = wantedOf(row, step)
  const evidenceWrong = useEvidenceCheck()
  const preparedBefore = paper !== undefined && standing.draft?.step === paper
  const name = nameOf(step)
  return (
    <StepForm<StepFields, Reason>
      blank={blankOf(fields)}
      verb={paper ? t('prepareVerb') : name}
      renew={renew}
      wrong={(form) => ({
        ...Object.fromEntries(Object.entries(mistakesOf(fields, form)).map(([field, mistake]) => [field, t(mistake)])),
        ...evidenceWrong(wanted, form.evidence ?? {}, preparedBefore),
      })}
      {...(paper
        ? {}
        : {
            ask: () => ({
              title: t('askTitle', { step: name }),
              text: t('askText', { unit, amount: format.yuan(principal + lateFee) }),
            }),
          })}
      fields={(control) => (
        <>
          {fields.map((field) => (
            <FieldOfStep key={field.name} control={control} field={field} standing={standing} />
          ))}
          <EvidenceFields control={control} wanted={wanted} />
        </>
      )}
      take={async ({ evidence = {}, ...form }) => {
        const scans = evidenceInput(wanted, evidence)
        const input = paper ? { event, paper: { step: paper, ...form }, ...scans } : { event, ...form, ...scans }
        const outcome = (await take({ variables: { id, decidedOn, input } })).data?.takeEnforcementStep
        return stepAnswer(outcome, outcome?.__typename === 'EnforcementRefused' ? outcome.reasons : undefined, onDone)
      }}
      problems={(found) => found.map((reason) => <Refusal key={reason.code} reason={reason} />)}
    />
  )
}
