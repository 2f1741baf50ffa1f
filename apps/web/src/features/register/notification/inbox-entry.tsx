import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import type { InboxQuery } from './inbox.generated.ts'
import style from './inbox.module.css'
import { messages } from './page-messages.ts'

type Entry = InboxQuery['inbox']['edges'][number]['node']

/** One notification. Its title opens what it is about, and with that it is read. */
export function InboxEntry({ entry, onRead }: { entry: Entry; onRead: () => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const unread = entry.readAt === null
  const insured = useViewer().kind === 'INSURED'
  return (
    <li className={style.entry} data-unread={unread}>
      <p className={style.head}>
        <Link to={entry.path} className={style.title} onClick={() => (unread ? onRead() : undefined)}>
          {entry.title}
        </Link>
        {unread ? <span className={style.mark}>{t('isUnread')}</span> : null}
        <time dateTime={entry.createdAt}>{format.instant(entry.createdAt)}</time>
      </p>
      <p className={style.body}>{entry.body}</p>
      {unread || insured ? (
        <p className={style.next}>
          {unread ? (
            <Button variant="subtle" size="compact-sm" className={style.read} onClick={onRead}>
              {t('markOne')}
              <span className="visually-hidden">{`: ${entry.title}`}</span>
            </Button>
          ) : null}
          {insured ? (
            <Link to={`/me/ask?notice=${entry.id}`} className={style.ask}>
              {t('askAbout')}
              <span className="visually-hidden">{`: ${entry.title}`}</span>
            </Link>
          ) : null}
        </p>
      ) : null}
    </li>
  )
}
