import { describe, expect, it } from 'vitest'
import { buildMessyRoster, makeRosterPeople } from '@shebao/test-support/roster-files'
import { mergeCorrections, writeFailingRows } from './failing-rows.ts'
import { readRoster } from './read-roster.ts'
import type { RosterFile } from './read-roster.ts'

function read(bytes: Uint8Array): RosterFile {
  const result = readRoster(bytes, 'x')
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.file
}

const people = makeRosterPeople(30, 4)
const file = read(buildMessyRoster(people))
const failing = [
  { row: file.rows[3]?.row ?? 0, problems: ['手机号码格式不正确'] },
  { row: file.rows[17]?.row ?? 0, problems: ['身份证号校验码不正确', '入职日期晚于今天'] },
]

describe('the failing rows alone', () => {
  const corrections = read(writeFailingRows(file, failing))

  it('keep the employer’s own columns, say why, and refer to the rows', () => {
    expect(corrections.rows.map(({ originalRow }) => originalRow)).toEqual(failing.map(({ row }) => row))
    expect(corrections.rows.map(({ cells }) => cells[1])).toEqual([
      '手机号码格式不正确',
      '身份证号校验码不正确；入职日期晚于今天',
    ])
    expect(corrections.mapping.columns.hireDate?.header).toBe('参加工作/入职时间')
    expect(corrections.rows.map(({ draft }) => draft)).toEqual([file.rows[3]?.draft, file.rows[17]?.draft])
  })

  it('merge back by row, keeping the earlier row numbers and all other rows', () => {
    const corrected = corrections.rows.map((row) => ({ ...row, draft: { ...row.draft, mobile: '13800000000' } }))
    const merged = mergeCorrections(file.rows, corrected)
    expect(merged.replaced).toEqual(failing.map(({ row }) => row))
    expect(merged.rows.map(({ row }) => row)).toEqual(file.rows.map(({ row }) => row))
    expect(merged.rows.filter(({ draft }) => draft.mobile === '13800000000')).toHaveLength(2)
    expect(merged.rows[4]).toBe(file.rows[4])
  })

  it('without the reference merge by number; a stranger is added, a number held twice is left to the clerk', () => {
    const [first] = corrections.rows
    if (first === undefined) throw new Error('no correction')
    const { originalRow: _reference, ...withoutReference } = first
    expect(mergeCorrections(file.rows, [withoutReference]).replaced).toEqual([failing[0]?.row])

    const stranger = { ...withoutReference, draft: { idNumber: '110101199003078670' } }
    const added = mergeCorrections(file.rows, [stranger])
    expect([added.replaced, added.rows.length, added.added[0]?.row]).toEqual([[], 31, (file.rows.at(-1)?.row ?? 0) + 1])

    const twice = file.rows.map((row, index) =>
      index === 5 ? { ...row, draft: { ...row.draft, idNumber: first.draft.idNumber ?? '' } } : row,
    )
    expect(mergeCorrections(twice, [withoutReference])).toMatchObject({
      replaced: [],
      added: [],
      ambiguous: [withoutReference],
    })
  })

  it('a second round of failing rows still refers to the first file', () => {
    const [again] = read(writeFailingRows(corrections, [{ row: corrections.rows[1]?.row ?? 0, problems: ['x'] }])).rows
    expect(again?.originalRow).toBe(failing[1]?.row)
  })
})
