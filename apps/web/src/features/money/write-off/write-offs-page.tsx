import { useState } from 'react'
import { useLocation } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Choices } from '../../../shared/ui/choices.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { messages } from './messages.ts'
import { WriteOffsDocument } from './write-off.generated.ts'
import { WriteOffItem } from './write-off-item.tsx'
import style from './write-offs-page.module.css'

/** What waits for a head, and what was decided. */
export function WriteOffsPage() {
  const t = useMessages(messages)
  const state: unknown = useLocation().state
  const [open, setOpen] = useState(true)
  const [said, setSaid] = useState<{ tone: 'done' | 'refused'; text: string }>()
  const { data, error, refetch, fetchMore } = useQuery(WriteOffsDocument, {
    variables: { open },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) throw error
  const page = data?.writeOffs
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {typeof state === 'object' && state !== null && 'requested' in state && !said ? (
        <Notice tone="done">{t('requested', { number: String(state.requested) })}</Notice>
      ) : null}
      {said ? <Notice tone={said.tone}>{said.text}</Notice> : null}
      <Choices
        label={t('title')}
        chosen={open ? 'waiting' : 'decided'}
        options={(['waiting', 'decided'] as const).map((id) => ({ id, text: t(id) }))}
        onChoose={(id) => setOpen(id === 'waiting')}
      />
      {!page ? <Skeleton lines={6} /> : null}
      {page?.edges.length === 0 ? (
        <EmptyState title={t(open ? 'nothingWaiting' : 'nothingDecided')}>
          {open ? t('nothingWaitingText') : null}
        </EmptyState>
      ) : null}
      <ul className={style.list}>
        {page?.edges.map(({ node }) => (
          <WriteOffItem
            key={node.id}
            item={node}
            onSaid={async (text) => {
              setSaid(text)
              await refetch()
            }}
            renew={refetch}
          />
        ))}
      </ul>
      <ShowMore page={page?.pageInfo} fetchMore={fetchMore} />
    </>
  )
}
