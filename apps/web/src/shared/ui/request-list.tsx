import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useMessages } from '../lib/language-context.tsx'
import { deskMessages } from '../case/desk-messages.ts'
import style from './desk.module.css'
import { Skeleton } from './skeleton.tsx'

interface RequestListProps<Item> {
  /** Missing until it has come. */
  page: { edges: readonly { node: Item }[]; pageInfo: { hasNextPage: boolean } } | undefined
  /** In place of a list without items. */
  empty: ReactNode
  /** The facts, and beside them how far it is. */
  card: (item: Item) => ReactNode
  onMore: () => Promise<unknown>
}

/** What somebody has asked for, a card each, newest first. */
export function RequestList<Item extends { id: string; number: string }>(props: RequestListProps<Item>) {
  const { page, empty, card, onMore } = props
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
      {page.pageInfo.hasNextPage ? (
        <Button variant="default" onClick={() => void onMore()}>
          {t('earlier')}
        </Button>
      ) : null}
    </>
  )
}
