import { fen } from '@shebao/kernel'
import { Link } from 'react-router'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { AttachedFiles } from '../../../shared/case/attached-files.tsx'
import { DecideSteps, DeskTask } from '../../../shared/case/desk-task.tsx'
import { isText, RefuseStep } from '../../../shared/case/refuse-step.tsx'
import { StepForm } from '../../../shared/case/step-form.tsx'
import { stepAnswer, useTask } from '../../../shared/case/use-task.ts'
import { TextareaField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import desk from '../../../shared/ui/desk.module.css'
import { Notice } from '../../../shared/ui/notice.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { messages } from './messages.ts'
import { WaiverFacts } from './waiver-facts.tsx'
import {
  ApproveWaiverDocument,
  EndWaiverDocument,
  RefuseWaiverDocument,
  RevokeWaiverDocument,
  WaiverTaskDocument,
} from './waiver.generated.ts'
import type { ApproveWaiverMutation, WaiverRefusal, WaiverTaskFragment } from './waiver.generated.ts'

type Outcome = ApproveWaiverMutation['approveWaiver'] | { __typename: 'Waiver' } | undefined

/** One exception in front of whoever decides on it, and what it spares. */
export function WaiverPage() {
  const t = useMessages(messages)
  const { data, done, onDone, renew } = useTask(WaiverTaskDocument)
  const waiver = data?.waiver
  if (!waiver) return <Skeleton lines={8} />
  return (
    <DeskTask
      title={t('taskTitle', { kind: t(waiver.kind), number: waiver.number })}
      above={<Link to="/staff/exceptions">{t('title')}</Link>}
      lead={waiver.employerName}
      done={done}
      facts={
        <>
          <WaiverFacts waiver={waiver} />
          <AttachedFiles label={t('files')} files={waiver.files} />
        </>
      }
    >
      <WaiverSteps key={waiver.mark} waiver={waiver} onDone={onDone} renew={renew} />
    </DeskTask>
  )
}

interface StepsProps {
  waiver: WaiverTaskFragment
  onDone: () => Promise<void>
  renew: () => Promise<unknown>
}

const problemsIn = (t: (code: WaiverRefusal) => string) => (found: readonly WaiverRefusal[]) =>
  found.map((problem) => (
    <Notice key={problem} tone="refused">
      {t(problem)}
    </Notice>
  ))

function WaiverSteps({ waiver, onDone, renew }: StepsProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const [approve] = useMutation(ApproveWaiverDocument)
  const [refuse] = useMutation(RefuseWaiverDocument)
  const { id, mark: decidedOn, number, procedure, kind, period, toOn, state } = waiver
  const goOn = (outcome: Outcome) =>
    stepAnswer(outcome, outcome?.__typename === 'WaiverRefused' ? [outcome.reason] : undefined, onDone)
  const problems = problemsIn(t)
  if (state === 'STANDING') return <StandingSteps waiver={waiver} onDone={onDone} renew={renew} />
  const spared = fen(waiver.notices.reduce((sum, one) => sum + one.spared, 0))
  const text =
    kind === 'LATE_FEE'
      ? t('approveFee', { amount: format.yuan(spared) })
      : t('approveDay', { month: period ? format.period(period) : '', date: format.date(toOn) })
  return (
    <DecideSteps
      procedure={procedure}
      own={{
        event: 'APPROVE',
        form: (
          <StepForm
            blank={{}}
            problems={problems}
            renew={renew}
            verb={t('approve')}
            ask={() => ({ title: t('approveTitle', { number }), text })}
            take={async () => goOn((await approve({ variables: { id, decidedOn } })).data?.approveWaiver)}
          />
        ),
      }}
      refuse={
        <RefuseStep
          reader="PROPOSER"
          number={number}
          verb={t('refuse')}
          take={async (reason) => goOn((await refuse({ variables: { id, decidedOn, reason } })).data?.refuseWaiver)}
          problems={problems}
          renew={renew}
        />
      }
    />
  )
}

/** What a head may do with one that holds: end it from tomorrow on, or take it back whole. */
function StandingSteps({ waiver, onDone, renew }: StepsProps) {
  const t = useMessages(messages)
  const [end] = useMutation(EndWaiverDocument)
  const [revoke] = useMutation(RevokeWaiverDocument)
  const { id, mark: decidedOn, procedure } = waiver
  const goOn = (outcome: Outcome) =>
    stepAnswer(outcome, outcome?.__typename === 'WaiverRefused' ? [outcome.reason] : undefined, onDone)
  if (!procedure.some(({ standing }) => standing === 'MAY')) return <p className="quiet">{t('notOpenTo')}</p>
  const ways = [
    {
      name: 'end' as const,
      take: async (reason: string) => goOn((await end({ variables: { id, decidedOn, reason } })).data?.endWaiver),
    },
    {
      name: 'revoke' as const,
      take: async (reason: string) => goOn((await revoke({ variables: { id, decidedOn, reason } })).data?.revokeWaiver),
    },
  ]
  return (
    <div className={desk.steps}>
      {ways.map(({ name, take }) => (
        <StepForm
          key={name}
          aside
          grave={name === 'revoke'}
          verb={t(name)}
          blank={{ reason: '' }}
          fields={(control) => (
            <TextareaField
              control={control}
              name="reason"
              label={`${t(name)} · ${t('reason')}`}
              hint={t(`${name}Text`)}
              rows={2}
              maxLength={500}
            />
          )}
          wrong={({ reason }) => (isText(reason) ? {} : { reason: t('explanationWrong') })}
          ask={() => ({ title: `${t(name)} ${waiver.number}`, text: t(`${name}Text`) })}
          take={({ reason }) => take(reason)}
          problems={problemsIn(t)}
          renew={renew}
        />
      ))}
    </div>
  )
}
