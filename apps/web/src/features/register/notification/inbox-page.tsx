import { Button } from '@mantine/core'
import { Link, useSearchParams } from 'react-router'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { Choices } from '../../../shared/ui/choices.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { UnreadNotificationsDocument } from './bell.generated.ts'
import { InboxDocument, MarkNotificationsReadDocument } from './inbox.generated.ts'
import { EnforcementPapers } from './enforcement-papers.tsx'
import style from './inbox.module.css'
import { InboxEntry } from './inbox-entry.tsx'
import { messages } from './page-messages.ts'

/** What the office told the reader: unread first, everything on request. */
export function InboxPage() {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const viewer = useViewer()
  const [params, setParams] = useSearchParams()
  const unreadOnly = params.get('show') !== 'all'
  const variables = { language: language === 'en' ? 'EN' : 'ZH_CN', unreadOnly, after: null } as const
  const { data, error, fetchMore, refetch } = useQuery(InboxDocument, { variables, fetchPolicy: 'cache-and-network' })
  const { mark, markAll, notMarked } = useMarking(() => void refetch())
  const page = data?.inbox
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} next={<Elsewhere />} />
      <div className={style.tools}>
        <Choices
          label={t('show')}
          chosen={unreadOnly ? 'unread' : 'all'}
          options={[
            { id: 'unread', text: t('unread') },
            { id: 'all', text: t('all') },
          ]}
          onChoose={(show) => setParams(show === 'all' ? { show } : {})}
        />
        {page?.edges.some(({ node }) => node.readAt === null) ? (
          <Button variant="default" size="sm" onClick={() => void markAll()}>
            {t('markAll')}
          </Button>
        ) : null}
      </div>
      {notMarked ? <Notice tone="refused">{t('notMarked')}</Notice> : null}
      {error && !page ? (
        <Notice tone="refused">
          {t('failed')}{' '}
          <Button variant="subtle" size="compact-sm" onClick={() => void refetch()}>
            {t('again')}
          </Button>
        </Notice>
      ) : null}
      {!page && !error ? <Skeleton lines={8} /> : null}
      {page?.edges.length === 0 ? <NothingHere unreadOnly={unreadOnly} /> : null}
      {page && page.edges.length > 0 ? (
        <ul className={style.list}>
          {page.edges.map(({ node }) => (
            <InboxEntry key={node.id} entry={node} onRead={() => void mark(node.id)} />
          ))}
        </ul>
      ) : null}
      <ShowMore page={page?.pageInfo} fetchMore={fetchMore}>
        {t('more')}
      </ShowMore>
      {viewer.kind === 'EMPLOYER' ? <EnforcementPapers /> : null}
    </>
  )
}

/** Where the reader goes from here: how they are told, and for a clerk what is due and until when. */
function Elsewhere() {
  const t = useMessages(messages)
  const { kind } = useViewer()
  return (
    <>
      {kind === 'EMPLOYER' ? <Link to="/employer/deadlines">{t('deadlines')}</Link> : null}{' '}
      <Link to="settings">{t('settings')}</Link>
    </>
  )
}

function NothingHere({ unreadOnly }: { unreadOnly: boolean }) {
  const t = useMessages(messages)
  if (!unreadOnly) return <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
  return (
    <EmptyState title={t('noneUnread')} next={<Link to="?show=all">{t('showAll')}</Link>}>
      {t('noneUnreadText')}
    </EmptyState>
  )
}

/** One marked stays where it is until the list is asked for again, so that nothing moves under the pointer. */
function useMarking(onAll: () => void) {
  const [send, { error, client }] = useMutation(MarkNotificationsReadDocument)
  const mark = (id: string) =>
    send({ variables: { ids: [id] } }).then(
      ({ data }) => {
        client.cache.change({ __typename: 'Notification', id }, { readAt: new Date().toISOString() })
        if (data)
          client.writeQuery({
            query: UnreadNotificationsDocument,
            data: { unreadNotifications: data.markNotificationsRead },
          })
      },
      () => undefined,
    )
  const markAll = () =>
    send({ variables: { ids: null }, refetchQueries: [UnreadNotificationsDocument] }).then(onAll, () => undefined)
  return { mark, markAll, notMarked: error !== undefined }
}
