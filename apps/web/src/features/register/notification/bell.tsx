import { IconBell } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { UnreadNotificationsDocument } from './bell.generated.ts'
import style from './bell.module.css'
import { messages } from './messages.ts'

const everyMs = 60_000
/** The server counts no further. */
const mostShown = 99

/** How much the viewer has not read; asked again every minute while the page is looked at. */
export function Bell({ to }: { to: string }) {
  const t = useMessages(messages)
  const { data } = useQuery(UnreadNotificationsDocument, {
    fetchPolicy: 'cache-and-network',
    pollInterval: everyMs,
    skipPollAttempt: () => document.hidden,
  })
  const unread = data?.unreadNotifications ?? 0
  const name = unread > mostShown ? t('bellMany') : t('bell', { count: unread })
  return (
    <Link to={to} className={style.bell} aria-label={unread === 0 ? t('bellNone') : name}>
      <IconBell size={22} stroke={1.6} aria-hidden />
      {unread > 0 ? (
        <span className={style.count} aria-hidden>
          {unread > mostShown ? '99+' : unread}
        </span>
      ) : null}
    </Link>
  )
}
