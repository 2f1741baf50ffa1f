import { useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Choices } from '../../../shared/ui/choices.tsx'
import { NothingFound } from '../../../shared/ui/nothing-found.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { dayMessages } from './day-messages.ts'
import type { Day } from './day.ts'
import { ItemPanel } from './item-panel.tsx'
import { ItemsTable } from './items-table.tsx'
import { messages } from './messages.ts'
import { ReconciliationItemsDocument } from './reconciliation.generated.ts'
import style from './reconciliation.module.css'

const outcomes = ['BANK_ONLY', 'SYSTEM_ONLY', 'AMOUNT_DIFF', 'DUPLICATE', 'MATCHED'] as const

const inPlace = { replace: true, preventScrollReset: true }

/** The items of a day, and beside them the one that is open. Filters stand in the address. */
export function ItemsDesk({ day, onChanged }: { day: Day; onChanged: () => Promise<unknown> }) {
  const t = useMessages(dayMessages)
  const [params, setParams] = useSearchParams()
  const outcome = outcomes.find((one) => one === params.get('outcome')) ?? null
  const openOnly = params.get('open') === '1'
  const [chosen, setChosen] = useState<string>()
  const { data, refetch, fetchMore } = useQuery(ReconciliationItemsDocument, {
    variables: { day: day.day, outcome, openOnly, after: null },
    fetchPolicy: 'cache-and-network',
  })
  const page = data?.reconciliationDay?.items
  const items = page?.edges.map(({ node }) => node) ?? []
  const at = items.findIndex(({ id }) => id === chosen)
  const item = items[at]
  const desk = useRef<HTMLElement>(null)
  // The item opens beside the table with all its choices in sight, however far down the page the table begins.
  useEffect(() => {
    if (chosen !== undefined) desk.current?.scrollIntoView({ block: 'start' })
  }, [chosen])
  const go = (step: number) => setChosen(items[at + step]?.id ?? chosen)
  return (
    <section className={style.section} ref={desk} data-desk>
      <Filters day={day} outcome={outcome} openOnly={openOnly} />
      {page ? null : <Skeleton lines={6} />}
      <div className={style.desk} data-open={item !== undefined}>
        <div>
          {page && items.length === 0 ? (
            outcome !== null || openOnly ? (
              <NothingFound title={t('noItems')} clear={() => setParams([], inPlace)} />
            ) : (
              <p>{t('noItems')}</p>
            )
          ) : null}
          {items.length > 0 ? <ItemsTable items={items} chosen={chosen} onChoose={setChosen} /> : null}
          <ShowMore page={page?.pageInfo} fetchMore={fetchMore} />
        </div>
        {item ? (
          <ItemPanel
            key={item.id}
            item={item}
            onClose={() => {
              setChosen(undefined)
              document.getElementById(`item-${item.id}`)?.focus()
            }}
            onChanged={() => Promise.all([onChanged(), refetch()])}
            {...(at > 0 ? { onPrevious: () => go(-1) } : {})}
            {...(at < items.length - 1 ? { onNext: () => go(1) } : {})}
          />
        ) : null}
      </div>
    </section>
  )
}

function Filters({ day, outcome, openOnly }: { day: Day; outcome: string | null; openOnly: boolean }) {
  const t = useMessages(dayMessages)
  const words = useMessages(messages)
  const [, setParams] = useSearchParams()
  const choose = (id: 'ALL' | 'OPEN' | (typeof outcomes)[number]) =>
    setParams(id === 'ALL' ? [] : id === 'OPEN' ? [['open', '1']] : [['outcome', id]], inPlace)
  const some = day.totals.filter(({ count }) => count > 0)
  return (
    <Choices
      label={t('filter')}
      chosen={openOnly ? 'OPEN' : (outcome ?? 'ALL')}
      options={[
        { id: 'ALL', text: t('all') },
        { id: 'OPEN', text: t('openOnly'), count: day.open },
        ...some.map((total) => ({ id: total.outcome, text: words(total.outcome), count: total.count })),
      ]}
      onChoose={choose}
    />
  )
}
