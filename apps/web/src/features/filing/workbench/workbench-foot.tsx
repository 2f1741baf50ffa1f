import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { SavedIndicator } from '../../../shared/ui/saved-indicator.tsx'
import type { SavedState } from '../../../shared/ui/saved-indicator.tsx'
import { messages } from './messages.ts'
import type { Overview } from './workbench-session.ts'
import style from './workbench.module.css'

interface WorkbenchFootProps {
  overview: Overview
  shown: number
  saved: SavedState
}

/** Counts, the sum and whether everything is saved: always in sight under the grid. */
export function WorkbenchFoot({ overview, shown, saved }: WorkbenchFootProps) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <div className={style.foot}>
      <span>{t('shownCount', { shown, people: overview.people })}</span>
      <span>
        {t('sum')} <strong>{format.fen(overview.wages)}</strong>
      </span>
      <span className={style.saved}>
        {overview.unsaved > 0 && (saved.kind === 'untouched' || saved.kind === 'saved') ? (
          <output>{t('saveNow', { count: overview.unsaved })}</output>
        ) : (
          <SavedIndicator state={saved} />
        )}
      </span>
    </div>
  )
}
