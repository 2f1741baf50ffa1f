import { makeResidentId, seededRandom } from '@shebao/test-support'
import { expect, it } from 'vitest'
import { readRoster } from './read-roster.ts'
import { writeRosterXlsx } from './write-roster.ts'

const list = (seed: number) =>
  writeRosterXlsx([{ name: '王芳', idNumber: makeResidentId(seededRandom(seed), { birthDate: '1990-05-06' }) }], {
    version: seed,
    contentHash: 'h',
  })

it('one reading leaves nothing to the next', () => {
  const read = (seed: number) => {
    const result = readRoster(list(seed), 'list.xlsx')
    if (!result.ok) throw new Error(result.problem.code)
    return result.file
  }
  const first = read(1)
  const second = read(2)
  expect(first.rows.map(({ row, draft }) => [row, draft.name])).toEqual([[3, '王芳']])
  expect(second.rows.map(({ draft }) => draft.idNumber)).not.toEqual(first.rows.map(({ draft }) => draft.idNumber))
  expect(read(1).rows.map(({ draft }) => draft)).toEqual(first.rows.map(({ draft }) => draft))
  expect(second.totals).toEqual([])
})
