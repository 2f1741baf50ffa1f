import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { WaySection } from './way-section.tsx'
import { WaysToBeToldDocument } from './ways.generated.ts'
import { waysMessages } from './ways-messages.ts'
import style from './ways.module.css'

/** How the reader is told besides the inbox, and where. */
export function WaysPage() {
  const t = useMessages(waysMessages)
  const { data, error, refetch } = useQuery(WaysToBeToldDocument, { fetchPolicy: 'cache-and-network' })
  return (
    <div className={style.page}>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        above={
          <Link to=".." relative="path">
            {t('back')}
          </Link>
        }
      />
      {error && !data ? <Notice tone="refused">{t('notRead')}</Notice> : null}
      {!data && !error ? <Skeleton lines={6} /> : null}
      {data?.waysToBeTold.map((way) => (
        <WaySection key={way.channel} way={way} onChanged={async () => void (await refetch())} />
      ))}
    </div>
  )
}
