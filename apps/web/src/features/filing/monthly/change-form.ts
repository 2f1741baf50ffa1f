import { checkMonthlyChanges, CHANGE_TYPES, INFO_FIELDS, isAdd, isStop, STOP_TYPES } from '@shebao/declaration-rules'
import type { ChangeType, Issue, MonthlyChangeDraft, MonthlyContext } from '@shebao/declaration-rules'
import { PERSON_ID_TYPES } from '@shebao/identifiers'
import { addMonths, fen, FIVE_INSURANCES, isOneOf, parsePeriod } from '@shebao/kernel'
import type { FiveInsurance } from '@shebao/kernel'
import { employmentForms, householdTypes, sexes } from '@shebao/roster'
import type { FieldErrors } from 'react-hook-form'
import type { MonthlyChangeRowFragment } from './declaration.generated.ts'

/** What somebody sets out to do; the type says why or how. */
export const changeKinds = ['join', 'stop', 'base', 'info'] as const
export type ChangeKind = (typeof changeKinds)[number]

export const typesOf: Readonly<Record<ChangeKind, readonly ChangeType[]>> = {
  join: CHANGE_TYPES.filter(isAdd),
  stop: STOP_TYPES,
  base: ['BASE_CHANGE'],
  info: ['INFO_CHANGE'],
}

export function kindOf(type: ChangeType | null): ChangeKind {
  if (type === null || isAdd(type)) return 'join'
  if (isStop(type)) return 'stop'
  return type === 'BASE_CHANGE' ? 'base' : 'info'
}

const texts = [
  'name',
  'idNumber',
  'mobile',
  'birthDate',
  'hireDate',
  'leaveDate',
  'lastPayablePeriod',
  'effectivePeriod',
  'infoValue',
  'reason',
] as const
const choices = ['changeType', 'idType', 'sex', 'householdType', 'employmentForm', 'infoField'] as const
type TextName = (typeof texts)[number]
type ChoiceName = (typeof choices)[number]

/** One change as it is typed. A text in the wage's place is one that is no amount. */
export type ChangeForm = Record<TextName | ChoiceName, string | null> & {
  monthlyWage: number | string | null
  insurances: Record<FiveInsurance, boolean>
}

export function insuredIn(insurances: readonly FiveInsurance[]): ChangeForm['insurances'] {
  const has = (insurance: FiveInsurance) => insurances.includes(insurance)
  return {
    PENSION: has('PENSION'),
    MEDICAL: has('MEDICAL'),
    UNEMPLOYMENT: has('UNEMPLOYMENT'),
    WORK_INJURY: has('WORK_INJURY'),
    MATERNITY: has('MATERNITY'),
  }
}

const blank: ChangeForm = {
  changeType: null,
  name: null,
  idType: null,
  idNumber: null,
  sex: null,
  birthDate: null,
  householdType: null,
  employmentForm: null,
  mobile: null,
  hireDate: null,
  leaveDate: null,
  lastPayablePeriod: null,
  effectivePeriod: null,
  monthlyWage: null,
  infoField: null,
  infoValue: null,
  reason: null,
  insurances: insuredIn([]),
}

/** A change that is begun: the months that follow from the cut-off are filled in, the person's insurances ticked. */
export function newForm(kind: ChangeKind, month: string, insurances: readonly FiveInsurance[]): ChangeForm {
  const [only, ...others] = typesOf[kind]
  return {
    ...blank,
    changeType: others.length === 0 ? (only ?? null) : null,
    insurances: insuredIn(kind === 'info' ? [] : insurances),
    ...(kind === 'stop' ? { lastPayablePeriod: month } : { effectivePeriod: month }),
  }
}

type SavedChange = Pick<MonthlyChangeRowFragment, TextName | ChoiceName | 'monthlyWage' | 'insurances' | 'raw'>

export function formOf(row: SavedChange): ChangeForm {
  const raw = rawOf(row.raw)
  const form: ChangeForm = {
    ...blank,
    monthlyWage: row.monthlyWage ?? raw['monthlyWage'] ?? null,
    insurances: insuredIn(row.insurances),
  }
  for (const field of texts) form[field] = row[field] ?? null
  for (const field of choices) form[field] = row[field] ?? null
  return form
}

/** Text of a file that nobody could read, by field. */
export function rawOf(raw: unknown): Readonly<Record<string, string>> {
  if (typeof raw !== 'object' || raw === null) return {}
  return Object.fromEntries(Object.entries(raw).filter((one): one is [string, string] => typeof one[1] === 'string'))
}

const enumerations = {
  changeType: CHANGE_TYPES,
  idType: PERSON_ID_TYPES,
  sex: sexes,
  householdType: householdTypes,
  employmentForm: employmentForms,
  infoField: INFO_FIELDS,
} as const

/** What the rules judge and the office keeps. What a choice could not show of a file stays until something is chosen. */
export function draftOf(form: ChangeForm, before: Readonly<Record<string, string>> = {}): MonthlyChangeDraft {
  const draft: MonthlyChangeDraft = {}
  const raw: Record<string, string> = {}
  const keep = (values: MonthlyChangeDraft) => Object.assign(draft, values)
  for (const field of texts) {
    const text = form[field]
    if (text !== null && text.trim() !== '') keep({ [field]: text.trim() })
  }
  for (const field of choices) {
    const chosen = form[field]
    if (isOneOf(enumerations[field], chosen)) keep({ [field]: chosen })
    else if (before[field] !== undefined) raw[field] = before[field]
  }
  const insurances = FIVE_INSURANCES.filter((insurance) => form.insurances[insurance])
  if (insurances.length > 0) keep({ insurances })
  else if (before['insurances'] !== undefined) raw['insurances'] = before['insurances']
  if (typeof form.monthlyWage === 'number') keep({ monthlyWage: fen(form.monthlyWage) })
  else if (form.monthlyWage !== null) raw['monthlyWage'] = form.monthlyWage
  if (draft.changeType !== undefined && isStop(draft.changeType)) keep({ effectivePeriod: afterLast(draft) })
  return Object.keys(raw).length === 0 ? draft : { ...draft, raw }
}

/** A stop takes effect the month after the last payable one; nobody types it. */
function afterLast({ lastPayablePeriod }: MonthlyChangeDraft): string | undefined {
  const last = parsePeriod(lastPayablePeriod ?? '')
  return last === undefined ? undefined : addMonths(last, 1)
}

/** What only the office knows: its register, other employers, other declarations. */
const onlyOfficeKnows = [
  'monthly.idNumber.activeElsewhere',
  'monthly.change.duplicate',
  'monthly.leaveDate.hire',
  'monthly.lastPayablePeriod.join',
  'monthly.effectivePeriod.stay',
  'monthly.infoValue.taken',
  'monthly.idNumber.notEnrolled',
  'monthly.insurances.enrolled',
  'monthly.insurances.notInsured',
]

interface Known {
  context: MonthlyContext
  /** Chosen from the register, whose name and number are not typed. */
  chosen: boolean
  /** What the office said of the change as it was saved, and what that was. */
  said: readonly Issue[]
  saved: MonthlyChangeDraft | undefined
}

/** The rules' word on a change as it stands; what only the office knows counts while nothing that it was about was changed. */
export function issuesOf(draft: MonthlyChangeDraft, { context, chosen, said, saved }: Known): readonly Issue[] {
  const own = checkMonthlyChanges([draft], context).filter(
    ({ field }) => !chosen || (field !== 'name' && field !== 'idNumber'),
  )
  const same = saved !== undefined && JSON.stringify(saved) === JSON.stringify(draft)
  return [...own, ...(same ? said.filter(({ ruleId }) => onlyOfficeKnows.includes(ruleId)) : [])]
}

/** The errors as the form shows them; of several at one field the first. */
export function errorsOf(issues: readonly Issue[], word: (issue: Issue) => string): FieldErrors<ChangeForm> {
  const errors: Record<string, unknown> = {}
  for (const issue of issues)
    if (issue.severity === 'error') errors[issue.field] ??= { type: issue.code, message: word(issue) }
  return errors as FieldErrors<ChangeForm>
}

/** Fields that are not right, each once, in the order of the rules. */
export const missingIn = (issues: readonly Issue[]): string[] => [
  ...new Set(issues.filter(({ severity }) => severity === 'error').map(({ field }) => field)),
]
