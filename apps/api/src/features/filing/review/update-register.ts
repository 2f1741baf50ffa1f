import type { CompleteDeclaration, CompletePerson, DeclaredWage } from '@shebao/declaration-rules'
import { addMonths, paymentYearPeriods, period } from '@shebao/kernel'
import { averageWage } from '@shebao/premium'
import type { Policy } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import { loadSettledDifferences } from '../comparison/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { addEnrolments, endEnrolments, endLeavers, updateEnrolments } from '../../register/enrolment/index.ts'
import { countRosterVersionUp } from '../../register/employer/index.ts'
import { addIndividuals, renameIndividuals } from '../../register/individual/index.ts'
import type { AcceptedPerson, AcceptedVersion } from '../../register/individual/index.ts'
import { isMonthBilled } from '../../money/assessment/index.ts'
import { recordUnit } from './record-unit.ts'

export interface RegisterChange {
  added: number
  /** People for whom something changed. */
  updated: number
  stopped: number
  /** What of the unit itself changed. */
  unit: string[]
}

/**
 * Carries an accepted version into the register: new people in, stopped people out, wages, insurances and the unit's own facts as
 * declared, each from the month or day it holds from. What was known before stays as history (ADR 24).
 */
export async function updateRegister(
  platform: Platform,
  target: AcceptedVersion,
  complete: CompleteDeclaration,
  policy: Policy,
): Promise<RegisterChange> {
  // First of all, since it holds the unit until the transaction ends: nobody bills it meanwhile.
  await countRosterVersionUp(platform, target.employerId)
  const people = complete.people.map((person) => acceptedPerson(person, policy))
  const settled = await loadSettledDifferences(platform, target.declarationId)

  await addIndividuals(platform, target, people)
  await renameIndividuals(
    platform,
    target,
    settled.filter(({ resolution }) => resolution === 'INFO_CHANGE').flatMap(({ rows: named }) => named),
  )
  const updated = await updateEnrolments(platform, target, people)
  const added = await addEnrolments(platform, target, people)
  const left = await endLeavers(platform, target, people)
  const stops = settled.flatMap(({ resolution, enrolmentId, stopReason }) =>
    resolution === 'STOP' && enrolmentId ? [{ enrolmentId, stopReason }] : [],
  )
  const stopped = await endEnrolments(platform, target, stops)
  return { added, updated, stopped: left + stopped, unit: await recordUnit(platform, target, complete.unit) }
}

/** From when on what holds: bases from the payment year's first month, people and insurances from the first month without a bill. */
export async function acceptedVersion(
  platform: Platform,
  { id, version, employerId, year }: DeclarationRow,
  acceptedBy: string,
  { paymentYearStartMonth }: Policy,
): Promise<AcceptedVersion> {
  const current = period(platform.clock.today().slice(0, 7))
  return {
    declarationId: id,
    version,
    employerId,
    period: current,
    startsIn: (await isMonthBilled(platform, employerId, current)) ? addMonths(current, 1) : current,
    basesFrom: paymentYearPeriods(paymentYearStartMonth, year).first,
    acceptedBy,
    acceptedAt: platform.clock.now(),
  }
}

function acceptedPerson({ row, facts }: CompletePerson, policy: Policy): AcceptedPerson {
  const { idType, sex, birthDate, hireDate, employmentForm, householdType, leaveDate = null, participation } = facts
  return {
    row,
    idType,
    sex,
    birthDate,
    hireDate,
    employmentForm,
    householdType,
    leaveDate,
    ...wagesOf(facts.wage, policy),
    pension: participation.PENSION,
    medical: participation.MEDICAL,
    unemployment: participation.UNEMPLOYMENT,
    workInjury: participation.WORK_INJURY,
    maternity: participation.MATERNITY,
  }
}

/**
 * Domain 2.2: last year's wages over the months worked in it; who was hired this year, the first month's wage. What the
 * average came from is kept with it, so that every premium can be traced back to it.
 */
function wagesOf(
  wage: DeclaredWage,
  { averageRounding }: Policy,
): Pick<AcceptedPerson, 'averageWage' | 'wagesLastYear' | 'monthsWorked' | 'firstMonthWage'> {
  if ('wagesLastYear' in wage) return { ...wage, averageWage: averageWage(wage, averageRounding), firstMonthWage: null }
  const average = averageWage({ wage: wage.firstMonthWage }, averageRounding)
  return { ...wage, averageWage: average, wagesLastYear: null, monthsWorked: null }
}
