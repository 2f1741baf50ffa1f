import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import type { ConfirmationsQuery, ConfirmationState } from './confirmations.generated.ts'
import { messages } from './messages.ts'
import style from './confirmations.module.css'

type Counts = NonNullable<ConfirmationsQuery['inspection']>['confirmationCounts']

const countOf = {
  DISAGREED: 'disagreed',
  CHANGED: 'changed',
  UNREACHED: 'unreached',
  EXPIRED: 'expired',
  WAITING: 'waiting',
  CONFIRMED: 'confirmed',
  NOT_ASKED: 'notAsked',
} as const satisfies Record<ConfirmationState, keyof Counts>
/** What needs a hand stands first. */
const order = [
  'DISAGREED',
  'CHANGED',
  'UNREACHED',
  'EXPIRED',
  'WAITING',
  'CONFIRMED',
  'NOT_ASKED',
] as const satisfies readonly ConfirmationState[]

interface FilterProps {
  counts: Counts
  all: number
  state: ConfirmationState | undefined
  onState: (state: ConfirmationState | undefined) => void
}

/** How far the asking has come, and the people of one state. */
export function StateFilter({ counts, all, state, onState }: FilterProps) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <section className={style.progress} aria-label={t('filter')}>
      <p className={style.figure}>{t('progress', { confirmed: counts.confirmed, people: all })}</p>
      <div className={style.bar} aria-hidden="true">
        <span style={{ inlineSize: `${all === 0 ? 0 : (100 * counts.confirmed) / all}%` }} />
      </div>
      <div className={style.filter}>
        <button type="button" aria-pressed={state === undefined} onClick={() => onState(undefined)}>
          {t('all')} <b>{format.count(all)}</b>
        </button>
        {order
          .filter((one) => counts[countOf[one]] > 0 || one === state)
          .map((one) => (
            <button key={one} type="button" aria-pressed={state === one} onClick={() => onState(one)}>
              {t(one)} <b>{format.count(counts[countOf[one]])}</b>
            </button>
          ))}
      </div>
    </section>
  )
}
