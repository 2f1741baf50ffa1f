import { Button } from '@mantine/core'
import { checkPersonName } from '@shebao/identifiers'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { CheckField, TextField } from '../../../shared/forms/index.ts'
import { UnsentNotice } from '../../../shared/drafts/unsent-notice.tsx'
import { isDecided, useUnsent } from '../../../shared/drafts/use-unsent.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { useSignature, type Signature } from '../inspection/index.ts'
import { IssueList } from './check-issues.tsx'
import style from './declaration.module.css'
import { filingMessages } from './filing-messages.ts'
import { SubmitMonthlyDocument, type MonthlyCheckQuery, type SubmitMonthlyMutation } from './declaration.generated.ts'
import { monthlyKept } from './monthly-kept.ts'
import { forgetKey, keyOfSubmission } from './submission-key.ts'
import { MonthlyListDocument } from './monthly.generated.ts'
import { isForbidden } from './use-monthly-window.ts'

type Outcome = SubmitMonthlyMutation['submitMonthlyDeclaration'] | 'FAILED' | 'FORBIDDEN'

interface SubmitFormProps {
  declaration: MonthlyCheckQuery['monthlyDeclaration']
  renew: () => Promise<unknown>
}

/** Promise, signer and button. One submission has one key, so however often it is pressed or sent again it is filed once. */
export function SubmitForm({ declaration, renew }: SubmitFormProps) {
  const t = useMessages(filingMessages)
  const navigate = useNavigate()
  const { displayName } = useViewer()
  const { id: declarationId, revision, version, counts, actions, changes } = declaration
  const [submit] = useMutation(SubmitMonthlyDocument, { refetchQueries: [MonthlyListDocument] })
  const [outcome, setOutcome] = useState<Outcome>()
  const underway = useRef(false)
  const { unsent, press, done } = useUnsent(declarationId, monthlyKept(declaration))
  const { control, handleSubmit, formState, lapsed, forget } = useSignature({
    declarationId,
    content: String(revision),
    // An account may bear the unit's name; a promise is a person's.
    suggestedSigner: checkPersonName(displayName).ok ? displayName : '',
    resolver: (values) => {
      const errors = {
        ...(values.truthDeclared ? {} : { truthDeclared: { type: 'required', message: t('needTruth') } }),
        ...(checkPersonName(values.signer).ok ? {} : { signer: { type: 'required', message: t('needSigner') } }),
      }
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} }
    },
  })
  const send = async ({ truthDeclared, signer }: Signature, key = keyOfSubmission(declarationId, revision)) => {
    if (underway.current) return
    underway.current = true
    setOutcome(undefined)
    const { lost } = await press({ content: String(revision), signer, key })
    try {
      const { data } = await submit({
        variables: { input: { declarationId, revision, idempotencyKey: key, truthDeclared, signer } },
      })
      const answer = data?.submitMonthlyDeclaration
      await done()
      if (answer?.__typename === 'MonthlySubmitted') {
        forget()
        forgetKey(declarationId)
        return void navigate(`/employer/monthly/${declarationId}`)
      }
      if (answer?.__typename === 'MonthlyNotSubmitted' && answer.reason === 'KEY_REUSED') forgetKey(declarationId)
      setOutcome(answer ?? 'FAILED')
      await renew()
    } catch (error) {
      if (!isDecided(error)) return lost()
      await done()
      setOutcome(isForbidden(error) ? 'FORBIDDEN' : 'FAILED')
    } finally {
      underway.current = false
    }
  }
  return (
    <section aria-labelledby="promise" className={style.section}>
      <h2 id="promise">{t('promise')}</h2>
      {actions.includes('SUBMIT') ? (
        <form className={style.truth} noValidate onSubmit={(event) => void handleSubmit((given) => send(given))(event)}>
          {outcome ? (
            <Refused
              id={declarationId}
              outcome={outcome}
              names={new Map(changes.edges.map(({ node }) => [node.rowNo, node.name ?? '']))}
            />
          ) : null}
          {unsent ? (
            <UnsentNotice
              unsent={unsent}
              same={unsent.content === String(revision)}
              busy={formState.isSubmitting}
              onSend={() => void send({ truthDeclared: true, signer: unsent.signer }, unsent.key ?? undefined)}
              onGiveUp={() => void done()}
            />
          ) : null}
          <p>{t('promiseText')}</p>
          {lapsed ? <Notice tone="warning">{t('lapsed')}</Notice> : null}
          <CheckField control={control} name="truthDeclared" label={t('tick')} required />
          <TextField control={control} name="signer" label={t('signer')} required maxLength={60} autoComplete="off" />
          <p className={style.soft}>{t('consequence', { count: counts.changes, version: String(version + 1) })}</p>
          <div>
            <Button type="submit" loading={formState.isSubmitting}>
              {t('submit')}
            </Button>
          </div>
        </form>
      ) : (
        <Notice tone="info">{t('mayNot')}</Notice>
      )}
    </section>
  )
}

const reasons = [
  'PAPER_LATE',
  'PERIOD_CLOSED',
  'NOTHING_TO_FILE',
  'KEY_REUSED',
  'TRUTH_NOT_DECLARED',
  'ALREADY_SUBMITTED',
  'UNDER_REVIEW',
  'FINISHED',
] as const

interface RefusedProps {
  id: string
  outcome: Outcome
  names: ReadonlyMap<number, string>
}

function Refused({ id, outcome, names }: RefusedProps) {
  const t = useMessages(filingMessages)
  if (outcome === 'FAILED') return <Notice tone="refused">{t('failed')}</Notice>
  if (outcome === 'FORBIDDEN') return <Notice tone="refused">{t('mayNot')}</Notice>
  switch (outcome.__typename) {
    case 'MonthlySubmitted':
      return null
    case 'MonthlyConflict':
      return <Notice tone="warning">{t('conflict')}</Notice>
    case 'MonthlyIncomplete': {
      const errors = outcome.issues.filter(({ severity }) => severity === 'ERROR').length
      return (
        <Notice tone="refused">
          <strong>{t('notComplete', { count: errors })}</strong>
          <IssueList id={id} issues={outcome.issues} errors={errors} names={names} />
        </Notice>
      )
    }
    case 'MonthlyNotSubmitted': {
      const reason = reasons.find((known) => known === outcome.reason)
      return <Notice tone="refused">{reason ? t(`refused${reason}`) : t('refusedOther')}</Notice>
    }
  }
}
