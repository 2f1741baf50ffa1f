import { checkPersonName, maskName, personNumberOnRecord, toHalfWidth } from '@shebao/identifiers'
import { parsePeriod } from '@shebao/kernel'
import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import { noteRead } from '../../../access/note-read.ts'
import type { ReadFrom } from '../../../access/note-read.ts'
import { requireMay } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import { isUuid, requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listEnrolmentHistory, listHeldEnrolments, listPeopleLike } from './enrolment-history.repository.ts'
import type { HeldEnrolment, PersonKey } from './enrolment-history.repository.ts'
import { knownUntil } from './known-until.ts'
import { listHeldParticulars } from './particulars-history.repository.ts'
import type { HeldParticulars } from './particulars-history.repository.ts'

export interface PeopleAsked extends KeysetArgs {
  /** The current month when left out. */
  period?: string | null | undefined
  asKnownOn?: string | null | undefined
  /** The whole number of one person, or a whole name. */
  search?: string | null | undefined
}

export function readParticulars(
  platform: Platform,
  viewer: Viewer | undefined,
  employerId: string,
  asKnownOn: string | null | undefined,
): Promise<HeldParticulars[]> {
  requireMay(viewer, 'register:history', { employerId }, 'employer')
  return listHeldParticulars(platform, employerId, endOf(asKnownOn))
}

/** Noted as a reading of the unit's people. One row more than the page holds says that more follow. */
export async function readInsuredPeople(
  platform: Platform,
  viewer: Viewer | undefined,
  employerId: string,
  asked: PeopleAsked,
  from: ReadFrom,
): Promise<HeldEnrolment[]> {
  const reader = requireMay(viewer, 'register:history', { employerId }, 'employer')
  const period = parsePeriod(asked.period ?? platform.clock.today().slice(0, 7))
  if (period === undefined) throw badInput('period', 'A month is written YYYY-MM.')
  const limit = pageSize(asked) + 1
  const subject = { action: 'READ_INSURED_PEOPLE', recordType: 'Employer', recordId: employerId } as const
  await noteRead(platform, reader, 'register:history', subject, from)
  return listHeldEnrolments(platform, employerId, {
    period,
    asKnownOn: endOf(asked.asKnownOn),
    after: keyOf(asked),
    limit,
    among: await peopleMeant(platform, employerId, asked.search),
  })
}

/** Names and numbers are sealed: a number is found by its keyed hash, a name among those that are masked alike. */
async function peopleMeant(
  platform: Platform,
  employerId: string,
  search: string | null | undefined,
): Promise<string[] | undefined> {
  const text = toHalfWidth(search ?? '').trim()
  if (text === '') return undefined
  if (/\d/.test(text)) {
    const idHash = platform.vault.lookupHash('person-id', personNumberOnRecord(text))
    return (await listPeopleLike(platform, employerId, { idHash, nameMasked: '' })).map(({ id }) => id)
  }
  const read = checkPersonName(text)
  if (!read.ok) return []
  const namesakes = await listPeopleLike(platform, employerId, { idHash: undefined, nameMasked: maskName(read.value) })
  return namesakes
    .filter(({ personal }) => platform.vault.open<{ name: string }>(personal).name === read.value)
    .map(({ id }) => id)
}

export async function readEnrolmentHistory(
  platform: Platform,
  viewer: Viewer | undefined,
  employerId: string,
  individualId: string,
  from: ReadFrom,
): Promise<HeldEnrolment[]> {
  const reader = requireMay(viewer, 'register:history', { employerId }, 'employer')
  const held = await listEnrolmentHistory(platform, employerId, requireUuid(individualId, 'person'))
  const subject = {
    action: 'READ_ENROLMENT_HISTORY',
    recordType: 'Individual',
    recordId: individualId,
    change: { employerId },
  } as const
  if (held.length > 0) await noteRead(platform, reader, 'register:history', subject, from)
  return held
}

export const cursorOfPerson = ({ hireDate, id }: HeldEnrolment) => [hireDate, id]

function keyOf(asked: PeopleAsked): PersonKey | undefined {
  const [hireDate, id] = decodeCursor(asked, 2) ?? []
  if (hireDate === undefined) return undefined
  if (typeof hireDate !== 'string' || typeof id !== 'string' || !isUuid(id))
    throw badInput('after', 'This is no cursor of this list.')
  return { hireDate, id }
}

function endOf(day: string | null | undefined): Date | undefined {
  return day === null || day === undefined ? undefined : knownUntil(day)
}
