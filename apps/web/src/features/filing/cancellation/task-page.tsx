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
  ApproveCancellationDocument,
  CancellationTaskDocument,
  RefuseCancellationDocument,
} from './cancellation.generated.ts'
import type { ApproveCancellationMutation, CancellationTaskQuery, ObstacleFragment } from './cancellation.generated.ts'
import { messages } from './messages.ts'
import { ObstacleList } from './obstacle-list.tsx'

type Cancellation = CancellationTaskQuery['cancellation']
type Outcome = ApproveCancellationMutation['approveCancellation'] | undefined
type Refusal = Pick<Extract<NonNullable<Outcome>, { __typename: 'CancellationRefused' }>, 'reason' | 'obstacles'>

/** One request in front of an officer: the papers, and what still stands in the way by now. */
export function CancellationTaskPage() {
  const t = useMessages(messages)
  const format = useFormat()
  const { data, done, onDone, renew } = useTask(CancellationTaskDocument)
  const row = data?.cancellation
  if (!row) return <Skeleton lines={6} />
  const { number, employerId, employerName, state, lastDay, reason, requestedAt, decisionNote, files, obstacles } = row
  return (
    <DeskTask
      title={`${t('title')} ${number}`}
      above={<Link to="/staff">{t('work')}</Link>}
      lead={employerName}
      done={done}
      facts={
        <>
          {state === 'REQUESTED' ? <InTheWay obstacles={obstacles} employerId={employerId} /> : null}
          <Facts
            facts={[
              [
                t('unit'),
                <Link key="unit" to={`/staff/employers/${employerId}`}>
                  {employerName}
                </Link>,
              ],
              [t('lastDay'), format.date(lastDay)],
              [t('reason'), reason],
              [t('requestedAt'), format.instant(requestedAt)],
              [t('state'), t(`state${state}`)],
              ...(decisionNote ? [[t('refuse'), decisionNote] as [string, string]] : []),
              [t('files'), <AttachedFiles key="files" label={t('files')} files={files} />],
            ]}
          />
        </>
      }
    >
      <CancellationSteps key={row.mark} row={row} onDone={onDone} renew={renew} />
    </DeskTask>
  )
}

function InTheWay({ obstacles, employerId }: { obstacles: readonly ObstacleFragment[]; employerId: string }) {
  const t = useMessages(messages)
  if (obstacles.length === 0) return <Notice tone="done">{t('cleared')}</Notice>
  return (
    <Notice tone="warning">
      <strong>{t('inTheWay')}</strong>
      <ObstacleList obstacles={obstacles} employerId={employerId} />
    </Notice>
  )
}

interface CancellationStepsProps {
  row: Cancellation
  onDone: () => Promise<void>
  renew: () => Promise<unknown>
}

function CancellationSteps({ row, onDone, renew }: CancellationStepsProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const [approve] = useMutation(ApproveCancellationDocument)
  const [refuse] = useMutation(RefuseCancellationDocument)
  const { id, mark: decidedOn, number, procedure, employerName, employerId, lastDay } = row
  const goOn = (outcome: Outcome) =>
    stepAnswer<Refusal>(outcome, outcome?.__typename === 'CancellationRefused' ? [outcome] : undefined, onDone)
  const problems = (found: readonly Refusal[]) =>
    found.map(({ reason, obstacles }) => (
      <Notice key={reason} tone="refused">
        {t(reason)}
        {obstacles.length > 0 ? <ObstacleList obstacles={obstacles} employerId={employerId} /> : null}
      </Notice>
    ))
  const form = (
    <StepForm
      blank={{}}
      problems={problems}
      renew={renew}
      grave
      verb={t('approve')}
      ask={() => ({
        title: t('approveTitle', { number }),
        text: t('approveText', { unit: employerName, date: format.date(lastDay) }),
      })}
      take={async () => goOn((await approve({ variables: { id, decidedOn } })).data?.approveCancellation)}
    />
  )
  return (
    <DecideSteps
      procedure={procedure}
      own={{ event: 'APPROVE', form }}
      refuse={
        <RefuseStep
          reader="EMPLOYER"
          number={number}
          verb={t('refuse')}
          take={async (reason) =>
            goOn((await refuse({ variables: { id, decidedOn, reason } })).data?.refuseCancellation)
          }
          problems={problems}
          renew={renew}
        />
      }
    />
  )
}
