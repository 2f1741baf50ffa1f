import { Link } from 'react-router'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { DeskTask } from '../../../shared/case/desk-task.tsx'
import { isText } from '../../../shared/case/refuse-step.tsx'
import { StepForm } from '../../../shared/case/step-form.tsx'
import { stepAnswer, useTask } from '../../../shared/case/use-task.ts'
import { WhoMayAct } from '../../../shared/case/who-may-act.tsx'
import { TextareaField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import desk from '../../../shared/ui/desk.module.css'
import { Facts } from '../../../shared/ui/facts.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import {
  ApproveEmployerLockDocument,
  EmployerLockTaskDocument,
  KeepEmployerLockDocument,
  ProposeEmployerUnlockDocument,
  RefuseEmployerLockDocument,
  ReleaseEmployerLockDocument,
} from './employer-lock.generated.ts'
import type { EmployerLockRefusal, LockItemFragment } from './employer-lock.generated.ts'
import { LockState } from './lock-state.tsx'
import { messages } from './messages.ts'

/** One lock in front of whoever takes its next step. */
export function LockPage() {
  const t = useMessages(messages)
  const { data, done, onDone, renew } = useTask(EmployerLockTaskDocument)
  const lock = data?.employerLock
  if (!lock) return <Skeleton lines={6} />
  return (
    <DeskTask
      title={t('taskTitle', { number: lock.number })}
      above={<Link to={`/staff/locks/new/${lock.employerId}`}>{t('title')}</Link>}
      lead={lock.employerName}
      done={done}
      facts={<LockFacts lock={lock} />}
    >
      <LockSteps key={lock.mark} lock={lock} onDone={onDone} renew={renew} />
    </DeskTask>
  )
}

function LockFacts({ lock }: { lock: LockItemFragment }) {
  const t = useMessages(messages)
  const format = useFormat()
  const by = (name: string | null, at: string) => t('by', { name: name ?? '', time: format.instant(at) })
  return (
    <Facts
      facts={[
        [t('state'), <LockState key="state" state={lock.state} />],
        [
          t('unit'),
          <Link key="unit" to={`/staff/employers/${lock.employerId}`}>
            {lock.employerName}
          </Link>,
        ],
        [t('ground'), t(lock.ground)],
        [t('explanation'), lock.explanation],
        [t('proposed'), by(lock.proposerName, lock.proposedAt)],
        ...(lock.decidedAt ? [[t('decided'), by(lock.deciderName, lock.decidedAt)] as const] : []),
        ...(lock.lockedOn ? [[t('lockedOn'), format.date(lock.lockedOn)] as const] : []),
        ...(lock.releasedOn ? [[t('releasedOn'), format.date(lock.releasedOn)] as const] : []),
        ...(lock.endReason ? [[t('reason'), lock.endReason] as const] : []),
      ]}
    />
  )
}

interface StepsProps {
  lock: LockItemFragment
  onDone: () => Promise<void>
  renew: () => Promise<unknown>
}
type Outcome =
  | { __typename: 'EmployerLockRefused'; reason: EmployerLockRefusal }
  | { __typename: 'EmployerLock' }
  | { __typename: 'StaleDecision' }
  | undefined

/** The steps that this person may take now; what cannot be taken back at once is asked once more. */
function LockSteps({ lock, onDone, renew }: StepsProps) {
  const t = useMessages(messages)
  const [approve] = useMutation(ApproveEmployerLockDocument)
  const [refuse] = useMutation(RefuseEmployerLockDocument)
  const [proposeUnlock] = useMutation(ProposeEmployerUnlockDocument)
  const [release] = useMutation(ReleaseEmployerLockDocument)
  const [keep] = useMutation(KeepEmployerLockDocument)
  const { id, mark: decidedOn, procedure, employerName: unit } = lock
  const mine = procedure.filter(({ standing }) => standing === 'MAY').map(({ event }) => String(event))
  const goOn = (outcome: Outcome) =>
    stepAnswer(outcome, outcome?.__typename === 'EmployerLockRefused' ? [outcome.reason] : undefined, onDone)
  const plain = { id, decidedOn }
  const common = { unit, goOn, renew }
  return (
    <div className={desk.steps}>
      {mine.includes('APPROVE') ? (
        <Plain
          {...common}
          name="approve"
          send={async () => (await approve({ variables: plain })).data?.approveEmployerLock}
        />
      ) : null}
      {mine.includes('REFUSE') ? (
        <Reasoned
          {...common}
          name="refuse"
          send={async (reason) => (await refuse({ variables: { ...plain, reason } })).data?.refuseEmployerLock}
        />
      ) : null}
      {mine.includes('PROPOSE_RELEASE') ? (
        <Reasoned
          {...common}
          name="proposeRelease"
          send={async (reason) =>
            (await proposeUnlock({ variables: { ...plain, reason } })).data?.proposeEmployerUnlock
          }
        />
      ) : null}
      {mine.includes('RELEASE') ? (
        <Plain
          {...common}
          name="release"
          send={async () => (await release({ variables: plain })).data?.releaseEmployerLock}
        />
      ) : null}
      {mine.includes('KEEP') ? (
        <Reasoned
          {...common}
          name="keep"
          send={async (reason) => (await keep({ variables: { ...plain, reason } })).data?.keepEmployerLock}
        />
      ) : null}
      <WhoMayAct steps={procedure} />
      {mine.length === 0 && procedure.length > 0 ? <p className="quiet">{t('otherwise')}</p> : null}
    </div>
  )
}

interface StepProps {
  unit: string
  goOn: (outcome: Outcome) => ReturnType<typeof stepAnswer<EmployerLockRefusal>>
  renew: () => Promise<unknown>
}

function useProblems() {
  const t = useMessages(messages)
  return (found: readonly EmployerLockRefusal[]) =>
    found.map((problem) => (
      <Notice key={problem} tone="refused">
        {t(problem)}
      </Notice>
    ))
}

function Plain({
  unit,
  goOn,
  renew,
  name,
  send,
}: StepProps & { name: 'approve' | 'release'; send: () => Promise<Outcome> }) {
  const t = useMessages(messages)
  const problems = useProblems()
  return (
    <StepForm
      blank={{}}
      problems={problems}
      renew={renew}
      verb={t(name)}
      ask={() => ({ title: t(`${name}Title`, { unit }), text: t(`${name}Text`) })}
      take={async () => goOn(await send())}
    />
  )
}

function Reasoned({
  goOn,
  renew,
  name,
  send,
}: StepProps & { name: 'refuse' | 'proposeRelease' | 'keep'; send: (reason: string) => Promise<Outcome> }) {
  const t = useMessages(messages)
  const problems = useProblems()
  return (
    <StepForm
      aside
      verb={t(name)}
      blank={{ reason: '' }}
      fields={(control) => (
        <TextareaField control={control} name="reason" label={`${t(name)} · ${t('reason')}`} rows={2} maxLength={500} />
      )}
      wrong={({ reason }) => (isText(reason) ? {} : { reason: t('explanationWrong') })}
      take={async ({ reason }) => goOn(await send(reason))}
      problems={problems}
      renew={renew}
    />
  )
}
