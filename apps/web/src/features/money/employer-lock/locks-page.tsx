import { Link, useNavigate, useParams } from 'react-router'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { isText } from '../../../shared/case/refuse-step.tsx'
import { StepForm } from '../../../shared/case/step-form.tsx'
import { SelectField, TextareaField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import desk from '../../../shared/ui/desk.module.css'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { LocksOfEmployerDocument, ProposeEmployerLockDocument } from './employer-lock.generated.ts'
import type { LockGround, LockItemFragment } from './employer-lock.generated.ts'
import { LockState } from './lock-state.tsx'
import { messages } from './messages.ts'

const proposers = ['OFFICER', 'REVIEWER', 'HEAD']
const isOpen = ({ state }: LockItemFragment) => state !== 'RELEASED' && state !== 'REFUSED'

/** Whether an employer is locked, has been, and the way to propose it. */
export function LocksPage() {
  const t = useMessages(messages)
  const { employerId = '' } = useParams()
  const mayPropose = useViewer().roles.some((role) => proposers.includes(role))
  const { data, error } = useQuery(LocksOfEmployerDocument, {
    variables: { id: employerId },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) throw error
  if (!data) return <Skeleton lines={6} />
  const { id, name, locks } = data.employerById
  const open = locks.some(isOpen)
  return (
    <>
      <PageHeader title={t('title')} above={<Link to={`/staff/employers/${id}`}>{name}</Link>} lead={t('lead')} />
      {open ? <Notice tone="info">{t('open')}</Notice> : null}
      {!open && mayPropose ? (
        <section className={desk.section}>
          <Propose employerId={id} />
        </section>
      ) : null}
      <section className={desk.section}>
        <h2>{t('history')}</h2>
        {locks.length === 0 ? <p>{t('noHistory')}</p> : <History locks={locks} />}
      </section>
    </>
  )
}

interface Proposal {
  ground: LockGround | null
  explanation: string
}

function Propose({ employerId }: { employerId: string }) {
  const t = useMessages(messages)
  const navigate = useNavigate()
  const [propose] = useMutation(ProposeEmployerLockDocument)
  return (
    <StepForm<Proposal, string>
      blank={{ ground: null, explanation: '' }}
      fields={(control) => (
        <>
          <SelectField
            control={control}
            name="ground"
            label={t('ground')}
            options={(['ARREARS', 'REGISTRATION_CHECK'] as const).map((value) => ({ value, label: t(value) }))}
          />
          <TextareaField
            control={control}
            name="explanation"
            label={t('explanation')}
            hint={t('explanationHint')}
            maxLength={500}
          />
        </>
      )}
      wrong={({ ground, explanation }) => ({
        ...(ground ? {} : { ground: t('groundWrong') }),
        ...(isText(explanation) ? {} : { explanation: t('explanationWrong') }),
      })}
      verb={t('propose')}
      take={async ({ ground, explanation }) => {
        if (!ground) return []
        const { data } = await propose({ variables: { employerId, ground, explanation } })
        const outcome = data?.proposeEmployerLock
        if (outcome?.__typename === 'EmployerLockRefused') return [t(outcome.reason)]
        if (outcome?.__typename === 'EmployerLock') await navigate(`/staff/locks/${outcome.id}`)
        return []
      }}
      problems={([refusal]) => (refusal ? <Notice tone="refused">{refusal}</Notice> : null)}
    />
  )
}

function History({ locks }: { locks: readonly LockItemFragment[] }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <PlainTable caption={t('history')} columns={[t('number'), t('state'), t('ground'), t('lockedOn'), t('releasedOn')]}>
      {locks.map((lock) => (
        <tr key={lock.id}>
          <th scope="row">
            <Link to={`/staff/locks/${lock.id}`}>{lock.number}</Link>
          </th>
          <td data-label={t('state')}>
            <LockState state={lock.state} />
          </td>
          <td data-label={t('ground')}>
            {t(lock.ground)}
            <span className="sub">{lock.explanation}</span>
          </td>
          <td data-label={t('lockedOn')}>{lock.lockedOn ? format.date(lock.lockedOn) : '—'}</td>
          <td data-label={t('releasedOn')}>{lock.releasedOn ? format.date(lock.releasedOn) : '—'}</td>
        </tr>
      ))}
    </PlainTable>
  )
}
