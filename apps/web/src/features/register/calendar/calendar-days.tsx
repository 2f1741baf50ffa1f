import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import style from './calendar.module.css'
import type { CalendarYearsQuery } from './calendar.generated.ts'
import { messages } from './messages.ts'

export type Day = Pick<CalendarYearsQuery['calendarYears'][number]['days'][number], 'day' | 'kind' | 'name'>

/** Days as people say them: a holiday from its first day to its last, worked weekends one by one. */
export function CalendarDays({ days }: { days: readonly Day[] }) {
  const t = useMessages(messages)
  const format = useFormat()
  const stretches = stretchesOf(days)
  return (
    <ul className={style.days}>
      {stretches.map(({ first, last, kind, name }) => (
        <li key={`${first} ${kind}`} data-kind={kind}>
          <span className={style.name}>{name}</span>
          <span>
            {first === last
              ? format.dayMonth(first)
              : t('to', { from: format.dayMonth(first), to: format.dayMonth(last) })}
          </span>
          <span className="quiet">{t(kind === 'HOLIDAY' ? 'off' : 'worked')}</span>
        </li>
      ))}
    </ul>
  )
}

interface Stretch {
  first: string
  last: string
  kind: Day['kind']
  name: string
}

function stretchesOf(days: readonly Day[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const { day, kind, name } of [...days].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const before = stretches.at(-1)
    if (before && before.kind === kind && before.name === name && follows(before.last, day)) before.last = day
    else stretches.push({ first: day, last: day, kind, name })
  }
  return stretches
}

const dayMilliseconds = 86_400_000
const follows = (day: string, next: string) => Date.parse(next) - Date.parse(day) === dayMilliseconds
