import fc from 'fast-check'
import { fen } from '@shebao/kernel'
import { describe, expect, it } from 'vitest'
import { cellFields, copyCell, editCell, isUnread, LONGEST_CELL } from './edit-cell.ts'
import type { PersonnelDraft } from './personnel-draft.ts'
import { readPastedCells, writePastedCells } from './pasted-cells.ts'
import { fieldText } from './roster-columns.ts'

const person: PersonnelDraft = {
  name: '王芳',
  idType: 'RESIDENT_ID',
  idNumber: '11010119900307867X',
  sex: 'FEMALE',
  birthDate: '1990-03-07',
  householdType: 'LOCAL_URBAN',
  employmentForm: 'CONTRACT',
  hireDate: '2020-03-01',
  leaveDate: '2026-01-31',
  monthsWorkedLastYear: 12,
  wagesLastYear: fen(12_000_050),
  statedMonthlyAverage: fen(1_000_004),
  firstMonthWage: fen(600_000),
  participation: { PENSION: true, MEDICAL: false, UNEMPLOYMENT: true, WORK_INJURY: true, MATERNITY: false },
  exemptionReasons: { MEDICAL: '已在外地参保', MATERNITY: '=x' },
  retirementCategory: 'FEMALE_55',
  mobile: '13812345678',
  lowWageReason: '病假',
  retirementReason: '返聘',
  signed: true,
}

describe('one cell of a list', () => {
  it('is read again as what it shows, in either language, and leaves the others alone', () => {
    for (const language of ['zh-CN', 'en'] as const)
      for (const field of cellFields) {
        const text = fieldText(person, field, language)
        expect({ field, ...editCell(person, field, text) }).toEqual({ field, draft: person })
        expect({ field, draft: copyCell(editCell(person, field, '').draft, field, person) }).toEqual({
          field,
          draft: person,
        })
      }
  })

  it('is emptied by blanks and keeps words that cannot be read, until they can', () => {
    const { hireDate: _date, ...without } = person
    expect(editCell(person, 'hireDate', ' 　').draft).toEqual(without)
    const unread = editCell(person, 'hireDate', '去年')
    expect(unread).toEqual({ draft: { ...without, raw: { hireDate: '去年' } }, refusal: 'UNREAD' })
    expect(isUnread(unread.draft, 'hireDate')).toBe(true)
    expect(editCell(unread.draft, 'hireDate', '2020年3月1日').draft).toEqual(person)
    // The person before is as they were.
    expect(unread.draft.raw).toEqual({ hireDate: '去年' })
  })

  it('an answer that is none stays beside the insurance it is about', () => {
    const { draft, refusal } = editCell(person, 'participation.PENSION', '待定')
    expect(refusal).toBe('UNREAD')
    expect(draft.raw).toEqual({ participation: '养老：待定' })
    expect(editCell(draft, 'participation.PENSION', '是').draft).toEqual(person)
    expect(person.participation?.PENSION).toBe(true)
  })

  it('what is longer than the office keeps is not taken', () => {
    expect(editCell(person, 'lowWageReason', '长'.repeat(LONGEST_CELL + 1))).toEqual({
      draft: person,
      refusal: 'TOO_LONG',
    })
  })
})

const cell = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom('', 'a\tb', 'a\nb', '"', 'x"y', '"x"', '=1', '0012', ' a '),
)

describe('cells on the clipboard', () => {
  it('come back as they were copied, tabs, quotes and line breaks in them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }).chain((width) =>
          fc.array(
            fc.array(
              cell.map((text) => text.replace(/\r\n?/g, '\n')),
              { minLength: width, maxLength: width },
            ),
            {
              minLength: 1,
              maxLength: 5,
            },
          ),
        ),
        (cells) => {
          // The last line's end is the program's, so one empty cell at the end is nothing.
          fc.pre(cells.length > 1 || cells[0]?.length !== 1 || cells[0][0] !== '')
          fc.pre(cells.at(-1)?.length !== 1 || cells.at(-1)?.[0] !== '')
          expect(readPastedCells(`${writePastedCells(cells)}\r\n`)).toEqual(cells)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('a quote that is never closed is a quote', () => {
    expect(readPastedCells('"甲\t1\n乙\t2')).toEqual([
      ['"甲', '1'],
      ['乙', '2'],
    ])
    expect(readPastedCells('')).toEqual([])
  })
})
