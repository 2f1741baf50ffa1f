import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fen, formatYuan } from '@shebao/kernel'
import { employmentFormWords, householdTypeWords, idTypeWords, insurances } from '@shebao/roster'
import type { PersonnelDraft } from '@shebao/roster'
import type { DemoUnit, TeachingPerson } from '@shebao/prisma/seed'
import { initialPin } from '../features/office/session/index.ts'
import { officialHeads } from '@shebao/test-support/roster-files'
import { buildXlsx, rowsFrom } from '@shebao/test-support/spreadsheet-builder'
import type { BuiltCell } from '@shebao/test-support/spreadsheet-builder'
import { makeMobile, makeResidentId, seededRandom } from '@shebao/test-support/identifiers'
import { teachingWords } from './teaching-words.ts'
import { averageOf, declaredPeople, newcomer, withAverage } from './demo-rows.ts'

/**
 * The file that the tour's employer would send: its people with one who has left, one who is new, a misspelt name and
 * two raised wages, so that the comparison has one difference of each kind to settle.
 */
export function tourRoster(unit: DemoUnit, today: string, wageIndex: number): PersonnelDraft[] {
  const people = declaredPeople(unit, Number(today.slice(0, 4)), wageIndex)
  const [, misspelt, raised, raisedToo, ...others] = people
  if (!misspelt || !raised || !raisedToo) return people
  const random = seededRandom(99)
  const who = {
    name: '苏晓晨',
    idType: 'RESIDENT_ID',
    idNumber: makeResidentId(random, { sex: 'FEMALE', birthDate: '1996-04-18' }),
    sex: 'FEMALE',
    mobile: makeMobile(random),
  } as const
  const raise = (draft: PersonnelDraft) => withAverage(draft, fen(averageOf(draft) + 50_000))
  return [
    { ...misspelt, name: `${misspelt.name ?? ''}文` },
    raise(raised),
    raise(raisedToo),
    ...others,
    newcomer(who, raised, today, fen(920_000)),
  ]
}

function cellsOf(draft: PersonnelDraft, number: number): BuiltCell[] {
  const { idType, householdType, employmentForm } = draft
  return [
    number,
    draft.name ?? null,
    idType ? idTypeWords[idType].zh : null,
    draft.idNumber ?? null,
    draft.sex === 'MALE' ? '男' : '女',
    householdType ? householdTypeWords[householdType].zh : null,
    employmentForm ? employmentFormWords[employmentForm].zh : null,
    draft.hireDate ?? null,
    draft.monthsWorkedLastYear ?? null,
    formatYuan(draft.wagesLastYear ?? fen(0)),
    draft.statedMonthlyAverage === undefined ? null : formatYuan(draft.statedMonthlyAverage),
    draft.mobile ?? null,
    ...insurances.map((insurance) => (draft.participation?.[insurance] === false ? '否' : '是')),
    draft.firstMonthWage === undefined ? null : formatYuan(draft.firstMonthWage),
    draft.birthDate ?? null,
  ]
}

/** Whom to sign in as, with what, and what their record shows: of these people nobody could guess the number. */
export function peopleTable(teaching: readonly TeachingPerson[]): string {
  const rows = teaching.map(({ shows, person: { name, idType, idNumber, cardNumber, cardStatus }, at }) => [
    name,
    idTypeWords[idType].zh,
    idNumber,
    initialPin(idNumber),
    at.join(' → '),
    ...teachingWords[shows],
    cardNumber,
    cardStatus,
  ])
  const heads = [
    '姓名',
    '证件类型',
    '证件号码',
    '初始密码',
    '单位',
    '看什么',
    'What it shows',
    '社保卡号',
    '社保卡状态 Card',
  ]
  return `\uFEFF${[heads, ...rows].map((cells) => cells.join(',')).join('\r\n')}\r\n`
}

/** Puts the file of the tour, with its title row as people keep such files, and the people worth a look where a newcomer finds them. */
export async function writeDemoFiles(
  folder: string,
  { unit, teaching }: { unit: DemoUnit; teaching: readonly TeachingPerson[] },
  today: string,
  wageIndex: number,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'people.csv'), peopleTable(teaching))
  const people = tourRoster(unit, today, wageIndex)
  const rows = rowsFrom(1, [
    [`${unit.name} ${Number(today.slice(0, 4)) - 1}年度职工工资`],
    [...officialHeads, '首月工资', '出生日期'],
    ...people.map((draft, index) => cellsOf(draft, index + 1)),
  ])
  await writeFile(
    join(folder, `roster-${unit.registrationNo}.xlsx`),
    buildXlsx({ sheets: [{ name: '职工工资', rows }] }),
  )
}
