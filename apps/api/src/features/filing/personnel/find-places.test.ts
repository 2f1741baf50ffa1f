import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { staffViewer } from '../../../testing/ask.ts'
import { makePerson, makeUnit } from '../../../testing/filing/comparison/register-fixture.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { findPlaces, rangesOf } from './find-places.ts'
import type { PlacesWanted } from './find-places.ts'
import { loadRowIssues } from './load-row-issues.ts'
import type { NumberedRow } from './personnel-row-codec.ts'
import { NAMED_ROWS_AT_MOST, readPersonnelDrafts } from './read-personnel-drafts.ts'
import { savePersonnel } from './save-personnel.ts'
import { summarisePersonnel } from './summarise-personnel.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const fine = (row: number, name = '王芳'): NumberedRow => ({ row, draft: makePerson(row, { name }) })
const { mobile: _mobile, ...withoutMobile } = makePerson(3, { name: 'Anna 李' })
/** Rows 2, 4, 5 and 9 are in order, 3 has no mobile number, 10 repeats the number of 9. */
const list: NumberedRow[] = [
  fine(2),
  { row: 3, draft: withoutMobile },
  fine(4, '欧阳娜'),
  fine(5),
  fine(9),
  { row: 10, draft: makePerson(9) },
]

async function saved(rows: readonly NumberedRow[] = list) {
  const unit = await makeUnit(platform)
  const { declarationId } = unit
  const sent = { expectedRevision: 0, uploadId: crypto.randomUUID(), mode: 'REPLACE', part: 1, ofParts: 1 } as const
  await savePersonnel(platform, unit.viewer, { ...sent, declarationId, rows, origin: 'test' })
  const declaration = await platform.database.prisma.declaration.findUniqueOrThrow({ where: { id: declarationId } })
  const places = async (wanted: Partial<PlacesWanted>) => {
    const { ranges } = await findPlaces(platform, unit.viewer, declaration, { state: undefined, text: '', ...wanted })
    return ranges.map(({ from, to }) => [from, to])
  }
  const drafts = (wanted: { rowNos?: number[]; idNumber?: string }) =>
    readPersonnelDrafts(platform, unit.viewer, declaration, { afterRow: -1, limit: 100, ...wanted })
  return { unit, declaration, places, drafts }
}

describe('places in the draft', () => {
  it('are runs of rows, and each row is in one state alone', async () => {
    const { places, declaration } = await saved()
    expect(await places({})).toEqual([
      [2, 5],
      [9, 10],
    ])
    expect(await places({ state: 'ERROR' })).toEqual([
      [3, 3],
      [10, 10],
    ])
    const { people, rowsWithErrors, rowsOnlyWarned } = await summarisePersonnel(platform, declaration, 0)
    const count = async (state: PlacesWanted['state']) =>
      (await places({ state })).reduce((sum, [from = 0, to = 0]) => sum + to - from + 1, 0)
    expect(await count('ERROR')).toBe(rowsWithErrors)
    expect(await count('WARNING')).toBe(rowsOnlyWarned)
    expect(await count('FINE')).toBe(people - rowsWithErrors - rowsOnlyWarned)
  })

  it('are found by a part of a name or a number among sealed rows, and by a whole number through its hash', async () => {
    const { places } = await saved()
    expect(await places({ text: '李' })).toEqual([[3, 3]])
    expect(await places({ text: ' ａnna ' })).toEqual([[3, 3]])
    const { idNumber = '' } = makePerson(9)
    expect(await places({ text: idNumber.slice(0, 14) })).toContainEqual([9, 10])
    expect(await places({ text: idNumber.toLowerCase() })).toEqual([[9, 10]])
    expect(await places({ text: idNumber, state: 'ERROR' })).toEqual([[10, 10]])
    expect(await places({ text: '诸葛' })).toEqual([])
  })

  it('are found by a travel permit as it is printed; eight digits are part of any number', async () => {
    const born = (makePerson(2).idNumber ?? '').slice(6, 14)
    const { places } = await saved([
      fine(2),
      { row: 3, draft: makePerson(3, { idType: 'HMT_TRAVEL_NUMBER', idNumber: 'HKG012345678' }) },
      { row: 4, draft: makePerson(4, { idType: 'HMT_TRAVEL_NUMBER', idNumber: 'TWN011223344' }) },
    ])
    expect(await places({ text: 'h1234567800' })).toEqual([[3, 3]])
    expect(await places({ text: '１１２２３３４４' })).toEqual([[4, 4]])
    expect((await places({ text: born })).flat()).toContain(2)
  })

  it('are looked for in every part of a long list', async () => {
    const rows = Array.from({ length: 2_110 }, (_, index) => fine(index + 1, index % 700 === 0 ? '诸葛亮' : '王芳'))
    const { places } = await saved(rows)
    expect(await places({ text: '诸葛' })).toEqual([
      [1, 1],
      [701, 701],
      [1_401, 1_401],
      [2_101, 2_101],
    ])
    expect(await places({ text: '王', state: 'FINE' })).toHaveLength(4)
  })

  it('are found in the list as it is now, however often it was searched before', async () => {
    const rows = Array.from({ length: 2_010 }, (_, index) => fine(index + 1))
    const { places, unit, declaration } = await saved(rows)
    expect(await places({ text: '诸葛' })).toEqual([])
    const sent = { expectedRevision: 1, uploadId: crypto.randomUUID(), mode: 'REPLACE', part: 1, ofParts: 1 } as const
    const changed = [...rows.slice(0, -1), fine(2_010, '诸葛亮')]
    await savePersonnel(platform, unit.viewer, {
      ...sent,
      declarationId: declaration.id,
      rows: changed,
      origin: 'test',
    })
    const now = await platform.database.prisma.declaration.findUniqueOrThrow({ where: { id: declaration.id } })
    const found = await findPlaces(platform, unit.viewer, now, { state: undefined, text: '诸葛' })
    expect(found).toEqual({ revision: 2, ranges: [{ from: 2_010, to: 2_010 }] })
  })

  it('are for the employer alone', async () => {
    const { declaration } = await saved()
    const wanted = { state: undefined, text: '' }
    await expect(findPlaces(platform, staffViewer(['OFFICER']), declaration, wanted)).rejects.toMatchObject({
      extensions: { code: 'NOT_FOUND' },
    })
  })
})

describe('people of a draft', () => {
  it('are handed out by their rows, each with the first row that bears the number', async () => {
    const { drafts } = await saved()
    const people = await drafts({ rowNos: [10, 3, 77] })
    expect(people.map(({ rowNo, firstRow }) => [rowNo, firstRow])).toEqual([
      [3, 3],
      [10, 9],
    ])
  })

  it('come with what the rules say of each: the row by itself, and the number that an earlier row bears', async () => {
    const { drafts, declaration, places } = await saved()
    const people = await drafts({})
    const said = await Promise.all(people.map(async ({ rowNo, issues }) => [rowNo, await issues()] as const))
    expect(
      said.filter(([, issues]) => issues.length > 0).map(([row, issues]) => [row, issues.map(({ ruleId }) => ruleId)]),
    ).toEqual([
      [3, ['personnel.name.format', 'personnel.mobile.required']],
      [10, ['cross.idNumber.duplicate']],
    ])
    // As the whole list is judged when it is saved.
    expect((await places({ state: 'ERROR' })).flat()).toEqual([3, 3, 10, 10])
    const alone = await Promise.all(list.map((row) => loadRowIssues(platform, declaration, row)))
    expect(said.map(([, issues]) => issues)).toEqual(alone)
  })

  it('repeat nobody whose number is none of the document that is named', async () => {
    const passport = { ...makePerson(9), idType: 'FOREIGN_PASSPORT_NUMBER' as const }
    const { drafts } = await saved([{ row: 1, draft: passport }, fine(9), { row: 10, draft: makePerson(9) }])
    expect((await drafts({})).map(({ rowNo, firstRow }) => [rowNo, firstRow])).toEqual([
      [1, 1],
      [9, 9],
      [10, 9],
    ])
  })

  it('are found by a whole number, and nobody by none', async () => {
    const { drafts } = await saved()
    expect((await drafts({ idNumber: makePerson(9).idNumber ?? '' })).map(({ rowNo }) => rowNo)).toEqual([9, 10])
    expect(await drafts({ idNumber: ' ' })).toEqual([])
  })

  it('are not handed out by more rows than a page has', async () => {
    const { drafts } = await saved()
    const rowNos = Array.from({ length: NAMED_ROWS_AT_MOST + 1 }, (_, index) => index)
    await expect(drafts({ rowNos })).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } })
  })
})

describe('runs of rows', () => {
  it('join what follows', () => {
    expect(rangesOf([1, 2, 3, 7, 9, 10])).toEqual([
      { from: 1, to: 3 },
      { from: 7, to: 7 },
      { from: 9, to: 10 },
    ])
  })
})
