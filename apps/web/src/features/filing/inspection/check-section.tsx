import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { ShowMore, type FetchPage, type PageShown } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { checkMessages } from './check-messages.ts'
import style from './check.module.css'
import sheet from './inspection.module.css'

interface CheckSectionProps<Data> {
  title: string
  /** Where it is changed. */
  to?: string
  data: Data | undefined
  failed: boolean
  onRetry: () => Promise<unknown>
  /** Of the list in it, where it has one. */
  page?: PageShown | undefined
  fetchMore?: FetchPage
  children: (data: Data) => ReactNode
}

/** One part of the last look that the office works out: while it comes, when it does not, and the way to change it. */
export function CheckSection<Data>(props: CheckSectionProps<Data>) {
  const { title, to, data, failed, onRetry, page, fetchMore, children } = props
  const t = useMessages(checkMessages)
  return (
    <section className={sheet.section}>
      <header className={style.head}>
        <h2>{title}</h2>
        {to ? (
          <Link to={to} aria-label={t('changeSection', { section: title })}>
            {t('change')}
          </Link>
        ) : null}
      </header>
      {data === undefined && failed ? (
        <Notice tone="refused">
          <p>{t('billFailed')}</p>
          <Button variant="default" size="compact-sm" onClick={() => void onRetry().catch(() => undefined)}>
            {t('retry')}
          </Button>
        </Notice>
      ) : data === undefined ? (
        <Skeleton lines={4} />
      ) : (
        children(data)
      )}
      {fetchMore ? <ShowMore page={page} fetchMore={fetchMore} /> : null}
    </section>
  )
}
