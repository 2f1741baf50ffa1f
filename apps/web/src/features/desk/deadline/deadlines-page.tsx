import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { DueList } from '../home/index.ts'
import { DeadlinesDocument } from './deadline.generated.ts'
import style from './deadline.module.css'
import { FeedSection } from './feed-section.tsx'
import { messages } from './messages.ts'

/** What is due and until when, and how it gets into a calendar. */
export function DeadlinesPage() {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const { data, error } = useQuery(DeadlinesDocument, { fetchPolicy: 'cache-and-network' })
  if (error && !data) throw error
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} above={<Link to="/employer">{t('home')}</Link>} />
      {data ? (
        <>
          <section aria-labelledby="due" className={style.section}>
            <h2 id="due">{t('due')}</h2>
            <DueList employer={data.employer} />
            <p className={style.more}>
              <Link to="/employer/rehearsal">{t('rehearsal')}</Link>
            </p>
          </section>
          <section aria-labelledby="calendar" className={style.section}>
            <h2 id="calendar">{t('calendar')}</h2>
            <div className={style.ways}>
              <div className={style.way}>
                <h3>{t('fileTitle')}</h3>
                <p>{t('fileText')}</p>
                <Button component="a" variant="default" href={`/documents/deadlines.ics?lang=${language}`} download>
                  {t('download')}
                </Button>
              </div>
              <FeedSection feed={data.deadlineFeed} />
            </div>
          </section>
        </>
      ) : (
        <Skeleton lines={8} />
      )}
    </>
  )
}
