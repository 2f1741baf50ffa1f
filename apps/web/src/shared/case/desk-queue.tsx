import { ShowMore, type FetchPage, type PageShown } from '../../shared/ui/show-more.tsx'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useMessages } from '../lib/language-context.tsx'
import { useFormat } from '../lib/use-format.ts'
import { deskMessages } from './desk-messages.ts'
import style from '../ui/desk.module.css'
import { MoneyText } from '../ui/money-text.tsx'
import { PlainTable } from '../ui/plain-table.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

interface DeskQueueProps<Item> {
  title: string
  /** Missing until it has come. */
  page: { edges: readonly { node: Item }[]; pageInfo: PageShown } | undefined
  /** In place of a list without items. */
  empty: ReactNode
  /** A `DeskRow` with a key. */
  row: (item: Item) => ReactNode
  fetchMore: FetchPage
}

/** What waits at a desk, a line each. */
export function DeskQueue<Item>({ title, page, empty, row, fetchMore }: DeskQueueProps<Item>) {
  const t = useMessages(deskMessages)
  if (!page) return <Skeleton lines={6} />
  if (page.edges.length === 0) return empty
  return (
    <>
      <PlainTable caption={title} columns={[t('request'), t('about'), t('state'), { end: t('amount') }]}>
        {page.edges.map(({ node }) => row(node))}
      </PlainTable>
      <ShowMore page={page.pageInfo} fetchMore={fetchMore} />
    </>
  )
}

interface DeskRowProps {
  to: string
  number: string
  unit: string | null
  /** What it is about. */
  children: ReactNode
  appliedAt: string
  badge: ReactNode
  /** Whether the next step is the viewer's. */
  yours: boolean
  fen: number
}

export function DeskRow({ to, number, unit, children, appliedAt, badge, yours, fen }: DeskRowProps) {
  const t = useMessages(deskMessages)
  const format = useFormat()
  return (
    <tr>
      <th scope="row">
        <Link to={to}>{number}</Link>
        <span className="sub">{unit}</span>
      </th>
      <td data-line>
        {children}
        <span className="sub">{format.instant(appliedAt)}</span>
      </td>
      <td>
        {badge} {yours ? <strong className={style.turn}>{t('yourTurn')}</strong> : null}
      </td>
      <td data-align="end">
        <MoneyText fen={fen} sign />
      </td>
    </tr>
  )
}
