import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { CallOnDesk } from './call-on-desk.tsx'
import { HotlineDeskDocument, TakeHotlineCallDocument, type HotlineDeskQuery } from './hotline.generated.ts'
import style from './hotline.module.css'
import { messages } from './messages.ts'

const lookAgainMs = 5_000
type Waiting = HotlineDeskQuery['hotlineDesk']['waiting'][number]

/** One task on the screen: the call that was taken, or those that wait. */
export function HotlinePage() {
  const t = useMessages(messages)
  const { data, error, refetch } = useQuery(HotlineDeskDocument, {
    fetchPolicy: 'cache-and-network',
    pollInterval: lookAgainMs,
  })
  const [take, { loading }] = useMutation(TakeHotlineCallDocument)
  const [problem, setProblem] = useState<string>()
  const lookAgain = () => refetch().catch(() => undefined)
  const answerIt = async (id: string) => {
    setProblem(undefined)
    const outcome = (await take({ variables: { id } }).catch(() => undefined))?.data?.takeHotlineCall
    if (!outcome) setProblem(t('failed'))
    else if (outcome.__typename === 'HotlineRefused') setProblem(t(`refused${outcome.reason}`))
    await lookAgain()
  }
  const desk = data?.hotlineDesk
  const mine = desk?.mine
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {problem || (error && !desk) ? <Notice tone="refused">{problem ?? t('failed')}</Notice> : null}
      {desk || error ? null : <Skeleton />}
      {mine ? <CallOnDesk key={mine.id} call={mine} onChange={lookAgain} /> : null}
      {desk && !mine ? <WaitingCalls calls={desk.waiting} busy={loading} onTake={(id) => void answerIt(id)} /> : null}
      {mine ? null : <Link to="/staff/hotline/telephone">{t('telephone')}</Link>}
    </>
  )
}

interface WaitingProps {
  calls: readonly Waiting[]
  busy: boolean
  onTake: (id: string) => void
}

function WaitingCalls({ calls, busy, onTake }: WaitingProps) {
  const t = useMessages(messages)
  const format = useFormat()
  if (calls.length === 0) return <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
  return (
    <section aria-label={t('waiting')}>
      <h2>{t('waiting')}</h2>
      <ul className={style.waiting}>
        {calls.map(({ id, callerMasked, wish, waitingSince, language, recorded }) => {
          const caller = callerMasked || t('withheld')
          const more = [
            caller,
            ...(waitingSince ? [t('since', { time: format.instant(waitingSince) })] : []),
            ...(language === 'en' ? [t('english')] : []),
            ...(recorded ? [t('recorded')] : []),
          ]
          return (
            <li key={id}>
              <p>
                <strong>{t(wish ?? 'AGENT')}</strong>
                {more.join(' · ')}
              </p>
              <Button size="lg" disabled={busy} aria-label={t('takeCall', { caller })} onClick={() => onTake(id)}>
                {t('take')}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
