import type { Platform } from '../../../platform/platform.ts'
import { listBookedKeys } from './reversal.repository.ts'

/** Times that one booking can be made and taken back; nobody comes near it. */
const mostTimes = 50

/** The names under which the same booking was or will be made: its own the first time, one more for each time it was taken back. */
export const namesOfBooking = (name: string): string[] =>
  Array.from({ length: mostTimes }, (_one, index) => (index === 0 ? name : `${name}/${index}`))

/** The first of them that the ledger does not know: a key is never used twice. `prefix`: what the ledger puts before it. */
export async function freshName(platform: Platform, name: string, prefix = ''): Promise<string> {
  const names = namesOfBooking(name)
  const booked = await listBookedKeys(
    platform,
    names.map((one) => `${prefix}${one}`),
  )
  const fresh = names.find((one) => !booked.has(`${prefix}${one}`))
  if (fresh === undefined) throw new Error(`${name} was booked and taken back too often.`)
  return fresh
}
