import { fen } from '@shebao/kernel'
import type { FieldDifference } from './compare.ts'
import { insurances } from './personnel-draft.ts'
import type { PersonnelDraft } from './personnel-draft.ts'

/** The register knows monthly averages, so accepting one states the wages that give it; who is not insured needs the reason. */
export function withBureauValue(
  draft: PersonnelDraft,
  { field, bureau }: Pick<FieldDifference, 'field' | 'bureau'>,
  reason: string | undefined,
): PersonnelDraft {
  if (field === 'statedMonthlyAverage' && typeof bureau === 'number') {
    const months = draft.monthsWorkedLastYear ?? 0
    const wages = months > 0 ? { wagesLastYear: fen(bureau * months) } : { firstMonthWage: fen(bureau) }
    return { ...draft, ...wages, statedMonthlyAverage: fen(bureau) }
  }
  const insurance = insurances.find((code) => field === `participation.${code}`)
  if (insurance === undefined || typeof bureau !== 'boolean') return draft
  const { [insurance]: stated, ...reasons } = draft.exemptionReasons ?? {}
  const excuse = stated ?? reason
  return {
    ...draft,
    participation: { ...draft.participation, [insurance]: bureau },
    exemptionReasons: bureau || excuse === undefined ? reasons : { ...reasons, [insurance]: excuse },
  }
}
