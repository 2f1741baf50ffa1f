import { averageWage, monthlyWageProblem } from '@shebao/premium'
import type { AverageRounding } from '@shebao/premium'
import type { PersonnelDraft } from '@shebao/roster'

/** The register knows monthly averages only, so the unit's is derived for a comparison as its base will be (domain 2.2). */
export function withDerivedAverage(draft: PersonnelDraft, rounding: AverageRounding): PersonnelDraft {
  const { statedMonthlyAverage: _stated, ...rest } = draft
  const { monthsWorkedLastYear: months, wagesLastYear: wages, firstMonthWage } = draft
  if (months === 0 && firstMonthWage !== undefined && monthlyWageProblem(firstMonthWage) === undefined) {
    return { ...rest, statedMonthlyAverage: averageWage({ wage: firstMonthWage }, rounding) }
  }
  if (wages === undefined || wages < 0 || months === undefined || months < 1 || months > 12) return rest
  if (monthlyWageProblem(Math.floor(wages / months) + 1) !== undefined) return rest
  return { ...rest, statedMonthlyAverage: averageWage({ wagesLastYear: wages, monthsWorked: months }, rounding) }
}
