import { checkPersonnel, personnelRowOf } from '@shebao/declaration-rules'
import type { CheckResult, Issue, PersonnelContext, PersonnelRow } from '@shebao/declaration-rules'
import {
  employmentFormWords,
  householdTypeWords,
  idTypeWords,
  insurances,
  officialHeader,
  readRoster,
  retirementCategoryWords,
  sexWords,
  writeRosterCsv,
  writeRosterXlsx,
} from '@shebao/roster'
import type { PersonnelDraft } from '@shebao/roster'
import { dateSerial, yuan } from '@shebao/test-support/roster-files'
import { buildXlsx, rowsFrom } from '@shebao/test-support/spreadsheet-builder'
import type { BuiltCell } from '@shebao/test-support/spreadsheet-builder'

export interface PersonnelFile {
  name: string
  bytes: Uint8Array
  /** Sheet row of the first person; the others follow without a gap. */
  firstRow: number
}

/** One list as it may arrive: in the office's own files of either language, and in a workbook an employer made. */
export function writeFiles(people: readonly PersonnelRow[]): PersonnelFile[] {
  const drafts = people.map(({ draft }) => draft)
  const meta = { version: 7, contentHash: 'test' }
  return [
    { name: 'zh.xlsx', bytes: writeRosterXlsx(drafts, meta), firstRow: 3 },
    { name: 'en.xlsx', bytes: writeRosterXlsx(drafts, meta, 'en'), firstRow: 3 },
    { name: 'zh.csv', bytes: writeRosterCsv(drafts, meta), firstRow: 3 },
    { name: 'en.csv', bytes: writeRosterCsv(drafts, meta, 'en'), firstRow: 3 },
    // Outside the office's own files a line that says nothing is nobody.
    ...(drafts.some(saysNothing)
      ? []
      : [{ name: 'employer.xlsx', bytes: buildEmployersWorkbook(drafts), firstRow: 4 }]),
  ]
}

function saysNothing(draft: PersonnelDraft): boolean {
  return Object.values(draft).every((value) => typeof value === 'string' && value.trim() === '')
}

/** The file read as the web worker and the terminal read it, and what the rules say of its people. */
export function checkFile({ bytes, name, firstRow }: PersonnelFile, context: PersonnelContext): CheckResult {
  const read = readRoster(bytes, name)
  if (!read.ok) throw new Error(`${name}: ${read.problem.code}`)
  const { verdict, issues } = checkPersonnel(read.file.rows.map(personnelRowOf), context)
  return { verdict, issues: issues.map((issue) => inList(issue, firstRow)) }
}

/** Sheet rows as the rows of the drawn list, which begin at 2. */
function inList({ row, params, ...issue }: Issue, firstRow: number): Issue {
  const shift = 2 - firstRow
  const { firstRow: first } = params
  return {
    ...issue,
    ...(row === undefined ? {} : { row: row + shift }),
    params: typeof first === 'number' ? { ...params, firstRow: first + shift } : params,
  }
}

const date = (text: string | undefined): BuiltCell =>
  text === undefined ? null : { number: String(dateSerial(text)), format: 'yyyy/m/d' }
const money = (amount: number | undefined): BuiltCell =>
  amount === undefined ? null : amount < 0 ? `-${yuan(-amount)}` : { number: yuan(amount) }
const yesNo = (answer: boolean | undefined): BuiltCell => (answer === undefined ? null : answer ? '是' : '否')

const columns = [
  ['idNumber', ({ idNumber }) => idNumber],
  ['name', ({ name }) => name],
  ['idType', ({ idType }) => idType && idTypeWords[idType].zh],
  ['sex', ({ sex }) => sex && sexWords[sex].zh],
  ['birthDate', ({ birthDate }) => date(birthDate)],
  ['householdType', ({ householdType }) => householdType && householdTypeWords[householdType].zh],
  ['employmentForm', ({ employmentForm }) => employmentForm && employmentFormWords[employmentForm].zh],
  ['hireDate', ({ hireDate }) => date(hireDate)],
  ['leaveDate', ({ leaveDate }) => date(leaveDate)],
  ['monthsWorkedLastYear', ({ monthsWorkedLastYear }) => monthsWorkedLastYear],
  ['wagesLastYear', ({ wagesLastYear }) => money(wagesLastYear)],
  ['statedMonthlyAverage', ({ statedMonthlyAverage }) => money(statedMonthlyAverage)],
  ['firstMonthWage', ({ firstMonthWage }) => money(firstMonthWage)],
  [
    'retirementCategory',
    ({ retirementCategory }) => retirementCategory && retirementCategoryWords[retirementCategory].zh,
  ],
  ['mobile', ({ mobile }) => mobile],
  ['signed', ({ signed }) => yesNo(signed)],
] as const satisfies readonly (readonly [string, (draft: PersonnelDraft) => BuiltCell | undefined])[]

/** A title, other columns first, dates and amounts as the numbers a spreadsheet program keeps. */
function buildEmployersWorkbook(people: readonly PersonnelDraft[]): Uint8Array {
  const heads = [
    '序号',
    ...columns.map(([field]) => officialHeader(field, 'zh-CN')),
    ...insurances.map((insurance) => officialHeader(`participation.${insurance}`, 'zh-CN')),
    ...insurances.map((insurance) => officialHeader(`exemptionReasons.${insurance}`, 'zh-CN')),
  ]
  const rows = people.map((draft, index): BuiltCell[] => [
    index + 1,
    ...columns.map(([field, cellOf]) => draft.raw?.[field] ?? cellOf(draft) ?? null),
    ...insurances.map((insurance) => yesNo(draft.participation?.[insurance])),
    ...insurances.map((insurance) => draft.exemptionReasons?.[insurance] ?? null),
  ])
  return buildXlsx({ sheets: [{ name: '职工名单', rows: rowsFrom(1, [['职工情况申报表'], [], heads, ...rows]) }] })
}
