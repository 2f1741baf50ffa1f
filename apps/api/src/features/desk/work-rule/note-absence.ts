import { isCivilDate } from '@shebao/kernel'
import { actingRole, may, requireMay, staffMay } from '../../../access/permissions.ts'
import { forbidden, notFound } from '../../../access/refusal.ts'
import type { StaffMember, Viewer } from '../../../access/viewer.ts'
import { listOfficePeople } from '../../../case/office-people.repository.ts'
import type { Platform } from '../../../platform/platform.ts'
import { endAbsenceRow, insertAbsence, listAbsences, lockAbsence } from './absence.repository.ts'
import type { AbsenceRow } from './absence.repository.ts'

/** DAYS: over, or the last before the first. OVERLAPS: away on one of them already. PEOPLE: whoever is away, or stands in, handles no cases. */
export const absenceRefusals = ['DAYS', 'OVERLAPS', 'PEOPLE'] as const
export type AbsenceRefusal = (typeof absenceRefusals)[number]

export interface NewAbsence {
  /** Nothing: whoever asks. */
  accountId?: string | null | undefined
  fromDay: string
  toDay: string
  standInId?: string | null | undefined
}

/** One's own, or somebody else's by who may say so. */
function requireOwn(viewer: StaffMember, accountId: string): void {
  if (accountId !== viewer.accountId && !may(viewer, 'work:assign')) throw forbidden()
}

/** Rules skip who is away, and what they have in hand is offered to whoever stands in. */
export function noteAbsence(
  platform: Platform,
  origin: string,
  asker: Viewer | undefined,
  given: NewAbsence,
): Promise<AbsenceRow | AbsenceRefusal> {
  const viewer = requireMay(asker, 'absence:note')
  const [accountId, standInId] = [given.accountId ?? viewer.accountId, given.standInId ?? null]
  const { fromDay, toDay } = given
  requireOwn(viewer, accountId)
  return platform.database.transaction(async () => {
    if (!isCivilDate(fromDay) || !isCivilDate(toDay) || toDay < fromDay || toDay < platform.clock.today()) return 'DAYS'
    const people = await listOfficePeople(platform)
    const handles = (id: string) => people.some(({ account, roles }) => account === id && staffMay(roles, 'work:take'))
    if (!handles(accountId) || standInId === accountId || (standInId !== null && !handles(standInId))) return 'PEOPLE'
    const own = (await listAbsences(platform)).filter((absence) => absence.accountId === accountId)
    if (own.some((absence) => absence.fromDay <= toDay && absence.toDay >= fromDay)) return 'OVERLAPS'
    const id = await insertAbsence(platform, { accountId, fromDay, toDay, standInId, notedBy: viewer.accountId })
    const row = await lockAbsence(platform, id)
    if (!row) throw new Error('The absence was not kept.')
    await trace(platform, viewer, origin, 'ABSENCE_NOTED', row)
    return row
  })
}

/** Back again, or never away. */
export function endAbsence(
  platform: Platform,
  origin: string,
  asker: Viewer | undefined,
  id: string,
): Promise<AbsenceRow> {
  const viewer = requireMay(asker, 'absence:note')
  return platform.database.transaction(async () => {
    const row = await lockAbsence(platform, id)
    if (!row) throw notFound('absence')
    requireOwn(viewer, row.accountId)
    await endAbsenceRow(platform, id)
    await trace(platform, viewer, origin, 'ABSENCE_ENDED', row)
    return row
  })
}

async function trace(
  platform: Platform,
  viewer: StaffMember,
  origin: string,
  action: 'ABSENCE_NOTED' | 'ABSENCE_ENDED',
  { id, name, fromDay, toDay, standInName }: AbsenceRow,
): Promise<void> {
  await platform.audit.record({
    actorKind: 'STAFF',
    actorId: viewer.accountId,
    role: actingRole(viewer, 'absence:note'),
    origin,
    action,
    recordType: 'StaffAbsence',
    recordId: id,
    change: { absent: name, fromDay, toDay, ...(standInName === null ? {} : { standIn: standInName }) },
  })
}
