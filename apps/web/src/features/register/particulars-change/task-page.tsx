import { Link } from 'react-router'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { AttachedFiles } from '../../../shared/case/attached-files.tsx'
import { DecideSteps, DeskTask } from '../../../shared/case/desk-task.tsx'
import { RefuseStep } from '../../../shared/case/refuse-step.tsx'
import { StepForm } from '../../../shared/case/step-form.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Facts } from '../../../shared/ui/facts.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { stepAnswer, useTask } from '../../../shared/case/use-task.ts'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import {
  AcceptParticularsChangeDocument,
  CheckParticularsChangeDocument,
  ConfirmParticularsChangeDocument,
  ParticularsChangeDocument,
  RefuseParticularsChangeDocument,
} from './change.generated.ts'
import type {
  AcceptParticularsChangeMutation,
  ParticularsChangeProblem,
  ParticularsChangeQuery,
} from './change.generated.ts'
import style from './change.module.css'
import { ComparedTable } from './compared-table.tsx'
import { messages } from './messages.ts'

type Change = ParticularsChangeQuery['particularsChange']
type Outcome = AcceptParticularsChangeMutation['acceptParticularsChange'] | undefined

/** One request in front of an officer: old and new, the papers, and the one thing to do. */
export function ChangeTaskPage() {
  const t = useMessages(messages)
  const format = useFormat()
  const { data, done, onDone, renew } = useTask(ParticularsChangeDocument)
  const change = data?.particularsChange
  if (!change) return <Skeleton lines={8} />
  const { number, kind, employerId, employerName, state, validFrom, reason, requestedAt, decisionNote, files } = change
  return (
    <DeskTask
      title={`${t(kind)} ${number}`}
      above={<Link to="/staff">{t('work')}</Link>}
      lead={employerName}
      done={done}
      facts={
        <div className={style.facts}>
          <ComparedTable compared={change.compared} />
          <Facts
            facts={[
              [
                t('unit'),
                <Link key="unit" to={`/staff/employers/${employerId}`}>
                  {employerName}
                </Link>,
              ],
              [t('validFrom'), format.date(validFrom)],
              [t('reason'), reason],
              [t('requestedAt'), format.instant(requestedAt)],
              [t('state'), t(`state${state}`)],
              ...(decisionNote ? [[t('refuse'), decisionNote] as [string, string]] : []),
              [t('files'), <AttachedFiles key="files" label={t('files')} files={files} />],
            ]}
          />
        </div>
      }
    >
      <ChangeSteps key={change.mark} change={change} onDone={onDone} renew={renew} />
    </DeskTask>
  )
}

interface ChangeStepsProps {
  change: Change
  onDone: () => Promise<void>
  renew: () => Promise<unknown>
}

function ChangeSteps({ change, onDone, renew }: ChangeStepsProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const [check] = useMutation(CheckParticularsChangeDocument)
  const [accept] = useMutation(AcceptParticularsChangeDocument)
  const [confirm] = useMutation(ConfirmParticularsChangeDocument)
  const [refuse] = useMutation(RefuseParticularsChangeDocument)
  const { id, mark: decidedOn, number, kind, procedure, validFrom } = change
  const goOn = (outcome: Outcome) =>
    stepAnswer(outcome, outcome?.__typename === 'ParticularsChangeRefused' ? outcome.problems : undefined, onDone)
  const problems = (found: readonly ParticularsChangeProblem[]) =>
    found.map((problem) => (
      <Notice key={problem} tone="refused">
        {t(problem)}
      </Notice>
    ))
  const shared = { blank: {}, problems, renew }
  const ask = () => ({ title: t('acceptTitle', { number }), text: t('acceptText', { date: format.date(validFrom) }) })
  const variables = { id, decidedOn }
  const own = {
    CHECK: (
      <StepForm
        {...shared}
        verb={t('check')}
        take={async () => goOn((await check({ variables })).data?.checkParticularsChange)}
      />
    ),
    ACCEPT: (
      <StepForm
        {...shared}
        verb={t('accept')}
        ask={ask}
        take={async () => goOn((await accept({ variables })).data?.acceptParticularsChange)}
      />
    ),
    CONFIRM: (
      <StepForm
        {...shared}
        verb={t('confirm')}
        ask={ask}
        take={async () => goOn((await confirm({ variables })).data?.confirmParticularsChange)}
      />
    ),
  }
  // Of the two ways to begin only one is for this kind.
  const next = change.state === 'CHECKED' ? 'CONFIRM' : kind === 'BANK_ACCOUNT' ? 'CHECK' : 'ACCEPT'
  return (
    <DecideSteps
      procedure={procedure}
      own={{ event: next, form: own[next] }}
      refuse={
        <RefuseStep
          reader="EMPLOYER"
          number={number}
          verb={t('refuse')}
          take={async (reason) =>
            goOn((await refuse({ variables: { ...variables, reason } })).data?.refuseParticularsChange)
          }
          problems={problems}
          renew={renew}
        />
      }
    />
  )
}
