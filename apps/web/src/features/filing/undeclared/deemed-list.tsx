import { Button } from '@mantine/core'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { joinPages } from '../../../shared/lib/join-pages.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { DeemedItem } from './deemed-item.tsx'
import { messages } from './messages.ts'
import { DeemedAssessmentsDocument } from './undeclared.generated.ts'
import style from './undeclared.module.css'
import type { Said } from './undeclared.ts'

/** What waits for a second person, or what was decided. */
export function DeemedList({ open, onSaid }: { open: boolean; onSaid: Said }) {
  const t = useMessages(messages)
  const { data, error, refetch, fetchMore } = useQuery(DeemedAssessmentsDocument, {
    variables: { open },
    fetchPolicy: 'cache-and-network',
  })
  const page = data?.deemedAssessments
  if (error && !page) {
    return (
      <Notice tone="refused">
        {t('loadFailed')}{' '}
        <Button size="compact-sm" variant="subtle" onClick={() => void refetch()}>
          {t('retry')}
        </Button>
      </Notice>
    )
  }
  if (!page) return <Skeleton lines={6} />
  if (page.edges.length === 0) return <EmptyState title={t(open ? 'nothingWaiting' : 'nothingDecided')} />
  return (
    <section className={style.list} aria-label={t(open ? 'waiting' : 'decided')}>
      <ul className={style.items}>
        {page.edges.map(({ node }) => (
          <DeemedItem
            key={node.id}
            item={node}
            onSaid={(said) => {
              onSaid(said)
              void refetch()
            }}
            renew={refetch}
          />
        ))}
      </ul>
      {page.pageInfo.hasNextPage ? (
        <Button
          variant="default"
          onClick={() => void fetchMore({ variables: { after: page.pageInfo.endCursor }, updateQuery: joinPages })}
        >
          {t('more')}
        </Button>
      ) : null}
    </section>
  )
}
