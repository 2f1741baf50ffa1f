import { useMutation, useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { AttachedFiles } from '../../../shared/case/attached-files.tsx'
import { DeskSteps, DeskTask } from '../../../shared/case/desk-task.tsx'
import { RefuseStep } from '../../../shared/case/refuse-step.tsx'
import { StepForm, type StepAnswer } from '../../../shared/case/step-form.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Facts } from '../../../shared/ui/facts.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
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
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(OnlineFilingTaskDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  const [done, setDone] = useState(false)
  if (error && !data) throw error
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
      <FilingSteps
        key={filing.mark}
        filing={filing}
        onDone={async () => {
          setDone(true)
          await refetch()
        }}
        renew={refetch}
      />
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
  const goOn = async (outcome: Outcome): Promise<StepAnswer<OnlineFilingRefusal>> => {
    if (outcome?.__typename === 'OnlineFilingRefused') return [outcome.reason]
    if (outcome?.__typename === 'StaleDecision') return outcome
    await onDone()
    return []
  }
  const problems = (found: readonly OnlineFilingRefusal[]) =>
    found.map((problem) => (
      <Notice key={problem} tone="refused">
        {t(problem)}
      </Notice>
    ))
  // What stands is withdrawn on the employer's page.
  const steps = procedure.filter(({ event }) => event === 'APPROVE' || event === 'REFUSE')
  const mine = steps.some(({ event, standing }) => event === 'APPROVE' && standing === 'MAY')
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
    <DeskSteps
      steps={steps}
      own={mine ? { event: 'APPROVE', form } : undefined}
      refuse={
        <RefuseStep
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
