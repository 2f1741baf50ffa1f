import { Button, type ButtonProps } from '@mantine/core'
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { joinPages } from '../lib/join-pages.ts'
import { useMessages } from '../lib/language-context.tsx'
import { messages } from './messages.ts'
import { Notice } from './notice.tsx'
import style from './show-more.module.css'

/** The query's own `fetchMore`, as a list needs it. */
export type FetchPage = (next: {
  variables: { after: string | null }
  updateQuery: typeof joinPages
}) => Promise<unknown>

/** How far a list is shown. */
export interface PageShown {
  hasNextPage: boolean
  endCursor: string | null
}

interface ShowMoreProps {
  /** Missing until it has come. */
  page: PageShown | undefined
  fetchMore: FetchPage
  size?: ButtonProps['size']
  /** What the reader was led to stands further on: the pages come by themselves until it is shown. */
  sought?: boolean
  /** Where the list has words of its own. */
  children?: ReactNode
}

/** The way to the next page of a list, where there is one. A page that does not come is said, and asked for again; what is shown stays. */
export function ShowMore({ page, fetchMore, size = 'sm', sought = false, children }: ShowMoreProps) {
  const t = useMessages(messages)
  const [standing, setStanding] = useState<'still' | 'asking' | 'failed'>('still')
  const after = page?.endCursor ?? null
  const hasNext = page?.hasNextPage === true
  const ask = () =>
    fetchMore({ variables: { after }, updateQuery: joinPages }).then(
      () => setStanding('still'),
      () => setStanding('failed'),
    )
  const press = () => {
    setStanding('asking')
    void ask()
  }
  const seek = useEffectEvent(() => void ask())
  useEffect(() => {
    if (sought && hasNext) seek()
  }, [sought, hasNext, after])
  if (!hasNext) return null
  return (
    <div className={style.more}>
      {standing === 'failed' ? <Notice tone="refused">{t('moreFailed')}</Notice> : null}
      <Button variant="default" size={size} loading={standing === 'asking'} onClick={press}>
        {standing === 'failed' ? t('retry') : (children ?? t('more'))}
      </Button>
    </div>
  )
}
