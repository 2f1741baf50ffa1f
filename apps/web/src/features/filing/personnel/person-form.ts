import { fen } from '@shebao/kernel'
import { insurances } from '@shebao/roster'
import type { Insurance, PersonnelDraft, PersonnelField } from '@shebao/roster'
import type { Issue } from '@shebao/declaration-rules'

/** One person as the window edits them. A text in a figure's or a date's place is one that could not be read. */
export interface PersonForm {
  name: string | null
  idType: string | null
  idNumber: string | null
  sex: string | null
  birthDate: string | null
  householdType: string | null
  employmentForm: string | null
  hireDate: string | null
  leaveDate: string | null
  monthsWorkedLastYear: number | string | null
  wagesLastYear: number | string | null
  statedMonthlyAverage: number | string | null
  firstMonthWage: number | string | null
  retirementCategory: string | null
  mobile: string | null
  lowWageReason: string | null
  retirementReason: string | null
  participation: Record<Insurance, string | null>
  exemptionReasons: Record<Insurance, string | null>
}

const texts = ['name', 'idNumber', 'mobile', 'lowWageReason', 'retirementReason'] as const
const choices = ['idType', 'sex', 'householdType', 'employmentForm', 'retirementCategory'] as const
const dates = ['birthDate', 'hireDate', 'leaveDate'] as const
const figures = ['monthsWorkedLastYear', 'wagesLastYear', 'statedMonthlyAverage', 'firstMonthWage'] as const
const civilDate = /^\d{4}-\d{2}-\d{2}$/

const perInsurance = <T>(valueOf: (insurance: Insurance) => T): Record<Insurance, T> => ({
  PENSION: valueOf('PENSION'),
  MEDICAL: valueOf('MEDICAL'),
  UNEMPLOYMENT: valueOf('UNEMPLOYMENT'),
  WORK_INJURY: valueOf('WORK_INJURY'),
  MATERNITY: valueOf('MATERNITY'),
})

export function toForm(draft: PersonnelDraft): PersonForm {
  const shown = (field: (typeof texts)[number] | (typeof dates)[number]) => draft[field] ?? draft.raw?.[field] ?? null
  const figure = (field: (typeof figures)[number]) => draft[field] ?? draft.raw?.[field] ?? null
  return {
    name: shown('name'),
    idType: draft.idType ?? null,
    idNumber: shown('idNumber'),
    sex: draft.sex ?? null,
    birthDate: shown('birthDate'),
    householdType: draft.householdType ?? null,
    employmentForm: draft.employmentForm ?? null,
    hireDate: shown('hireDate'),
    leaveDate: shown('leaveDate'),
    monthsWorkedLastYear: figure('monthsWorkedLastYear'),
    wagesLastYear: figure('wagesLastYear'),
    statedMonthlyAverage: figure('statedMonthlyAverage'),
    firstMonthWage: figure('firstMonthWage'),
    retirementCategory: draft.retirementCategory ?? null,
    mobile: shown('mobile'),
    lowWageReason: shown('lowWageReason'),
    retirementReason: shown('retirementReason'),
    participation: perInsurance((insurance) => {
      const takesPart = draft.participation?.[insurance]
      return takesPart === undefined ? null : takesPart ? 'YES' : 'NO'
    }),
    exemptionReasons: perInsurance((insurance) => draft.exemptionReasons?.[insurance] ?? null),
  }
}

/** What a choice could not show of the file stays in `raw` until something is chosen. */
export function toDraft(form: PersonForm, before: PersonnelDraft): PersonnelDraft {
  const draft: PersonnelDraft = before.signed === undefined ? {} : { signed: before.signed }
  const raw: Partial<Record<PersonnelField, string>> = {}
  const keep = (values: Partial<PersonnelDraft>) => Object.assign(draft, values)
  for (const field of texts) if (form[field] !== null) keep({ [field]: form[field] })
  for (const field of choices) {
    if (form[field] !== null) keep({ [field]: form[field] })
    else if (before.raw?.[field] !== undefined) raw[field] = before.raw[field]
  }
  for (const field of dates) {
    const value = form[field]
    if (value === null) continue
    if (civilDate.test(value)) keep({ [field]: value })
    else raw[field] = value
  }
  for (const field of figures) {
    const value = form[field]
    if (value === null) continue
    if (typeof value === 'string') raw[field] = value
    else keep({ [field]: field === 'monthsWorkedLastYear' ? value : fen(value) })
  }
  const answered = insurances.filter((insurance) => form.participation[insurance] !== null)
  if (answered.length > 0) {
    keep({ participation: Object.fromEntries(answered.map((code) => [code, form.participation[code] === 'YES'])) })
  }
  if (answered.length < insurances.length && before.raw?.participation !== undefined)
    raw.participation = before.raw.participation
  const excused = insurances.filter(
    (code) => form.participation[code] !== 'YES' && form.exemptionReasons[code] !== null,
  )
  if (excused.length > 0) {
    keep({ exemptionReasons: Object.fromEntries(excused.map((code) => [code, form.exemptionReasons[code] ?? ''])) })
  }
  return Object.keys(raw).length === 0 ? draft : { ...draft, raw }
}

/** The control an issue is put right at: a missing reason stands beside the "no" it is for. */
export function controlOf({ field, ruleId, code }: Pick<Issue, 'field' | 'ruleId' | 'code'>): string {
  // These ask for a reason, so they stand where it is written.
  if (code === 'PAST_RETIREMENT') return 'retirementReason'
  if (code === 'BELOW_MINIMUM_WAGE') return 'lowWageReason'
  return ruleId === 'personnel.participation.reason' ? field.replace('participation', 'exemptionReasons') : field
}
