import { NavLink } from 'react-router'
import type { Place } from '../lib/feature.ts'
import { useLanguage, useMessages } from '../lib/language-context.tsx'
import { messages } from './messages.ts'

export interface PlaceListProps {
  places: readonly Place[]
  /** How many cases of each lifecycle wait for the viewer. */
  waiting?: Readonly<Record<string, number>>
  onChosen?: () => void
}

/** The places of a frame as links; the current one carries aria-current. */
export function PlaceList({ places, waiting = {}, onChosen }: PlaceListProps) {
  const { language } = useLanguage()
  return (
    <ul>
      {places.map(({ to, label, icon: Icon, end, waits = [] }) => (
        <li key={to}>
          <NavLink to={to} end={end ?? false} onClick={onChosen}>
            <Icon size={22} stroke={1.6} aria-hidden />
            <span>{language === 'zh-CN' ? label.zh : label.en}</span>
            <PlaceCount count={countOf([{ waits }], waiting)} />
          </NavLink>
        </li>
      ))}
    </ul>
  )
}

/** How many cases wait for the viewer in some places, each lifecycle once. */
export function countOf(
  places: readonly Pick<Place, 'waits'>[],
  waiting: Readonly<Record<string, number>> = {},
): number {
  const names = new Set(places.flatMap(({ waits = [] }) => waits))
  return [...names].reduce((sum, name) => sum + (waiting[name] ?? 0), 0)
}

export function PlaceCount({ count }: { count: number }) {
  const t = useMessages(messages)
  if (count === 0) return null
  return (
    <span data-count title={t('waitingCount', { count })}>
      {count}
    </span>
  )
}
