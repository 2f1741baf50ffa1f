import { alertMeanings, alertRemedies } from '@shebao/kernel/alert-words'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import type { ShownAlertFragment } from './alerts.generated.ts'
import style from './alerts.module.css'
import { messages } from './messages.ts'

/** What stands, since when, and what to do about it. */
export function AlertCard({ alert, webhook }: { alert: ShownAlertFragment; webhook: boolean }) {
  const t = useMessages(messages)
  const [meaning, remedy] = [useMessages(alertMeanings), useMessages(alertRemedies)]
  const format = useFormat()
  const { id, name, urgency, which, process, beganAt, toldAt } = alert
  const facts = [
    t('since', { time: format.instant(beganAt) }),
    ...(which.length > 0 ? [t('which', { which: which.join(t('between')) })] : []),
    ...(process === null ? [] : [t('process', { process })]),
    ...(webhook ? [toldAt === null ? t('untold') : t('told', { time: format.instant(toldAt) })] : []),
  ]
  return (
    <li className={style.alert} aria-labelledby={`alert-${id}`}>
      <div className={style.head}>
        <StatusBadge tone={urgency === 'NOW' ? 'overdue' : 'warning'}>{t(urgency)}</StatusBadge>
        <code>{name}</code>
      </div>
      <h2 id={`alert-${id}`}>{meaning(name)}</h2>
      <p className={style.facts}>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      <h3>{t('todo')}</h3>
      <p>{remedy(name)}</p>
    </li>
  )
}
