import { ShowMore, type FetchPage, type PageShown } from './show-more.tsx'
import type { ReactNode } from 'react'
import { useMessages } from '../lib/language-context.tsx'
import { deskMessages } from '../case/desk-messages.ts'
import style from './desk.module.css'
import { Skeleton } from './skeleton.tsx'

interface RequestListProps<Item> {
  /** Missing until it has come. */
  page: { edges: readonly { node: Item }[]; pageInfo: PageShown } | undefined
  /** In place of a list without items. */
  empty: ReactNode
  /** The facts, and beside them how far it is. */
  card: (item: Item) => ReactNode
  fetchMore: FetchPage
}

/** What somebody has asked for, a card each, newest first. */
export function RequestList<Item extends { id: string; number: string }>(props: RequestListProps<Item>) {
  const { page, empty, card, fetchMore } = props
  const t = useMessages(deskMessages)
  if (!page) return <Skeleton lines={8} />
  if (page.edges.length === 0) return empty
  return (
    <>
      <ul className={style.list}>
        {page.edges.map(({ node }) => (
          <li key={node.id} className={style.card} aria-label={node.number}>
            {card(node)}
          </li>
        ))}
      </ul>
      <ShowMore page={page.pageInfo} fetchMore={fetchMore}>
        {t('earlier')}
      </ShowMore>
    </>
  )
}
