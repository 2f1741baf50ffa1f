import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readRoster } from './read-roster.ts'

const folder = fileURLToPath(new URL('../../../../shared/samples/spoilt/', import.meta.url))

function outcome(fileName: string) {
  const result = readRoster(readFileSync(folder + fileName), fileName)
  if (!result.ok) return { problem: result.problem.code, ...result.problem.params }
  const { rows, remarks } = result.file
  return {
    names: rows.map(({ draft }) => draft.name),
    remarks: remarks.map(({ code, row }) => (row === undefined ? code : `${code} ${row}`)),
  }
}

describe.runIf(existsSync(folder))('files that were read wrongly once', () => {
  it.each([
    ['quote-swallow.csv', 4, ['QUOTE_NOT_CLOSED 3']],
    ['utf8-bad-byte.csv', 2, ['LOST_CHARACTER 4']],
    ['hidden-old-list-300-vs-5.xlsx', 5, ['HIDDEN_SHEETS']],
    ['arguable-hidden-row.xlsx', 2, ['HIDDEN_ROWS']],
    ['cdata-strings.xlsx', 1, []],
    ['gt-in-sheet-name.xlsx', 2, []],
    ['hyphen-prefix.xlsx', 2, []],
    ['zip64-end-record.xlsx', 2, []],
    ['arguable-43-seconds.xlsx', 2, ['DATE_BEFORE_MIDNIGHT 2', 'DATE_BEFORE_MIDNIGHT 3']],
    ['arguable-dot-variants.xlsx', 4, []],
  ])('%s: %i people', (fileName, people, remarks) => {
    const { names } = outcome(fileName)
    expect(outcome(fileName)).toEqual({ names, remarks })
    expect(names).toHaveLength(people)
  })

  it('arguable-dot-variants.xlsx: every dot is the one', () => {
    expect(outcome('arguable-dot-variants.xlsx').names?.map((name) => name?.includes('·'))).toEqual([
      true,
      true,
      true,
      true,
    ])
  })

  it.each([
    ['long-shared-string.xlsx', { problem: 'CELL_TOO_LONG', sheet: 's', cell: 'A2' }],
    ['mht.xls', { problem: 'UNSUPPORTED_FORMAT', detected: 'mht' }],
    ['sylk.xls', { problem: 'UNSUPPORTED_FORMAT', detected: 'sylk' }],
  ])('%s is refused by name', (fileName, problem) => {
    expect(outcome(fileName)).toMatchObject(problem)
  })
})
