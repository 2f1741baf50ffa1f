import { addWorkingDays } from '@shebao/premium'
import { actingRole, requireMay } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { workingCalendar } from '../../register/calendar/index.ts'
import { findStepDays, insertStepDays } from './relation-transfer.repository.ts'
import type { TransferState } from './relation-transfer.repository.ts'

/**
 * How many working days this office takes for a step. 15 are commonly cited for each step of a pension transfer (interim measures on
 * transferring pension relations of 2010; text not seen); for the other insurances nothing was found. Unverified, and the office's to set [PD].
 */
export const stepDaysRange = [1, 60] as const

/** Whose turn it is. SECOND_PERSON: of this office. PERSON: the insured person. */
export const transferTurns = ['OFFICE', 'SECOND_PERSON', 'PERSON', 'OTHER_REGION', 'NOBODY'] as const
export type TransferTurn = (typeof transferTurns)[number]

export const turnOf: Readonly<Record<TransferState, TransferTurn>> = {
  APPLIED: 'OFFICE',
  VOUCHER_ISSUED: 'PERSON',
  ACCEPTED_THERE: 'OFFICE',
  FUNDS_SENT: 'SECOND_PERSON',
  MOVED: 'OFFICE',
  HANDED_IN: 'OFFICE',
  ACCEPTED: 'OTHER_REGION',
  INFORMED: 'OTHER_REGION',
  FUNDS_RECEIVED: 'SECOND_PERSON',
  COUNTED: 'OFFICE',
  CLOSED: 'NOBODY',
  REFUSED: 'NOBODY',
  WITHDRAWN: 'NOBODY',
}

/** By when this office acts from today on; nothing where somebody else does. */
export async function dueOnIn(platform: Platform, state: TransferState): Promise<string | null> {
  const turn = turnOf[state]
  if (turn !== 'OFFICE' && turn !== 'SECOND_PERSON') return null
  return addWorkingDays(await workingCalendar(platform), platform.clock.today(), await findStepDays(platform))
}

export async function readTransferRule(platform: Platform, asker: Viewer | undefined): Promise<number> {
  requireMay(asker, 'relation-transfer:list')
  return findStepDays(platform)
}

/** For steps that become due from now on. */
export async function setTransferRule(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  stepDays: number,
): Promise<number> {
  const actor = requireMay(asker, 'relation-transfer:set-rule')
  const [least, most] = stepDaysRange
  if (stepDays < least || stepDays > most) throw badInput('stepDays', `${least} to ${most} working days.`)
  return platform.database.transaction(async () => {
    await insertStepDays(platform, stepDays, actor.accountId)
    await platform.audit.record({
      actorKind: actor.kind,
      actorId: actor.accountId,
      role: actingRole(actor, 'relation-transfer:set-rule'),
      origin,
      action: 'TRANSFER_RULE_SET',
      recordType: 'RelationTransferRule',
      recordId: 'in-force',
      change: { stepDays },
    })
    return stepDays
  })
}
