import { readRegistration } from '@shebao/declaration-rules'
import type { RegistrationProblem, RegistrationValues } from '@shebao/declaration-rules'
import { districtOfCreditCode, isDistrictOf } from '@shebao/identifiers/districts'
import { noFacts, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { attachVisitorFiles, filesOf } from '../attachment/index.ts'
import { findOfficeFor } from '../employer/index.ts'
import { openApplication } from './application-key.ts'
import type { ApplicationKey, KeyRefusal } from './application-key.ts'
import { applicant, registrationCase, traceOf } from './registration-case.ts'
import { findRegistration, insertVersion, setRegistration } from './registration.repository.ts'
import type { RegistrationRow } from './registration.repository.ts'

export type SubmitOutcome =
  | { kind: 'DONE'; row: RegistrationRow }
  | { kind: 'REFUSED'; reason: 'VALUES'; problems: readonly RegistrationProblem[] }
  | { kind: 'REFUSED'; reason: 'LICENCE_MISSING' | 'NOT_NOW' }
  | KeyRefusal

/**
 * Sends the application, or its next version after a refusal. Whether the register knows the unit is not looked at here: the answer is
 * the same for every credit code.
 */
export async function submitRegistration(
  platform: Platform,
  origin: string,
  key: ApplicationKey,
  { typed, files }: { typed: RegistrationValues; files: readonly string[] },
): Promise<SubmitOutcome> {
  const opened = await openApplication(platform, origin, key)
  if ('kind' in opened) return opened
  const { values, problems } = await readStated(platform, typed)
  const attached = (await filesOf(platform, 'REGISTRATION', opened)).length
  const taken = await takeStep(platform, registrationCase, {
    id: opened.id,
    event: 'SUBMIT',
    actor: applicant,
    origin,
    facts: () => ({ problems, files: attached + files.length }),
    revision: (version: number) => version,
    async write(row, status) {
      const version = row.version + 1
      const form = platform.vault.seal(values)
      await insertVersion(platform, { registrationId: row.id, version, form })
      await setRegistration(platform, row.id, {
        status,
        version,
        form,
        creditCode: values.creditCode ?? null,
        unitName: values.name ?? null,
        submittedAt: platform.clock.now(),
        decidedAt: null,
      })
      const subject = { kind: 'REGISTRATION', id: row.id, employerId: null } as const
      await attachVisitorFiles(platform, row.id, { field: 'files', ids: files, subject, retention: 'CASE_EVIDENCE' })
      return version
    },
    trace: (row, _to, version) =>
      traceOf('REGISTRATION_SUBMITTED', { ...row, creditCode: values.creditCode ?? null }, { version }),
  })
  if (taken.kind === 'REFUSED') {
    const { refusal } = taken
    if (refusal.code !== 'GUARD') return { kind: 'REFUSED', reason: 'NOT_NOW' }
    const wrong = refusal.problems.filter((problem) => typeof problem !== 'string')
    return wrong.length > 0
      ? { kind: 'REFUSED', reason: 'VALUES', problems: wrong }
      : { kind: 'REFUSED', reason: 'LICENCE_MISSING' }
  }
  return { kind: 'DONE', row: (await findRegistration(platform, opened.id)) ?? opened }
}

/** What was typed, with the district that the credit code names where none was chosen: staff see which office will have the unit. */
async function readStated(
  platform: Platform,
  typed: RegistrationValues,
): Promise<{ values: RegistrationValues; problems: RegistrationProblem[] }> {
  const { values, problems } = readRegistration(typed, platform.clock.today())
  const region = (await findOfficeFor(platform, undefined))?.region ?? ''
  const { creditCode = '', district = districtOfCreditCode(region, creditCode) } = values
  if (district === undefined) return { values, problems }
  if (!isDistrictOf(region, district)) problems.push({ field: 'district', code: 'WRONG' })
  return { values: { ...values, district }, problems }
}

/** The applicant takes it back, or the office's job one that was never sent. */
export async function withdrawRegistration(
  platform: Platform,
  origin: string,
  key: ApplicationKey,
): Promise<SubmitOutcome> {
  const opened = await openApplication(platform, origin, key)
  if ('kind' in opened) return opened
  const taken = await endRegistration(platform, origin, opened.id)
  if (!taken) return { kind: 'REFUSED', reason: 'NOT_NOW' }
  return { kind: 'DONE', row: (await findRegistration(platform, opened.id)) ?? opened }
}

/** What was typed goes with it: nobody needs it any more. */
export async function endRegistration(platform: Platform, origin: string, id: string): Promise<boolean> {
  const taken = await takeStep(platform, registrationCase, {
    id,
    event: 'WITHDRAW',
    actor: applicant,
    origin,
    facts: noFacts,
    write: (row, status) => setRegistration(platform, row.id, { status, form: null, decidedAt: platform.clock.now() }),
    trace: (row) => traceOf('REGISTRATION_WITHDRAWN', row),
  })
  return taken.kind === 'TAKEN'
}
