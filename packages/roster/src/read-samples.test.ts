import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import {
  buildCleanRoster,
  buildGbkCsv,
  buildMessyRoster,
  makeRosterPeople,
  officialCells,
  officialHeads,
} from '@shebao/test-support/roster-files'
import type { RosterPersonSample } from '@shebao/test-support/roster-files'
import { buildXlsx, rowsFrom } from '@shebao/test-support/spreadsheet-builder'
import { insurances } from './personnel-draft.ts'
import type { PersonnelDraft } from './personnel-draft.ts'
import { parseEmploymentForm, parseHouseholdType } from './parse-choice.ts'
import { readRoster } from './read-roster.ts'
import type { RosterFile } from './read-roster.ts'

const sampleFolder = fileURLToPath(new URL('../../../../shared/samples/', import.meta.url))

function readOk(bytes: Uint8Array, fileName: string): RosterFile {
  const result = readRoster(bytes, fileName)
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`)
  return result.file
}

function expected(person: RosterPersonSample): PersonnelDraft {
  return {
    name: person.name,
    idNumber: person.idNumber,
    householdType: parseHouseholdType(person.household),
    employmentForm: parseEmploymentForm(person.form),
    hireDate: person.hireDate,
    monthsWorkedLastYear: person.months,
    wagesLastYear: person.averageFen * person.months,
    statedMonthlyAverage: person.averageFen,
    mobile: person.mobile,
    participation: Object.fromEntries(insurances.map((code) => [code, true])),
  } as PersonnelDraft
}

describe('files of the kinds offices receive, built here', () => {
  it('reads a clean list whole', () => {
    const people = makeRosterPeople(36)
    const file = readOk(buildCleanRoster(people), 'clean.xlsx')
    expect(file.rows.map(({ row }) => row)).toEqual(people.map((_, index) => index + 2))
    expect(file.rows.map(({ draft }) => draft)).toEqual(
      people.map((person) => ({ ...expected(person), idType: 'RESIDENT_ID', sex: person.sex })),
    )
    expect([file.mapping.missing, file.mapping.unmapped, file.ignored]).toEqual([[], [], []])
  })

  it('reads a messy list: second visible sheet, other words, five dates, totals and signatures', () => {
    const people = makeRosterPeople(120, 7)
    const file = readOk(buildMessyRoster(people), 'messy.xlsx')
    expect(file.rows.map(({ draft }) => draft)).toEqual(people.map(expected))
    expect(file.table.sheetName).toBe('申报明细')
    expect(file.table.headerRows).toEqual([6, 6])
    // Blank rows before and between do not shift the numbers.
    expect(file.rows.slice(0, 6).map(({ row }) => row)).toEqual([7, 8, 9, 10, 12, 13])
    expect(file.totals).toMatchObject([{ field: 'wagesLastYear', ok: true, unreadRows: 0 }])
    expect(file.ignored.map(({ reason }) => reason)).toEqual(['TOTAL', 'FOOTNOTE'])
    expect(file.mapping.unmapped).toEqual([{ column: 11, header: '备注' }])
    expect(file.otherTables.map(({ sheetName }) => sheetName)).toEqual(['旧表'])
  })

  it('reads a GB18030 CSV with names intact', () => {
    const people = makeRosterPeople(300, 3)
    const file = readOk(buildGbkCsv(people), 'list.csv')
    expect(file.workbook.encoding).toBe('GB18030')
    expect(file.rows.map(({ draft }) => draft)).toEqual(
      people.map((person) => ({ ...expected(person), idType: 'RESIDENT_ID', sex: person.sex })),
    )
  })

  it('keeps broken values visible and the other rows whole', () => {
    const [first, second, third] = makeRosterPeople(3) as [RosterPersonSample, RosterPersonSample, RosterPersonSample]
    const lost = officialCells(first, 1)
    lost[3] = { number: '3.50203199210315e+17' }
    const blankName = officialCells(second, 2)
    blankName[1] = '　 '
    const unread = officialCells(third, 3)
    unread[5] = '城镇'
    unread[7] = '2024年13月'
    unread[9] = '约五万'
    unread[12] = '待定'
    const bytes = buildXlsx({ sheets: [{ name: '人员', rows: rowsFrom(1, [officialHeads, lost, blankName, unread]) }] })
    const [one, two, three] = readOk(bytes, 'broken.xlsx').rows
    expect(one?.draft.idNumber).toBe('350203199210315000')
    expect(one?.notes).toEqual(['ID_DIGITS_LOST'])
    expect(two?.row).toBe(3)
    expect(two?.draft.name).toBeUndefined()
    expect(three?.draft.raw).toEqual({
      householdType: '城镇',
      hireDate: '2024年13月',
      wagesLastYear: '约五万',
      participation: '养老：待定',
    })
    expect(three?.draft.participation).toEqual({
      MEDICAL: true,
      UNEMPLOYMENT: true,
      WORK_INJURY: true,
      MATERNITY: true,
    })
  })
})

describe.runIf(existsSync(sampleFolder))('the office’s own samples, in shared/samples beside the checkout', () => {
  const sample = (name: string): RosterFile => readOk(readFileSync(`${sampleFolder}${name}`), name)
  const isWhole = ({ draft }: { draft: PersonnelDraft }): boolean =>
    draft.raw === undefined &&
    /^\d{17}[\dX]$/.test(draft.idNumber ?? '') &&
    /^\p{Script=Han}[\p{Script=Han}·]+$/u.test(draft.name ?? '') &&
    /^\d{4}-\d\d-\d\d$/.test(draft.hireDate ?? '') &&
    insurances.every((code) => draft.participation?.[code] !== undefined)

  it.each([
    ['roster-36.xlsx', 36, 2],
    ['roster-10000.xlsx', 10_000, 2],
    ['roster-messy-120.xlsx', 120, 5],
    ['roster-gbk-300.csv', 300, 2],
  ])('%s: %i people, every value read', (name, people, firstRow) => {
    const file = sample(name)
    expect(file.rows).toHaveLength(people)
    expect(file.rows[0]?.row).toBe(firstRow)
    expect(file.rows.filter((row) => !isWhole(row))).toEqual([])
    expect(file.mapping.missing).toEqual([])
  })

  it('roster-messy-120.xlsx: the total is checked, never taken for a person', () => {
    const file = sample('roster-messy-120.xlsx')
    expect(file.totals).toMatchObject([{ row: 125, field: 'wagesLastYear', stated: 2_527_422_557, ok: true }])
    expect(file.ignored.map(({ row }) => row)).toEqual([125, 127])
  })

  it('roster-broken-40.xlsx: all 40 rows kept, the lost digits noticed', () => {
    const file = sample('roster-broken-40.xlsx')
    expect(file.rows).toHaveLength(40)
    expect(file.rows.filter(({ notes }) => notes.length > 0).map(({ row, notes }) => [row, ...notes])).toEqual([
      [29, 'ID_DIGITS_LOST'],
    ])
    expect(file.rows.find(({ row }) => row === 9)?.draft.name).toBeUndefined()
    expect(file.rows.find(({ row }) => row === 15)?.draft.wagesLastYear).toBeUndefined()
  })
})
