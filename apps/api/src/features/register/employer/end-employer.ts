import type { CivilDate } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { setEnd } from './employer.repository.ts'
import { insertParticulars, lockEmployer, supersedeParticulars } from './particulars.repository.ts'
import { historyOf, withoutOrigin } from './record-particulars.ts'
import type { RegisterSource } from './register-source.ts'

/**
 * The unit is in the register until a day and not after it: what holds of it ends with that day, what was to hold later never does, and
 * what was known until now stays known as superseded (ADR 24). Within the open transaction; the unit is locked until it ends.
 */
export async function endEmployer(
  platform: Platform,
  employerId: string,
  { lastDay, source }: { lastDay: CivilDate; source: RegisterSource },
): Promise<void> {
  await lockEmployer(platform, employerId)
  const held = await historyOf(platform, employerId, source.at)
  const beyond = held.filter(({ validTo }) => validTo === null || validTo > lastDay)
  await supersedeParticulars(
    platform,
    beyond.map(({ id }) => id),
    source.at,
  )
  const ended = beyond.filter(({ validFrom }) => validFrom <= lastDay)
  await insertParticulars(
    platform,
    ended.map((row) => ({ ...withoutOrigin(row), validTo: lastDay, source })),
  )
  await setEnd(platform, employerId, lastDay)
}
