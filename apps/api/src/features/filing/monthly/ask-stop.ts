import { stopOutlook } from '@shebao/declaration-rules'
import type { StopOutlook, StopType } from '@shebao/declaration-rules'
import { parsePeriod, period as toPeriod } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'
import type { RetirementCategory } from '@shebao/premium'
import { requireMay } from '../../../access/permissions.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findInsuredPerson, listKnownPeople } from '../../register/enrolment/index.ts'
import { listPaidPeriods } from '../../register/individual/index.ts'
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

/**
 * What stopping somebody breaks, for the unit they are with; nothing is written. Nothing for a number that names nobody the unit insures:
 * a list may hold people who have yet to join.
 */
export async function askStop(
  platform: Platform,
  viewer: Viewer | undefined,
  asked: StopAsked,
): Promise<StopAnswer | undefined> {
  const { employerId } = requireMay(viewer, 'employer:act-for')
  const individualId = await findStopped(platform, employerId, asked.person)
  if (individualId === undefined) return undefined
  const person = await findInsuredPerson(platform, employerId, individualId)
  if (!person && 'idNumber' in asked.person) return undefined
  if (!person) throw notFound('person')
  const { open, today } = await monthlyWindow(platform, employerId)
  const birthMonth = parsePeriod(person.birthDate.slice(0, 7))
  if (birthMonth === undefined) throw badInput('individualId', 'No birth date is known of this person.')
  const paid = await listPaidPeriods(platform, individualId)
  const category = person.sex === 'MALE' ? 'MALE' : (asked.category ?? 'FEMALE_50')
  const outlook = stopOutlook({
    type: asked.type,
    lastMonth: asked.lastMonth ?? open,
    ...(asked.leaveDate === undefined ? {} : { leaveDate: asked.leaveDate }),
    today,
    birthMonth,
    category,
    pensionMonths: paid.find(({ insurance }) => insurance === 'PENSION')?.periods ?? [],
  })
  return { ...outlook, category, earliestLastPayable: toPeriod(open) }
}

async function findStopped(platform: Platform, employerId: string, person: StoppedPerson): Promise<string | undefined> {
  if ('individualId' in person) return person.individualId
  const hash = personIdHash(platform.vault, person.idNumber)
  const [known] = hash ? await listKnownPeople(platform, employerId, [hash]) : []
  return known?.individualId
}
