import { checkPersonIdentifier, normaliseIdentifier } from '@shebao/identifiers'
import { averageWage } from '@shebao/premium'
import type { Policy } from '@shebao/premium'
import type { PersonnelDraft } from '@shebao/roster'
import type { Platform } from '../../../platform/platform.ts'
import { loadInspectionPolicy } from '../personnel/personnel-context.ts'
import { loadSettledDifferences } from '../comparison/load-comparison.ts'
import { loadVersionRows } from '../personnel/declared-rows.ts'
import type { DeclarationRow } from '../declaration/declaration.repository.ts'
import {
  addEnrolments,
  addIndividuals,
  countRosterVersionUp,
  endEnrolments,
  endLeavers,
  renameIndividuals,
  updateEnrolments,
} from './register.repository.ts'
import type { AcceptedPerson } from './register.repository.ts'

export interface RegisterChange {
  added: number
  updated: number
  stopped: number
}

/** Carries an accepted version into the register: new people in, stopped people out, wages and insurances as declared. */
export async function updateRegister(platform: Platform, declaration: DeclarationRow): Promise<RegisterChange> {
  const { id, version, employerId } = declaration
  const policy = await loadInspectionPolicy(platform, declaration)
  const rows = await loadVersionRows(platform, id, version)
  const people = rows.map(({ row, draft }) => acceptedPerson(row, draft, policy, platform.clock.today()))
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

function acceptedPerson(row: number, draft: PersonnelDraft, policy: Policy, today: string): AcceptedPerson {
  const { idType, idNumber, hireDate, employmentForm, householdType, participation = {} } = draft
  if (!idType || !idNumber || !hireDate || !employmentForm || !householdType) {
    throw new Error(`Row ${row} of an accepted declaration is not complete.`)
  }
  const number = checkPersonIdentifier(idType, normaliseIdentifier(idNumber), today)
  const facts = number.ok ? number.facts : {}
  const sex = draft.sex ?? facts.sex
  const birthDate = draft.birthDate ?? facts.birthDate
  if (!sex || !birthDate) throw new Error(`Row ${row} of an accepted declaration has no sex or birth date.`)
  return {
    row,
    idType,
    sex,
    birthDate,
    hireDate,
    employmentForm,
    householdType,
    leaveDate: draft.leaveDate ?? null,
    ...wagesOf(row, draft, policy),
    pension: participation.PENSION === true,
    medical: participation.MEDICAL === true,
    unemployment: participation.UNEMPLOYMENT === true,
    workInjury: participation.WORK_INJURY === true,
    maternity: participation.MATERNITY === true,
  }
}

/**
 * Domain 2.2: last year's wages over the months worked in it; who was hired this year, the first month's wage. What the
 * average came from is kept with it, so that every premium can be traced back to it.
 */
function wagesOf(
  row: number,
  { monthsWorkedLastYear, wagesLastYear, firstMonthWage }: PersonnelDraft,
  policy: Policy,
): Pick<AcceptedPerson, 'averageWage' | 'wagesLastYear' | 'monthsWorked' | 'firstMonthWage'> {
  if (monthsWorkedLastYear && wagesLastYear !== undefined) {
    const basis = { wagesLastYear, monthsWorked: monthsWorkedLastYear }
    return { ...basis, averageWage: averageWage(basis, policy.averageRounding), firstMonthWage: null }
  }
  if (firstMonthWage === undefined) throw new Error(`Row ${row} of an accepted declaration has no wage.`)
  const average = averageWage({ wage: firstMonthWage }, policy.averageRounding)
  return { averageWage: average, wagesLastYear: null, monthsWorked: null, firstMonthWage }
}
