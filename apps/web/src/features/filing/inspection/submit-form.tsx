import { checkPersonName } from '@shebao/identifiers'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { CheckField, TextField } from '../../../shared/forms/index.ts'
import { UnsentNotice } from '../../../shared/drafts/unsent-notice.tsx'
import { isDecided, useUnsent } from '../../../shared/drafts/use-unsent.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { DutyButton } from '../../../shared/ui/duty-button.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { CheckBillDocument, CheckChangesDocument, CheckSettledDocument } from './check-changes.generated.ts'
import {
  InspectionDocument,
  SubmitDeclarationDocument,
  UnitFormDocument,
  type SubmitDeclarationMutation,
} from './inspection.generated.ts'
import sheet from './inspection.module.css'
import style from './submit-form.module.css'
import { inspectionKept } from './inspection-kept.ts'
import { IssueGroups } from './issue-groups.tsx'
import { messages } from './later-messages.ts'
import { SubmitFormFragmentDoc } from './submit-form.generated.ts'
import type { SubmitFormFragment } from './submit-form.generated.ts'
import type { Signature } from './kept-signature.ts'
import { fromServer } from './unit-issues.ts'
import { useSignature } from './use-signature.ts'

type Outcome = SubmitDeclarationMutation['submitDeclaration'] | 'FAILED'

interface SubmitFormProps {
  inspection: FragmentType<SubmitFormFragment>
  suggestedSigner: string
}

/** The truth declaration and the button. One press is one submission, however often it is pressed. */
export function SubmitForm({ suggestedSigner, ...props }: SubmitFormProps) {
  const inspection = useOwnFields(SubmitFormFragmentDoc, props.inspection)
  const t = useMessages(messages)
  const navigate = useNavigate()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const underway = useRef(false)
  const [submit] = useMutation(SubmitDeclarationDocument, {
    refetchQueries: [InspectionDocument],
    awaitRefetchQueries: true,
  })
  const { id: declarationId, year, unitRevision, personnelRevision } = inspection
  const content = `${unitRevision}.${personnelRevision}`
  const { unsent, press, done } = useUnsent(declarationId, inspectionKept(year))
  const { control, handleSubmit, formState, lapsed, forget } = useSignature({
    declarationId,
    content,
    suggestedSigner,
    resolver: (values) => {
      const errors = {
        ...(values.truthDeclared ? {} : { truthDeclared: { type: 'required', message: t('needTruth') } }),
        ...(checkPersonName(values.signer).ok ? {} : { signer: { type: 'required', message: t('needSigner') } }),
      }
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} }
    },
  })
  const send = async ({ truthDeclared, signer }: Signature) => {
    if (underway.current) return
    underway.current = true
    setOutcome(null)
    // What was looked at is the key: the office answers the same receipt to the same content.
    const { lost } = await press({ content, signer, key: null })
    try {
      const { data } = await submit({
        variables: { input: { declarationId, unitRevision, personnelRevision, truthDeclared, signer } },
      })
      const answer = data?.submitDeclaration
      await done()
      if (answer?.__typename === 'DeclarationSubmitted') {
        forget()
        return void navigate('/employer/inspection')
      }
      setOutcome(answer ?? 'FAILED')
    } catch (error) {
      if (!isDecided(error)) return lost()
      await done()
      setOutcome('FAILED')
    } finally {
      underway.current = false
    }
  }
  return (
    <section className={sheet.section}>
      <h2>{t('truthTitle')}</h2>
      <form className={style.truth} noValidate onSubmit={(event) => void handleSubmit(send)(event)}>
        {outcome ? <Refused outcome={outcome} /> : null}
        {unsent ? (
          <UnsentNotice
            unsent={unsent}
            same={unsent.content === content}
            busy={formState.isSubmitting}
            onSend={() => void send({ truthDeclared: true, signer: unsent.signer })}
            onGiveUp={() => void done()}
          />
        ) : null}
        <p>{t('truthText')}</p>
        {lapsed ? <Notice tone="warning">{t('promiseLapsed')}</Notice> : null}
        <CheckField control={control} name="truthDeclared" label={t('truthTick')} required />
        <TextField control={control} name="signer" label={t('signer')} required maxLength={60} autoComplete="off" />
        <p className={sheet.hint}>{t('submitConsequence', { people: inspection.people })}</p>
        <div>
          <DutyButton duty="SUBMIT" type="submit" loading={formState.isSubmitting}>
            {t('submit')}
          </DutyButton>
        </div>
      </form>
    </section>
  )
}

const reasons = [
  'PAPER_LATE',
  'WINDOW_CLOSED',
  'WINDOW_NOT_OPEN',
  'ALREADY_SUBMITTED',
  'UNDER_REVIEW',
  'FINISHED',
] as const

function Refused({ outcome }: { outcome: Outcome }) {
  const t = useMessages(messages)
  if (outcome === 'FAILED') return <Notice tone="refused">{t('failedSubmit')}</Notice>
  if (outcome.__typename === 'DeclarationIncomplete') {
    const errors = outcome.issues.map(fromServer).filter(({ severity }) => severity === 'error')
    return (
      <Notice tone="refused">
        {t('notComplete', { count: errors.length })}
        <IssueGroups issues={errors} total={errors.length} />
      </Notice>
    )
  }
  if (outcome.__typename === 'DeclarationConflict') return <Conflict />
  if (outcome.__typename === 'DeclarationSubmitted') return null
  const reason = reasons.find((known) => known === outcome.reason)
  return <Notice tone="refused">{reason ? t(`refused${reason}`) : t('refusedOther')}</Notice>
}

/** Somebody changed the draft meanwhile: what is shown is brought up to date, and pressing again submits that. */
function Conflict() {
  const t = useMessages(messages)
  const [asked, setAsked] = useState(false)
  const [, { client }] = useMutation(SubmitDeclarationDocument)
  if (!asked) {
    setAsked(true)
    void client.refetchQueries({
      include: [UnitFormDocument, CheckChangesDocument, CheckSettledDocument, CheckBillDocument],
    })
  }
  return <Notice tone="warning">{t('conflictSubmit')}</Notice>
}
