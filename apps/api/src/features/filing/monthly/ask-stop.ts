import { stopOutlook } from '@shebao/declaration-rules'
import type { StopOutlook, StopType } from '@shebao/declaration-rules'
import { parsePeriod, period as toPeriod } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'
import type { RetirementCategory } from '@shebao/premium'
import { requireMay } from '../../../access/permissions.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listInsuredPeople, listKnownPeople } from '../../register/enrolment/index.ts'
import type { InsuredPerson } from '../../register/enrolment/index.ts'
import { listPensionPeriods } from '../../register/individual/index.ts'
import { personIdHash } from '../personnel/index.ts'
import { monthlyWindow } from './monthly-window.ts'

/** Somebody by the register's id, or by their number. */
export type StoppedPerson = { individualId: string } | { idNumber: string }

export interface StopAsked {
  person: StoppedPerson
  type: StopType
  /** The month that is open when left out. */
  lastMonth?: Period | undefined
  leaveDate?: string | undefined
  /** A woman's follows from her post, which the register does not know; 50 when left out, which is the stricter count of months. */
  category?: RetirementCategory | undefined
}

export interface StopAnswer extends StopOutlook {
  /** The category that was counted with. */
  category: RetirementCategory
  /** Last month that nobody can take back any more: it is owed whatever the stop says. */
  earliestLastPayable: Period
}

/** As many are asked about at a time. */
export const STOPS_AT_MOST = 100

/** One of them, as `askStops` has it; somebody meant by the register's id has to be the unit's. */
export async function askStop(
  platform: Platform,
  viewer: Viewer | undefined,
  asked: StopAsked,
): Promise<StopAnswer | undefined> {
  const [answer] = await askStops(platform, viewer, [asked])
  if (!answer && 'individualId' in asked.person) throw notFound('person')
  return answer
}

/**
 * What stopping each of them breaks, for the unit they are with; nothing is written. Nothing for a number that names nobody the unit
 * insures: a list may hold people who have yet to join.
 */
export async function askStops(
  platform: Platform,
  viewer: Viewer | undefined,
  asked: readonly StopAsked[],
): Promise<(StopAnswer | undefined)[]> {
  const { employerId } = requireMay(viewer, 'employer:act-for')
  if (asked.length > STOPS_AT_MOST) throw badInput('stops', `At most ${STOPS_AT_MOST} at a time.`)
  const ids = await findStopped(platform, employerId, asked)
  const known = ids.filter((id) => id !== undefined)
  const people = new Map((await listInsuredPeople(platform, employerId, known)).map((person) => [person.id, person]))
  const paid = new Map(
    (await listPensionPeriods(platform, [...people.keys()])).map(({ individualId, periods }) => [
      individualId,
      periods,
    ]),
  )
  const { open, today } = await monthlyWindow(platform, employerId)
  return asked.map((stop, index) => {
    const person = people.get(ids[index] ?? '')
    return person && outlookOf(stop, person, paid.get(person.id) ?? [], { open, today })
  })
}

function outlookOf(
  { type, lastMonth, leaveDate, category: given }: StopAsked,
  { sex, birthDate }: InsuredPerson,
  pensionMonths: readonly string[],
  { open, today }: { open: Period; today: string },
): StopAnswer {
  const birthMonth = parsePeriod(birthDate.slice(0, 7))
  if (birthMonth === undefined) throw badInput('individualId', 'No birth date is known of this person.')
  const category = sex === 'MALE' ? 'MALE' : (given ?? 'FEMALE_50')
  const outlook = stopOutlook({
    type,
    lastMonth: lastMonth ?? open,
    ...(leaveDate === undefined ? {} : { leaveDate }),
    today,
    birthMonth,
    category,
    pensionMonths,
  })
  return { ...outlook, category, earliestLastPayable: toPeriod(open) }
}

/** The register's ids, in the order asked. */
async function findStopped(
  platform: Platform,
  employerId: string,
  asked: readonly StopAsked[],
): Promise<(string | undefined)[]> {
  const hashes = asked.map(({ person }) =>
    'idNumber' in person ? personIdHash(platform.vault, person.idNumber) : null,
  )
  const wanted = hashes.filter((hash) => hash !== null)
  const known = wanted.length > 0 ? await listKnownPeople(platform, employerId, wanted) : []
  const byHash = new Map(known.map(({ idHash, individualId }) => [Buffer.from(idHash).toString('hex'), individualId]))
  return asked.map(({ person }, index) => {
    if ('individualId' in person) return person.individualId
    const hash = hashes[index]
    return hash ? byHash.get(Buffer.from(hash).toString('hex')) : undefined
  })
}
