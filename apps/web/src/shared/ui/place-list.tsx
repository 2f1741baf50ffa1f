import { NavLink } from 'react-router'
import type { Place } from '../lib/feature.ts'
import { useLanguage, useMessages } from '../lib/language-context.tsx'
import { messages } from './messages.ts'

interface PlaceListProps {
  places: readonly Place[]
  /** How many cases of each lifecycle wait for the viewer. */
  waiting?: Readonly<Record<string, number>>
  onChosen?: () => void
}

/** The places of a frame as links; the current one carries aria-current. */
export function PlaceList({ places, waiting = {}, onChosen }: PlaceListProps) {
  const { language } = useLanguage()
  const t = useMessages(messages)
  const count = (names: readonly string[] = []) => names.reduce((sum, name) => sum + (waiting[name] ?? 0), 0)
  return (
    <ul>
      {places.map(({ to, label, icon: Icon, end, waits }) => (
        <li key={to}>
          <NavLink to={to} end={end ?? false} onClick={onChosen}>
            <Icon size={22} stroke={1.6} aria-hidden />
            <span>{language === 'zh-CN' ? label.zh : label.en}</span>
            {count(waits) > 0 ? (
              <span data-count title={t('waitingCount', { count: count(waits) })}>
                {count(waits)}
              </span>
            ) : null}
          </NavLink>
        </li>
      ))}
    </ul>
  )
}
