import { demoPassword } from '@shebao/prisma/seed'
import type { DemoUnit } from '@shebao/prisma/seed'
import { inviteClerk } from '../features/office/clerks/index.ts'
import { acceptMandate, grantMandate } from '../features/office/mandate/index.ts'
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

const agency = '1101070010'
const mandatedBy = ['1101160012', '1101180015']

/** An agency that acts for two employers, each of which let it prepare and submit. */
export async function playMandates(platform: Platform, units: readonly DemoUnit[]): Promise<void> {
  const idOf = (number: string) => units.find(({ registrationNo }) => registrationNo === number)?.id ?? ''
  const receiver = await findDemoViewer(platform, { employerId: idOf(agency) })
  const today = platform.clock.today()
  const validTo = `${Number(today.slice(0, 4)) + 1}-12-31`
  for (const number of mandatedBy) {
    const giver = await findDemoViewer(platform, { employerId: idOf(number) })
    const given = { agencyNumber: agency, duties: ['PREPARE', 'SUBMIT'], validFrom: today, validTo } as const
    const mandate = await grantMandate(platform, giver, origin, given)
    if (typeof mandate === 'string') throw new Error(`A demo mandate was refused: ${mandate}.`)
    await acceptMandate(platform, receiver, origin, { id: mandate.id })
  }
}
