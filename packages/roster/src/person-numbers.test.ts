import { strToU8 } from 'fflate'
import { personNumbers } from '@shebao/test-support/person-numbers'
import { describe, expect, it } from 'vitest'
import { editCell } from './edit-cell.ts'
import { idTypeWords } from './enumeration-words.ts'
import { matchKey } from './match-key.ts'
import { readRoster } from './read-roster.ts'

const rowsOf = (lines: readonly string[]) => {
  const result = readRoster(
    strToU8(`姓名,证件类型,证件号码,入职日期,上年工资总额\r\n${lines.join('\r\n')}\r\n`),
    'list.csv',
  )
  if (!result.ok) throw new Error(result.problem.code)
  return result.file.rows.map(({ draft }) => draft)
}

describe.each(personNumbers)('$shows', ({ type, onRecord, typed }) => {
  const key = `${type}:${onRecord}`
  it('is one person in a file, with its kind in words of either language or without', () => {
    const { zh, en } = idTypeWords[type]
    const said = [onRecord, ...typed].flatMap((text) =>
      [zh, `"${en}"`].map((word) => `王五,${word},"${text}",2024-01-01,60000`),
    )
    for (const draft of rowsOf(said)) expect(matchKey(draft)).toBe(key)
    // Eight digits alone may be anything.
    const plain = [onRecord, ...typed].filter((text) => !/^.{8}$/.test(text))
    for (const draft of rowsOf(plain.map((text) => `王五,,"${text}",2024-01-01,60000`)))
      expect(matchKey(draft)).toBe(key)
  })

  it('is the same person pasted into a cell', () => {
    for (const text of [onRecord, ...typed])
      expect(matchKey(editCell({ name: '王五', idType: type }, 'idNumber', text).draft)).toBe(key)
  })
})

it('a number that only looks like a permit stays what it is where another document is named', () => {
  const [draft] = rowsOf(['王五,护照,H12345678,2024-01-01,60000'])
  expect(draft?.idNumber).toBe('H12345678')
})
