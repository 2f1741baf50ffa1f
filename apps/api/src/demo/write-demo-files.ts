import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fen, formatYuan } from '@shebao/kernel'
import type { PersonnelDraft } from '@shebao/roster'
import type { DemoUnit } from '@shebao/prisma/seed'
import { officialHeads } from '@shebao/test-support/roster-files'
import { buildXlsx, rowsFrom } from '@shebao/test-support/spreadsheet-builder'
import type { BuiltCell } from '@shebao/test-support/spreadsheet-builder'
import { makeMobile, makeResidentId, seededRandom } from '@shebao/test-support/identifiers'
import { declaredRows } from './demo-rows.ts'

/**
 * The file that the tour's employer would send: its people with one who has left, one who is new, a misspelt name and
 * two raised wages, so that the comparison has one difference of each kind to settle.
 */
export function tourRoster(unit: DemoUnit, year: number, wageIndex: number): PersonnelDraft[] {
  const people = declaredRows(unit, year, wageIndex).map(({ draft }) => draft)
  const [, misspelt, raised, raisedToo, ...others] = people
  if (!misspelt || !raised || !raisedToo) return people
  const random = seededRandom(99)
  const newcomer: PersonnelDraft = {
    ...raised,
    name: '苏晓晨',
    idNumber: makeResidentId(random, { sex: 'FEMALE', birthDate: '1996-04-18' }),
    sex: 'FEMALE',
    hireDate: `${year}-03-02`,
    monthsWorkedLastYear: 0,
    wagesLastYear: fen(0),
    firstMonthWage: fen(920_000),
    mobile: makeMobile(random),
  }
  delete newcomer.statedMonthlyAverage
  const raise = (draft: PersonnelDraft): PersonnelDraft => ({
    ...draft,
    wagesLastYear: fen((draft.wagesLastYear ?? 0) + (draft.monthsWorkedLastYear ?? 0) * 50_000),
    statedMonthlyAverage: fen((draft.statedMonthlyAverage ?? 0) + 50_000),
  })
  return [{ ...misspelt, name: `${misspelt.name ?? ''}文` }, raise(raised), raise(raisedToo), ...others, newcomer]
}

const householdWords = {
  LOCAL_URBAN: '本市城镇',
  LOCAL_RURAL: '本市农村',
  NONLOCAL_URBAN: '外埠城镇',
  NONLOCAL_RURAL: '外埠农村',
}
const employmentWords = { REGULAR: '在编', CONTRACT: '合同制', TEMPORARY: '临时', SEASONAL: '季节工' }

function cellsOf(draft: PersonnelDraft, number: number): BuiltCell[] {
  return [
    number,
    draft.name ?? null,
    '居民身份证',
    draft.idNumber ?? null,
    draft.sex === 'MALE' ? '男' : '女',
    draft.householdType ? householdWords[draft.householdType] : null,
    draft.employmentForm ? employmentWords[draft.employmentForm] : null,
    draft.hireDate ?? null,
    draft.monthsWorkedLastYear ?? null,
    formatYuan(draft.wagesLastYear ?? fen(0)),
    draft.statedMonthlyAverage === undefined ? null : formatYuan(draft.statedMonthlyAverage),
    draft.mobile ?? null,
    '是',
    '是',
    '是',
    '是',
    '是',
    draft.firstMonthWage === undefined ? null : formatYuan(draft.firstMonthWage),
  ]
}

/** Puts that file, with its title row as people keep such files, where a newcomer can pick it up. */
export async function writeDemoFiles(folder: string, unit: DemoUnit, year: number, wageIndex: number): Promise<void> {
  await mkdir(folder, { recursive: true })
  const people = tourRoster(unit, year, wageIndex)
  const rows = rowsFrom(1, [
    [`${unit.name} ${year - 1}年度职工工资`],
    [...officialHeads, '首月工资'],
    ...people.map((draft, index) => cellsOf(draft, index + 1)),
  ])
  await writeFile(
    join(folder, `roster-${unit.registrationNo}.xlsx`),
    buildXlsx({ sheets: [{ name: '职工工资', rows }] }),
  )
}
