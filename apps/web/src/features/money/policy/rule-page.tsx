import { Link, useSearchParams } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { Timeline } from '../../../shared/ui/timeline.tsx'
import { useParameterText } from './parameter-text.ts'
import { policyMessages } from './policy-messages.ts'
import style from './rule-page.module.css'
import { ruleKey, rulesOfRegion, useRegion } from './rules-of-region.ts'
import type { PublishedParameter, Rule } from './rules-of-region.ts'
import { useRegions } from './use-regions.ts'

/** One parameter through time: what it was, what it is, what it will be, and by whose hand. */
export function RulePage() {
  const t = useMessages(policyMessages)
  const [params] = useSearchParams()
  const of = (name: string) => params.get(name) ?? ''
  const rule = { name: of('name'), insurance: of('insurance'), side: of('side'), category: of('category') }
  const { nameOf, scopeOf } = useParameterText()
  const { nameOf: regionName } = useRegions()
  const { rows, currentPeriod, failed } = useRegion(of('region'))
  const found =
    rows && currentPeriod ? rulesOfRegion(rows, currentPeriod).find(({ key }) => key === ruleKey(rule)) : undefined
  return (
    <>
      <PageHeader
        title={t('ruleTitle', { name: [nameOf(rule.name), scopeOf(rule)].filter(Boolean).join(' · ') })}
        above={<Link to={`/staff/policy?region=${of('region')}`}>{t('title')}</Link>}
        lead={t('ruleLead', { region: regionName(of('region')) })}
      />
      {failed ? <Notice tone="refused">{t('loadFailed')}</Notice> : null}
      {found ? <History rule={found} /> : rows ? <p>{t('unknownRule')}</p> : failed ? null : <Skeleton lines={6} />}
    </>
  )
}

function History({ rule }: { rule: Rule }) {
  const t = useMessages(policyMessages)
  const { valueOf, monthsOf } = useParameterText()
  const phaseOf = (row: PublishedParameter) => {
    if (row.id === rule.current?.id) return 'current'
    return rule.next && row.validFrom >= rule.next.validFrom ? 'coming' : 'past'
  }
  return (
    <Timeline
      label={t('title')}
      entries={rule.rows.map((row) => ({
        id: row.id,
        title: `${valueOf(row.name, row.value)} · ${monthsOf(row.validFrom, row.validTo)}`,
        phase: phaseOf(row) === 'coming' ? ('next' as const) : ('past' as const),
        detail: (
          <RowDetail row={row} phase={phaseOf(row)} carriedOver={rule.carriedOver && row.id === rule.current?.id} />
        ),
      }))}
    />
  )
}

function RowDetail(props: { row: PublishedParameter; phase: 'past' | 'current' | 'coming'; carriedOver: boolean }) {
  const { row, phase, carriedOver } = props
  const t = useMessages(policyMessages)
  const format = useFormat()
  const { sourceOf } = useParameterText()
  const tones = { past: 'idle', current: 'done', coming: 'waiting' } as const
  return (
    <div className={style.history}>
      <p>
        <StatusBadge tone={tones[phase]}>{t(phase)}</StatusBadge>{' '}
        {carriedOver ? <StatusBadge tone="warning">{t('carriedOver')}</StatusBadge> : null}{' '}
        {row.verified ? null : <StatusBadge tone="warning">{t('unverified')}</StatusBadge>}
      </p>
      <p>
        {row.docNo ? t('ofDocument', { docNo: row.docNo }) : t('noDocument')}
        {row.publishedOn ? ` · ${t('documentDate', { date: format.date(row.publishedOn) })}` : null}
      </p>
      <p>{sourceOf(row.source)}</p>
      <p>
        {row.publishedBy
          ? t('publishedBy', { name: row.publishedBy, time: format.instant(row.publishedAt) })
          : t('shipped')}{' '}
        {row.proposalId ? <Link to={`/staff/policy/proposals/${row.proposalId}`}>{t('openProposal')}</Link> : null}
      </p>
    </div>
  )
}
