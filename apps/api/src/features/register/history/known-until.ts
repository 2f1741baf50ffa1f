import { addDays, parseCivilDate } from '@shebao/kernel'
import { badInput } from '../../../access/refusal.ts'

/** What was known on a day was known before the next one began at the office. */
export function knownUntil(day: string): Date {
  const date = parseCivilDate(day)
  if (date === undefined) throw badInput('asKnownOn', 'A day is written YYYY-MM-DD.')
  return new Date(`${addDays(date, 1)}T00:00:00+08:00`)
}
