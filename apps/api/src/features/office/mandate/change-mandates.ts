import { isCivilDate } from '@shebao/kernel'
import { normaliseIdentifier } from '@shebao/identifiers'
import { requireMay } from '../../../access/permissions.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { requireUuid } from '../../../access/uuid.ts'
import { clerkDuties } from '../../../access/viewer.ts'
import type { Clerk, ClerkDuty, Viewer } from '../../../access/viewer.ts'
import type { Decision } from '../../../case/case-mark.ts'
import { noFacts, openCase, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { tell } from '../../../telling/tell.ts'
import { endTelling, tellingOf } from './tell-mandate.ts'
import { mandateCase, receivedMandateCase, traceOf } from './mandate-case.ts'
import { mandateTable } from './mandate.lifecycle.ts'
import {
  findEmployerByNumber,
  insertMandate,
  listMandates,
  listRunOut,
  lockMandate,
  setMandateState,
} from './mandate.repository.ts'
import type { MandateRow, NewMandate } from './mandate.repository.ts'

/** More are not shown; an agency for more employers than this is several [PD]. */
export const mostMandates = 500
/** A mandate is looked at again at least so often [PD]. */
const longestYears = 3

/**
 * NO_SUCH_AGENCY: nobody of this number is registered with the office. ITSELF. ALREADY: one is open between the two; end it first.
 */
export const mandateRefusals = ['NO_SUCH_AGENCY', 'ITSELF', 'ALREADY'] as const
export type MandateRefusal = (typeof mandateRefusals)[number]

export interface GrantInput {
  agencyNumber: string
  duties: readonly ClerkDuty[]
  validFrom: string
  validTo: string
}

/** Given and received ones of an employer: for itself and for staff. */
export async function readMandates(
  platform: Platform,
  asker: Viewer | undefined,
  employerId: string,
): Promise<MandateRow[]> {
  requireMay(asker, 'mandate:read', { employerId: requireUuid(employerId, 'employer') }, 'employer')
  return listMandates(platform, employerId, mostMandates)
}

export async function grantMandate(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  input: GrantInput,
): Promise<MandateRow | MandateRefusal> {
  const actor = requireMay(asker, 'mandate:grant')
  checkDays(platform.clock.today(), input)
  const agencyId = await findEmployerByNumber(platform, normaliseIdentifier(input.agencyNumber))
  if (!agencyId) return 'NO_SUCH_AGENCY'
  if (agencyId === actor.employerId) return 'ITSELF'
  const duties = clerkDuties.filter((duty) => duty !== 'ADMINISTER' && input.duties.includes(duty))
  const wanted = { employerId: actor.employerId, agencyId, duties, validFrom: input.validFrom, validTo: input.validTo }
  return platform.database.transaction(async () => {
    for (const id of await listRunOut(platform, wanted)) await end(platform, actor, origin, { id })
    return open(platform, actor, origin, wanted)
  })
}

async function open(
  platform: Platform,
  actor: Clerk,
  origin: string,
  wanted: NewMandate,
): Promise<MandateRow | MandateRefusal> {
  const id = await insertMandate(platform, wanted)
  if (!id) return 'ALREADY'
  return openCase(platform, mandateTable, {
    event: 'GRANT',
    actor,
    origin,
    write: async () => {
      const made = await lockMandate(platform, id)
      if (!made) throw notFound('mandate')
      await tell(platform, [tellingOf('agency', 'MANDATE_OFFERED', made)])
      return made
    },
    trace: (made) => traceOf('MANDATE_GRANTED', made),
  })
}

export const acceptMandate = (platform: Platform, asker: Viewer | undefined, origin: string, decision: Decision) =>
  answer(platform, requireMay(asker, 'mandate:accept'), origin, decision, 'ACCEPT')

export const declineMandate = (platform: Platform, asker: Viewer | undefined, origin: string, decision: Decision) =>
  answer(platform, requireMay(asker, 'mandate:decline'), origin, decision, 'DECLINE')

async function answer(
  platform: Platform,
  actor: Clerk,
  origin: string,
  { id, decidedOn }: Decision,
  event: 'ACCEPT' | 'DECLINE',
): Promise<MandateRow> {
  await takeStep(platform, receivedMandateCase, {
    id,
    decidedOn,
    event,
    actor,
    origin,
    facts: noFacts,
    async write(row, status) {
      // Before it holds: from then on the agency's own clerks read what its employer is told.
      await tell(platform, [tellingOf('employer', event === 'ACCEPT' ? 'MANDATE_ACCEPTED' : 'MANDATE_DECLINED', row)])
      await setMandateState(platform, id, status)
    },
    trace: (row) => traceOf(event === 'ACCEPT' ? 'MANDATE_ACCEPTED' : 'MANDATE_DECLINED', row),
  })
  return reread(platform, actor, id)
}

/** By whoever gave it or whoever received it. Sessions under it can do nothing from then on, and say so. */
export async function endMandate(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  decision: Decision,
): Promise<MandateRow> {
  const actor = requireMay(asker, 'mandate:end')
  await end(platform, actor, origin, decision)
  return reread(platform, actor, decision.id)
}

async function end(platform: Platform, actor: Clerk, origin: string, { id, decidedOn }: Decision): Promise<void> {
  await platform.database.transaction(async () => {
    const row = await lockMandate(platform, id)
    const byAgency = row?.agencyId === actor.employerId
    await takeStep(platform, byAgency ? receivedMandateCase : mandateCase, {
      id,
      decidedOn,
      event: 'END',
      actor,
      origin,
      facts: noFacts,
      async write(ended, status) {
        await setMandateState(platform, id, status)
        const today = platform.clock.today()
        // One that ran out before is only put away here: it ended with its last day.
        const lastDay = ended.validTo < today ? ended.validTo : today
        await tell(platform, [endTelling(byAgency ? 'employer' : 'agency', ended, lastDay)])
      },
      trace: (ended) => traceOf('MANDATE_ENDED', ended),
    })
  })
}

async function reread(platform: Platform, { employerId }: Clerk, id: string): Promise<MandateRow> {
  const row = await lockMandate(platform, id)
  if (!row || (row.employerId !== employerId && row.agencyId !== employerId)) throw notFound('mandate')
  return row
}

function checkDays(today: string, { validFrom, validTo }: GrantInput): void {
  if (!isCivilDate(validFrom) || validFrom < today) throw badInput('validFrom', 'Today or a later day is needed.')
  const latest = `${Number(validFrom.slice(0, 4)) + longestYears}${validFrom.slice(4)}`
  if (!isCivilDate(validTo) || validTo < validFrom || validTo > latest)
    throw badInput('validTo', `A day from the first one on, at most ${longestYears} years later, is needed.`)
}
