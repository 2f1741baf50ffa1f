import { useMessages } from '../../../shared/lib/language-context.tsx'
import type { ClaimCandidate } from './claim-candidate.ts'
import { claimMessages } from './claim-messages.ts'
import type { FoundUnit } from './find-unit.tsx'
import style from './resolve-form.module.css'

interface ClaimSuggestionListProps {
  suggestions: readonly ClaimCandidate[]
  chosen: string | undefined
  onChoose: (unit: FoundUnit & { noticeNumber: string | null }) => void
}

/** What the register suggests, the strongest first; chosen with one press, compared before anything is booked. */
export function ClaimSuggestionList({ suggestions, chosen, onChoose }: ClaimSuggestionListProps) {
  const t = useMessages(claimMessages)
  if (suggestions.length === 0) return null
  return (
    <fieldset className={style.choices}>
      <legend>{t('suggestions')}</legend>
      {suggestions.map(({ employerId, name, registrationNo, noticeNumber, reasons }) => (
        <button
          key={employerId}
          type="button"
          className={style.suggestion}
          aria-pressed={employerId === chosen}
          onClick={() => onChoose({ id: employerId, name, registrationNo, noticeNumber })}
        >
          <strong>{name}</strong>
          <span className="sub">
            {[registrationNo, ...(noticeNumber ? [t('toNotice', { number: noticeNumber })] : [])].join(' · ')}
          </span>
          <span className="sub">{reasons.map((reason) => t(reason)).join(' · ')}</span>
        </button>
      ))}
    </fieldset>
  )
}
