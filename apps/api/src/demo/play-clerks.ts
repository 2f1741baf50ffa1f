import { demoPassword } from '@shebao/prisma/seed'
import type { DemoUnit } from '@shebao/prisma/seed'
import { inviteClerk } from '../features/office/clerks/index.ts'
import { setPasswordByLink } from '../features/office/session/index.ts'
import type { ClerkDuty } from '../access/viewer.ts'
import type { Platform } from '../platform/platform.ts'
import { findDemoViewer } from './demo-viewer.ts'

const origin = 'demo'
const withSeveral = '1101060004'
const invited: readonly (readonly [name: string, duties: readonly ClerkDuty[]])[] = [
  ['冯编制', ['PREPARE']],
  ['钱缴费', ['SUBMIT', 'PAY']],
]

/** An employer whose first clerk invited two more: one who only prepares, one who submits and pays. */
export async function playClerks(platform: Platform, units: readonly DemoUnit[]): Promise<void> {
  const unit = units.find(({ registrationNo }) => registrationNo === withSeveral)
  if (!unit) return
  const asker = await findDemoViewer(platform, { employerId: unit.id })
  for (const [displayName, duties] of invited) {
    const outcome = await inviteClerk(platform, { asker, origin }, { displayName, duties })
    if (outcome.outcome !== 'DONE' || !outcome.link) throw new Error('A demo clerk was not invited.')
    const caller = { origin, userAgent: origin }
    await setPasswordByLink(platform, caller, { code: outcome.link.code, newPassword: demoPassword })
  }
}
