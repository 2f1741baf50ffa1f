import { REGISTRATION_FIELDS } from '@shebao/declaration-rules'
import type { RegistrationValues } from '@shebao/declaration-rules'
import { isOneOf } from '@shebao/kernel'
import { firstClerk } from '../../../access/first-clerk.ts'
import { requireMay } from '../../../access/permissions.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Decision } from '../../../case/case-mark.ts'
import { problemsOf } from '../../../case/problems-of.ts'
import { noFacts, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { tellApplicant } from '../../../telling/tell.ts'
import { findEmployerByCode, findOpenOnlineFilings, registerEmployers } from '../employer/index.ts'
import type { EmployerRow } from '../employer/index.ts'
import { giveOnlineFiling } from '../online-filing/index.ts'
import { newEmployerOf } from './new-employer-of.ts'
import { approvalProblems, registrationCase, traceOf } from './registration-case.ts'
import type { ApprovalProblem } from './registration-case.ts'
import { findRegistration, noteVersion, setRegistration } from './registration.repository.ts'
import type { FieldNote, RegistrationRow } from './registration.repository.ts'

/** NOT_IN_STATE: somebody decided before. */
export type DecisionProblem = ApprovalProblem | 'NOT_IN_STATE'
export type DecisionOutcome =
  | { kind: 'DONE'; row: RegistrationRow }
  | { kind: 'REFUSED'; problems: readonly DecisionProblem[] }

/** The unit the register knows under the credit code of an application. */
export const findKnownUnit = async (platform: Platform, { creditCode }: RegistrationRow): Promise<EmployerRow | null> =>
  creditCode === null ? null : findEmployerByCode(platform, creditCode)

async function standingAgainst(platform: Platform, known: EmployerRow | null): Promise<ApprovalProblem[]> {
  if (!known) return []
  if (known.endedOn !== null) return ['CANCELLED']
  const open = await findOpenOnlineFilings(platform, known.id)
  if (open.some(({ status }) => status === 'APPLIED')) return ['APPLICATION_WAITS']
  return open.length > 0 && (await firstClerk().hasClerks(platform, known.id)) ? ['FILES_ALREADY'] : []
}

/**
 * Brings the unit into the register as it stated itself, from today, lets it file online, and makes the account of its first clerk. Of
 * a unit that the register knows nothing changes but that it may file online: nobody is let in who did not get the office's letter.
 */
export async function approveRegistration(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  { id, decidedOn, injuryClass }: Decision & { injuryClass?: number | undefined },
): Promise<DecisionOutcome> {
  const actor = requireMay(asker, 'registration:approve')
  if (injuryClass !== undefined && !(Number.isInteger(injuryClass) && injuryClass >= 1 && injuryClass <= 8))
    throw badInput('injuryClass', 'A class from 1 to 8 is needed.')
  const taken = await takeStep(platform, registrationCase, {
    id,
    decidedOn,
    event: 'APPROVE',
    actor,
    origin,
    async facts(row) {
      const known = await findKnownUnit(platform, row)
      const unit = await standingAgainst(platform, known)
      return { known, unit, needsClass: known === null && injuryClass === undefined }
    },
    async write(row, status, { known }) {
      const employerId = known?.id ?? (await register(platform, row, injuryClass ?? 1, actor.accountId))
      const standing = known ? await findOpenOnlineFilings(platform, known.id) : []
      if (standing.length === 0) {
        const given = await giveOnlineFiling(platform, asker, origin, { employerId, registrationId: row.id })
        if (typeof given === 'string') throw new Error(`An approval was not given: ${given}.`)
      }
      const { contactName = '' } = formOf(platform, row)
      const accountId = known ? null : await firstClerk().open(platform, { employerId, displayName: contactName })
      await setRegistration(platform, row.id, { status, employerId, accountId, decidedAt: platform.clock.now() })
      await tellResult(platform, row, 'REGISTRATION_APPROVED', actor.accountId)
      return employerId
    },
    trace: (row, _to, employerId) => traceOf('REGISTRATION_APPROVED', row, { version: row.version, employerId }),
  })
  if (taken.kind === 'REFUSED') return refusedFor(problemsOf(taken.refusal))
  return reread(platform, id)
}

/** By e-mail where the applicant gave an address; the page of the application says it to everybody. */
async function tellResult(
  platform: Platform,
  row: RegistrationRow,
  kind: 'REGISTRATION_APPROVED' | 'REGISTRATION_REFUSED',
  by: string,
): Promise<void> {
  const { email = '' } = formOf(platform, row)
  if (email === '') return
  const key = `registration:${row.id}:${row.version}`
  await tellApplicant(platform, { kind, key, to: { accountId: by }, params: { number: row.number } }, email)
}

function refusedFor(found: readonly unknown[]): DecisionOutcome {
  const problems = found.flatMap((problem) => approvalProblems.filter((known) => known === problem))
  return { kind: 'REFUSED', problems: problems.length > 0 ? problems : ['NOT_IN_STATE'] }
}

async function register(platform: Platform, row: RegistrationRow, injuryClass: number, by: string): Promise<string> {
  const unit = await newEmployerOf(platform, formOf(platform, row), injuryClass)
  const source = { kind: 'REQUEST', id: row.id, version: row.version, by, at: platform.clock.now() } as const
  await registerEmployers(platform, source, [unit])
  return unit.id
}

export const formOf = ({ vault }: Pick<Platform, 'vault'>, { form }: RegistrationRow): RegistrationValues =>
  form === null ? {} : vault.open<RegistrationValues>(form)

/** The applicant reads why, and which fields; corrected, it comes back as the next version. */
export async function refuseRegistration(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  { id, decidedOn, reason, fieldNotes }: Decision & { reason: string; fieldNotes: readonly FieldNote[] },
): Promise<DecisionOutcome> {
  const actor = requireMay(asker, 'registration:refuse')
  const note = requireText('reason', reason)
  const notes = fieldNotes.map((one) => ({ field: one.field, note: requireText('fieldNotes', one.note, [2, 200]) }))
  if (notes.some(({ field }) => !isOneOf(REGISTRATION_FIELDS, field))) throw badInput('fieldNotes', 'No such field.')
  const taken = await takeStep(platform, registrationCase, {
    id,
    decidedOn,
    event: 'REFUSE',
    actor,
    origin,
    note,
    facts: noFacts,
    async write(row, status) {
      await noteVersion(platform, row, { note, fieldNotes: notes })
      await setRegistration(platform, row.id, { status, decidedAt: platform.clock.now() })
      await tellResult(platform, row, 'REGISTRATION_REFUSED', actor.accountId)
    },
    trace: (row) =>
      traceOf('REGISTRATION_REFUSED', row, { version: row.version, fields: notes.map(({ field }) => field) }),
  })
  if (taken.kind === 'REFUSED') return refusedFor(problemsOf(taken.refusal))
  return reread(platform, id)
}

async function reread(platform: Platform, id: string): Promise<DecisionOutcome> {
  const row = await findRegistration(platform, id)
  if (!row) throw notFound('registration')
  return { kind: 'DONE', row }
}
