import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { actionWords } from '../audit/index.ts'
import { accountMessages } from './account-messages.ts'
import { SecurityEventsDocument } from './security-events.generated.ts'
import style from './session-list.module.css'

/** What was changed about how one signs in, by whom: whoever was reset by another sees it here. */
export function SecurityEvents() {
  const t = useMessages(accountMessages)
  const words = useMessages(actionWords)
  const format = useFormat()
  const { data } = useQuery(SecurityEventsDocument, { fetchPolicy: 'network-only' })
  const events = data?.viewer?.securityEvents ?? []
  if (events.length === 0) return <p className="quiet">{t('noEvents')}</p>
  return (
    <ul className={style.sessions}>
      {events.map(({ id, at, action, bySelf, byName, reason }) => (
        <li key={id}>
          <span className={style.device}>{action === null ? '—' : words(action)}</span>
          <span className={style.times}>
            {format.instant(at)}
            {byName === null ? (bySelf ? '' : ` · ${t('eventByNobody')}`) : ` · ${t('eventBy', { name: byName })}`}
            {reason === null ? '' : ` · ${reason}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
