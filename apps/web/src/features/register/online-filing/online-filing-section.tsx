import { Link } from 'react-router'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { isText } from '../../../shared/case/refuse-step.tsx'
import { StepForm, type StepAnswer } from '../../../shared/case/step-form.tsx'
import { TextareaField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { holdsAny, taxDesk } from '../../../shared/lib/staff-role.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { stepAnswer } from '../../../shared/case/use-task.ts'
import { messages } from './messages.ts'
import {
  EmployerOnlineFilingDocument,
  GiveOnlineFilingDocument,
  WithdrawOnlineFilingDocument,
} from './online-filing.generated.ts'
import type { OnlineFilingRefusal, OnlineFilingRowFragment } from './online-filing.generated.ts'

type Filing = OnlineFilingRowFragment

/** For staff: whether the unit may file online, since when and why; and to withdraw it or give it again. */
export function OnlineFilingSection({ id }: { id: string }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { roles } = useViewer()
  const { data, error, refetch } = useQuery(EmployerOnlineFilingDocument, { variables: { id } })
  if (error && !data) return <Notice tone="refused">{t('loadFailed')}</Notice>
  if (!data) return <Skeleton lines={2} />
  const { endedOn, onlineFilings } = data.employerById
  const waits = onlineFilings.find(({ state }) => state === 'APPLIED')
  const filing = onlineFilings.find(({ state }) => state === 'STANDING' || state === 'ENDED') ?? null
  if (endedOn) return <p>{t('cancelled', { date: format.date(endedOn) })}</p>
  const decides = holdsAny(roles, taxDesk)
  return (
    <>
      <Held filing={filing} />
      {waits ? (
        <p>
          <Link to={`/staff/online-filing/${waits.id}`}>{t('waits', { number: waits.number ?? '' })}</Link>
        </p>
      ) : null}
      {decides && !waits ? <Decide key={filing?.mark ?? ''} employerId={id} filing={filing} renew={refetch} /> : null}
    </>
  )
}

function Held({ filing }: { filing: Filing | null }) {
  const t = useMessages(messages)
  const format = useFormat()
  if (!filing) return <p>{t('none')}</p>
  if (filing.state === 'ENDED')
    return (
      <p>
        {t('ended', {
          date: format.date(filing.validTo ?? filing.recordedAt.slice(0, 10)),
          reason: filing.endReason ?? '',
        })}
      </p>
    )
  return (
    <p>
      {t('standing', { date: format.date(filing.validFrom ?? filing.recordedAt.slice(0, 10)) })}
      <span className="sub">{t(`source${filing.source}`, { reason: filing.reason ?? '' })}</span>
    </p>
  )
}

interface DecideProps {
  employerId: string
  filing: Filing | null
  renew: () => Promise<unknown>
}

function Decide({ employerId, filing, renew }: DecideProps) {
  const t = useMessages(messages)
  const [give] = useMutation(GiveOnlineFilingDocument)
  const [withdraw] = useMutation(WithdrawOnlineFilingDocument)
  const standing = filing?.state === 'STANDING' ? filing : undefined
  const take = async (reason: string): Promise<StepAnswer<OnlineFilingRefusal>> => {
    const outcome = standing
      ? (await withdraw({ variables: { id: standing.id, decidedOn: standing.mark, reason } })).data
          ?.withdrawOnlineFiling
      : (await give({ variables: { employerId, reason } })).data?.giveOnlineFiling
    return stepAnswer(outcome, outcome?.__typename === 'OnlineFilingRefused' ? [outcome.reason] : undefined, renew)
  }
  return (
    <StepForm<{ reason: string }, OnlineFilingRefusal>
      verb={t(standing ? 'withdraw' : 'give')}
      aside
      grave={standing !== undefined}
      renew={renew}
      blank={{ reason: '' }}
      fields={(control) => (
        <TextareaField
          control={control}
          name="reason"
          label={t('reason')}
          hint={t('reasonHint')}
          rows={2}
          maxLength={500}
        />
      )}
      wrong={({ reason }) => (isText(reason) ? {} : { reason: t('reasonHint') })}
      ask={({ reason }) =>
        standing
          ? { title: t('withdrawTitle'), text: t('withdrawText', { reason }) }
          : { title: t('giveTitle'), text: t('giveText') }
      }
      take={({ reason }) => take(reason)}
      problems={(found) =>
        found.map((problem) => (
          <Notice key={problem} tone="refused">
            {t(problem)}
          </Notice>
        ))
      }
    />
  )
}
