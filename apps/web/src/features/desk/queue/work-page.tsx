import { Button } from '@mantine/core'
import { Suspense, useState } from 'react'
import { useLocation } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { workLifecycles } from '../../../shared/case/work-lifecycles.ts'
import { workFilter, workHome } from '../../../shared/case/work-trail.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { later } from '../../../shared/lib/later.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { NothingFound } from '../../../shared/ui/nothing-found.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { SavedViews } from '../view/index.ts'
import { DoneNotice } from '../../../shared/case/done-notice.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { messages } from './messages.ts'
import { useAssignment } from './use-assignment.ts'
import { isSelectable, mostAtOnce, useSelection } from './use-selection.ts'
import type { Selection } from './use-selection.ts'
import { WorkFilters } from './work-filters.tsx'
import style from './work-page.module.css'
import { WorkTable } from './work-table.tsx'
import { workTotal } from './work-total.ts'
import { WorkCountsDocument } from './work-counts.generated.ts'
import { WorkDocument } from './work.generated.ts'
import type { WorkRow } from './work-row.ts'

const AssignDialog = later(async () => (await import('./assign-dialog.tsx')).AssignDialog)
const BulkDialog = later(async () => (await import('./bulk-dialog.tsx')).BulkDialog)

/** What the query asks for at once, about two screens of a desk; going on from case to case reads past it by itself. */
const pageSize = 20

/** The home of staff: what waits for them at every desk. The filter stands in the address, and goes along into each case. */
export function WorkPage() {
  const t = useMessages(messages)
  const { search } = useLocation()
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <DoneNotice />
      <WorkFilters search={search} />
      <SavedViews page="WORK" />
      <WorkList key={search} search={search} />
    </>
  )
}

function WorkList({ search }: { search: string }) {
  const t = useMessages(messages)
  const filter = workFilter(search)
  const { data, error, refetch, fetchMore } = useQuery(WorkDocument, {
    variables: {
      lifecycle: workLifecycles.find((name) => name === filter.desk) ?? null,
      standing: filter.standing,
      owner: filter.owner,
      sort: filter.sort,
      district: filter.district,
      after: null,
    },
    fetchPolicy: 'cache-and-network',
  })
  const counts = useQuery(WorkCountsDocument, {
    variables: { district: filter.district },
    fetchPolicy: 'cache-first',
  })
  const selection = useSelection()
  const [asked, setAsked] = useState(false)
  // What fails, the lists say themselves.
  const anew = () => Promise.allSettled([refetch(), counts.refetch()])
  const { toggle, busy, said, say } = useAssignment(anew)
  const [assigning, setAssigning] = useState<string>()
  if (error && !data) {
    return (
      <Notice tone="refused">
        {t('failed')}{' '}
        <Button size="compact-sm" variant="subtle" onClick={() => void refetch()}>
          {t('retry')}
        </Button>
      </Notice>
    )
  }
  if (!data) return <Skeleton lines={8} />
  const { edges, pageInfo } = data.work
  const rows = edges.map(({ node }) => node)
  const given = rows.find(({ id }) => id === assigning)
  return (
    <section className={style.list} aria-label={t('caption')}>
      {said ? <Notice tone="info">{said}</Notice> : null}
      <SelectionBar rows={rows} selection={selection} onRecommend={() => setAsked(true)} />
      {rows.length === 0 ? (
        <NoWork search={search} />
      ) : (
        <WorkTable
          rows={rows}
          selection={selection}
          trail={{ work: search }}
          busy={busy}
          onToggle={(row) => void toggle(row)}
          onAssign={({ id }) => setAssigning(id)}
        />
      )}
      <Shown rows={rows.length} total={workTotal(counts.data?.workCounts, filter)} more={pageInfo.hasNextPage} />
      <ShowMore page={pageInfo} fetchMore={fetchMore}>
        {t('next', { count: pageSize })}
      </ShowMore>
      {given ? (
        <Suspense>
          <AssignDialog
            row={given}
            onClose={() => setAssigning(undefined)}
            onEnd={(news) => {
              setAssigning(undefined)
              say(news)
              return anew()
            }}
          />
        </Suspense>
      ) : null}
      {asked ? (
        <Suspense>
          <BulkDialog
            rows={selection.rows}
            onDone={() => void anew()}
            onClose={() => {
              setAsked(false)
              selection.set([])
            }}
          />
        </Suspense>
      ) : null}
    </section>
  )
}

/** How far the list is shown; of one that is shown whole the filters say the count. */
function Shown({ rows, total, more }: { rows: number; total: number | undefined; more: boolean }) {
  const t = useMessages(messages)
  if (!more) return null
  return (
    <output className="quiet">
      {total === undefined ? t('shownOpen', { rows }) : t('shown', { rows, total: Math.max(total, rows) })}
    </output>
  )
}

/** The order is no filter: what it hides is nothing. */
function NoWork({ search }: { search: string }) {
  const t = useMessages(messages)
  const { view, desk, owner, district } = workFilter(search)
  const narrowed = view !== 'mine' || desk !== null || district !== null || owner !== 'ANYBODY'
  return narrowed ? <NothingFound clear={workHome}>{t('emptyText')}</NothingFound> : <EmptyState title={t('empty')} />
}

interface SelectionBarProps {
  rows: readonly WorkRow[]
  selection: Selection
  onRecommend: () => void
}

/** Stands above the list as soon as there is something to choose. */
function SelectionBar({ rows, selection, onRecommend }: SelectionBarProps) {
  const t = useMessages(messages)
  const choosable = rows.filter(isSelectable)
  if (choosable.length === 0) return null
  const chosen = selection.rows.length
  return (
    <div className={style.selection}>
      {chosen === 0 ? (
        <Button size="compact-sm" variant="subtle" onClick={() => selection.set(choosable.slice(0, mostAtOnce))}>
          {t('selectAll')}
        </Button>
      ) : (
        <>
          <span aria-live="polite">
            {chosen > mostAtOnce ? t('tooMany', { count: mostAtOnce }) : t('selected', { count: chosen })}
          </span>
          <Button size="compact-sm" disabled={chosen > mostAtOnce} onClick={onRecommend}>
            {t('recommend')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => selection.set([])}>
            {t('clear')}
          </Button>
        </>
      )}
    </div>
  )
}
