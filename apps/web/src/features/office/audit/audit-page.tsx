import { Button } from '@mantine/core'
import { useSearchParams } from 'react-router'
import { useLazyQuery, useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { readDate } from '../../../shared/lib/typed-text.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { NothingFound } from '../../../shared/ui/nothing-found.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { AuditChainDocument, AuditTrailDocument } from './audit.generated.ts'
import { AuditEntries } from './audit-entries.tsx'
import { auditMessages } from './audit-messages.ts'
import { ExportLinks } from './export-links.tsx'
import { PersonOfTrail } from './person-of-trail.tsx'
import { TrailFilter } from './trail-filter.tsx'
import style from './audit-page.module.css'

/** What was done, by whom, to what; and whether the chain of hashes is whole. */
export function AuditPage() {
  const t = useMessages(auditMessages)
  const [params, setParams] = useSearchParams()
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <ChainCheck />
      <PersonOfTrail />
      <TrailFilter key={`filter ${params.toString()}`} params={params} setParams={setParams} />
      <ExportLinks params={params} />
      <Trail key={params.toString()} params={params} />
    </>
  )
}

function ChainCheck() {
  const t = useMessages(auditMessages)
  const format = useFormat()
  const [check, { data, loading, error }] = useLazyQuery(AuditChainDocument, { fetchPolicy: 'network-only' })
  const chain = data?.auditChain
  return (
    <div className={style.chain}>
      <Button variant="default" loading={loading} onClick={() => void check()}>
        {t('check')}
      </Button>
      {error ? <Notice tone="refused">{t('failed')}</Notice> : null}
      {chain?.intact ? (
        <Notice tone="done">
          {t('intact', { entries: chain.entries, time: format.instant(chain.checkedAt) })}
          {chain.notChainedYet > 0 ? ` ${t('notChainedYet', { count: chain.notChainedYet })}` : ''}
        </Notice>
      ) : null}
      {chain && chain.firstBreak !== null ? (
        <Notice tone="refused">{t('broken', { seq: chain.firstBreak })}</Notice>
      ) : null}
      {chain && chain.missingAtEnd > 0 ? (
        <Notice tone="refused">{t('missingAtEnd', { count: chain.missingAtEnd })}</Notice>
      ) : null}
    </div>
  )
}

function Trail({ params }: { params: URLSearchParams }) {
  const t = useMessages(auditMessages)
  const date = (name: string) => readDate(params.get(name) ?? '') ?? null
  const variables = {
    recordId: params.get('record'),
    actor: params.get('actor'),
    from: date('from'),
    to: date('to'),
    recordType: params.get('kind'),
    action: params.get('action'),
    employer: params.get('employer'),
    person: params.get('person'),
    after: null,
  }
  const { data, error, fetchMore } = useQuery(AuditTrailDocument, { variables, fetchPolicy: 'network-only' })
  if (error && !data) return <Notice tone="refused">{t('failed')}</Notice>
  if (!data) return <Skeleton lines={10} />
  const { edges, pageInfo } = data.auditTrail
  if (edges.length === 0) return params.size > 0 ? <NothingFound clear="?" /> : <EmptyState title={t('empty')} />
  return (
    <>
      <AuditEntries entries={edges.map(({ node }) => node)} />
      <ShowMore page={pageInfo} fetchMore={fetchMore} />
    </>
  )
}
