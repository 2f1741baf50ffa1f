import { NavLink } from 'react-router'
import type { Place } from '../lib/feature.ts'
import { useLanguage } from '../lib/language-context.tsx'

/** The places of a frame as links; the current one carries aria-current. */
export function PlaceList({ places, onChosen }: { places: readonly Place[]; onChosen?: () => void }) {
  const { language } = useLanguage()
  return (
    <ul>
      {places.map(({ to, label, icon: Icon, end }) => (
        <li key={to}>
          <NavLink to={to} end={end ?? false} onClick={onChosen}>
            <Icon size={22} stroke={1.6} aria-hidden />
            <span>{language === 'zh-CN' ? label.zh : label.en}</span>
          </NavLink>
        </li>
      ))}
    </ul>
  )
}
