import type { CompleteDeclaration, CompletePerson, DeclaredWage } from '@shebao/declaration-rules'
import { averageWage } from '@shebao/premium'
import type { Policy } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import { loadInspectionPolicy } from '../personnel/index.ts'
import { loadSettledDifferences } from '../comparison/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { addEnrolments, endEnrolments, endLeavers, updateEnrolments } from '../../register/enrolment/index.ts'
import { countRosterVersionUp } from '../../register/employer/index.ts'
import { addIndividuals, renameIndividuals } from '../../register/individual/index.ts'
import type { AcceptedPerson } from '../../register/individual/index.ts'

export interface RegisterChange {
  added: number
  updated: number
  stopped: number
}

/** Carries an accepted version into the register: new people in, stopped people out, wages and insurances as declared. */
export async function updateRegister(
  platform: Platform,
  declaration: DeclarationRow,
  complete: CompleteDeclaration,
): Promise<RegisterChange> {
  const { id, version, employerId } = declaration
  const policy = await loadInspectionPolicy(platform, declaration)
  const people = complete.people.map((person) => acceptedPerson(person, policy))
  const target = { declarationId: id, version, employerId, period: platform.clock.today().slice(0, 7) }
  const settled = await loadSettledDifferences(platform, id)

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
  await countRosterVersionUp(platform, employerId)
  return { added, updated, stopped: left + stopped }
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
