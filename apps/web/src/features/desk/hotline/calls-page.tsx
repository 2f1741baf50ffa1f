import { Button, TextInput } from '@mantine/core'
import { callOutcomes } from '@shebao/hotline'
import { addDays, civilDate, isCivilDate } from '@shebao/kernel'
import { Link, useSearchParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { CallBars } from './call-bars.tsx'
import { HotlineCallCountsDocument, HotlineEndedCallsDocument, type HotlineOutcome } from './calls.generated.ts'
import { callsMessages } from './calls-messages.ts'
import style from './hotline.module.css'
import { messages } from './messages.ts'
import { outcomeMessages } from './outcome-messages.ts'

const [shownDays, mostDays] = [30, 92]
/** Today in the office's time, whatever the reader's clock is set to. */
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

/** How calls ended, for whoever answers for the hotline: bars that open into their calls. */
export function CallsPage() {
  const t = useMessages(callsMessages)
  const [params, setParams] = useSearchParams()
  const to = params.get('to') ?? today()
  const from = params.get('from') ?? (isCivilDate(to) ? addDays(civilDate(to), 1 - shownDays) : '')
  const right = isCivilDate(from) && isCivilDate(to) && from <= to && to < addDays(civilDate(from), mostDays)
  const outcome = callOutcomes.find((one) => one === params.get('outcome'))
  const set = (name: 'from' | 'to', value: string) => setParams({ from, to, [name]: value })
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} next={<Link to="/staff/hotline">{t('desk')}</Link>} />
      <div className={style.range}>
        <TextInput
          type="date"
          label={t('from')}
          value={from}
          onChange={(event) => set('from', event.currentTarget.value)}
        />
        <TextInput type="date" label={t('to')} value={to} onChange={(event) => set('to', event.currentTarget.value)} />
      </div>
      {right ? <Counts from={from} to={to} /> : <Notice tone="warning">{t('rangeWrong')}</Notice>}
      {right && (params.has('outcome') || params.has('rows')) ? <Calls from={from} to={to} outcome={outcome} /> : null}
    </>
  )
}

interface Days {
  from: string
  to: string
}

function Counts({ from, to }: Days) {
  const t = useMessages(callsMessages)
  const { data, error } = useQuery(HotlineCallCountsDocument, {
    variables: { from, to },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) return <Notice tone="refused">{t('failed')}</Notice>
  if (!data) return <Skeleton lines={6} />
  if (data.hotlineCallCounts.length === 0) return <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
  return (
    <>
      <CallBars counts={data.hotlineCallCounts} from={from} to={to} />
      <Export from={from} to={to} />
    </>
  )
}

function Export({ from, to }: Days) {
  const t = useMessages(callsMessages)
  const { language } = useLanguage()
  const may = useViewer().roles.some((role) => role === 'REVIEWER' || role === 'HEAD' || role === 'AUDITOR')
  if (!may) return <p className={style.hint}>{t('mayNotExport')}</p>
  return (
    <div className={style.deeds}>
      {(['xlsx', 'csv'] as const).map((kind) => (
        <Button
          key={kind}
          component="a"
          variant="default"
          href={`/hotline/statistics.${kind}?${new URLSearchParams({ from, to, lang: language }).toString()}`}
          download
        >
          {`${t('export')} ${kind.toUpperCase()}`}
        </Button>
      ))}
      <span className={style.hint}>{t('exportHint')}</span>
    </div>
  )
}

function Calls({ from, to, outcome }: Days & { outcome: HotlineOutcome | undefined }) {
  const t = useMessages(callsMessages)
  const words = useMessages(outcomeMessages)
  const wishes = useMessages(messages)
  const format = useFormat()
  const { data, error, fetchMore } = useQuery(HotlineEndedCallsDocument, {
    variables: { from, to, outcome: outcome ?? null },
    fetchPolicy: 'cache-and-network',
  })
  return (
    <section aria-labelledby="calls">
      <h2 id="calls">
        {t('rows')} · {outcome ? words(outcome) : t('all')}
      </h2>
      {error && !data ? <Notice tone="refused">{t('failed')}</Notice> : null}
      {!data && !error ? <Skeleton lines={4} /> : null}
      {data ? (
        <>
          <PlainTable caption={t('rows')} columns={[t('ended'), t('wish'), t('outcome'), t('agent'), t('language')]}>
            {data.hotlineEndedCalls.edges.map(({ node }) => (
              <tr key={node.id}>
                <th scope="row">{format.instant(node.endedAt)}</th>
                <td data-label={t('wish')}>{wishes(node.wish ?? 'AGENT')}</td>
                <td data-label={t('outcome')}>{words(node.outcome)}</td>
                <td data-label={t('agent')}>{node.agentName ?? t('machine')}</td>
                <td data-label={t('language')}>{t(node.language === 'en' ? 'english' : 'chinese')}</td>
              </tr>
            ))}
          </PlainTable>
          <ShowMore page={data.hotlineEndedCalls.pageInfo} fetchMore={fetchMore}>
            {t('earlier')}
          </ShowMore>
        </>
      ) : null}
    </section>
  )
}
