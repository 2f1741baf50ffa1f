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
import { messages } from './messages.ts'
import {
  ApproveOnlineFilingDocument,
  OnlineFilingTaskDocument,
  RefuseOnlineFilingDocument,
} from './online-filing.generated.ts'
import type {
  ApproveOnlineFilingMutation,
  OnlineFilingRefusal,
  OnlineFilingTaskQuery,
} from './online-filing.generated.ts'

type Filing = OnlineFilingTaskQuery['onlineFiling']
type Outcome = ApproveOnlineFilingMutation['approveOnlineFiling'] | undefined

/** One application in front of an officer. */
export function OnlineFilingTaskPage() {
  const t = useMessages(messages)
  const format = useFormat()
  const { data, done, onDone, renew } = useTask(OnlineFilingTaskDocument)
  const filing = data?.onlineFiling
  if (!filing) return <Skeleton lines={6} />
  const { number, employerId, employerName, state, reason, recordedAt, endReason, files } = filing
  return (
    <DeskTask
      title={`${t('title')} ${number ?? ''}`}
      above={<Link to="/staff">{t('work')}</Link>}
      lead={employerName}
      done={done}
      facts={
        <Facts
          facts={[
            [
              t('unit'),
              <Link key="unit" to={`/staff/employers/${employerId}`}>
                {employerName}
              </Link>,
            ],
            [t('applyReason'), reason ?? '—'],
            [t('recordedAt'), format.instant(recordedAt)],
            [t('state'), t(`state${state}`)],
            ...(endReason ? [[t('reason'), endReason] as [string, string]] : []),
            [t('files'), <AttachedFiles key="files" label={t('files')} files={files} />],
          ]}
        />
      }
    >
      <FilingSteps key={filing.mark} filing={filing} onDone={onDone} renew={renew} />
    </DeskTask>
  )
}

interface FilingStepsProps {
  filing: Filing
  onDone: () => Promise<void>
  renew: () => Promise<unknown>
}

function FilingSteps({ filing, onDone, renew }: FilingStepsProps) {
  const t = useMessages(messages)
  const [approve] = useMutation(ApproveOnlineFilingDocument)
  const [refuse] = useMutation(RefuseOnlineFilingDocument)
  const { id, mark: decidedOn, procedure } = filing
  const number = filing.number ?? ''
  const goOn = (outcome: Outcome) =>
    stepAnswer(outcome, outcome?.__typename === 'OnlineFilingRefused' ? [outcome.reason] : undefined, onDone)
  const problems = (found: readonly OnlineFilingRefusal[]) =>
    found.map((problem) => (
      <Notice key={problem} tone="refused">
        {t(problem)}
      </Notice>
    ))
  const form = (
    <StepForm
      blank={{}}
      problems={problems}
      renew={renew}
      verb={t('approve')}
      ask={() => ({ title: t('approveTitle', { number }), text: t('approveText') })}
      take={async () => goOn((await approve({ variables: { id, decidedOn } })).data?.approveOnlineFiling)}
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
            goOn((await refuse({ variables: { id, decidedOn, reason } })).data?.refuseOnlineFiling)
          }
          problems={problems}
          renew={renew}
        />
      }
    />
  )
}
