import { unzipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen, withoutHidden } from '@shebao/kernel'
import { readName, visibleText } from './cell-text.ts'
import { civilDateOf } from '@shebao/kernel'
import { parseDateText } from './date-text.ts'
import { keepPermitNumber } from './permit-number.ts'
import { parseMonths } from './parse-number.ts'
import { parseParticipation } from './parse-choice.ts'
import { employmentForms, householdTypes, idTypes, insurances, retirementCategories, sexes } from './personnel-draft.ts'
import type { PersonnelDraft } from './personnel-draft.ts'
import { readRoster } from './read-roster.ts'
import type { RosterFile } from './read-roster.ts'
import { canonicalRosterText, writeRosterCsv, writeRosterXlsx } from './write-roster.ts'

const META = { version: 7, contentHash: 'c0ffee', unitCode: '91110000600037341L' }

function read(bytes: Uint8Array): RosterFile {
  const result = readRoster(bytes, 'x')
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.file
}

// Any text that is not blank and is already trimmed, as drafts hold it: everything else is free, formulas and quotes included.
const text = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '=1+1',
      '+86',
      '-5',
      '@SUM(A1)',
      "'x",
      '"a",b',
      'a\nb',
      '合计',
      '小计',
      '姓名',
      '_x0041_',
      '<b>&amp;',
      'shebao-roster/1',
      '0012',
    ),
  )
  .map((value) => visibleText(withoutHidden(value.toWellFormed().replaceAll('\r', ''))))
  .filter((value) => visibleText(value) === value && value.trim() !== '')
const reason = text.filter((value) => !/^(?:[-—–/\\*]+|无|没有|否|n\/?a|none)$/i.test(value))
const amount = fc.integer({ min: 0, max: 999_999_999_999_999 }).map(fen)
const date = fc
  .tuple(fc.integer({ min: 1930, max: 2090 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => civilDateOf(year, month, day) ?? '')
const someInsurances = <T>(value: fc.Arbitrary<T>) =>
  fc.record(Object.fromEntries(insurances.map((code) => [code, value])), { requiredKeys: [] })
const unread = fc.record(
  {
    wagesLastYear: text.map((value) => `约${value}`),
    hireDate: text.filter((value) => parseDateText(value, false) === undefined).map((value) => `不详${value}`),
    monthsWorkedLastYear: text.filter((value) => parseMonths(value) === undefined).map((value) => `约${value}`),
    participation: text.map((value) => `待定${value}`).filter((value) => parseParticipation(value) === undefined),
  },
  { requiredKeys: [] },
)

const draft: fc.Arbitrary<PersonnelDraft> = fc
  .record(
    {
      name: text.map(readName).filter((value) => value !== '' && readName(value) === value),
      idType: fc.constantFrom(...idTypes),
      idNumber: fc.stringMatching(/^[0-9A-Z]{1,18}$/).filter((value) => !/^\d(\.\d+)?E\d{1,2}$/.test(value)),
      sex: fc.constantFrom(...sexes),
      birthDate: date,
      householdType: fc.constantFrom(...householdTypes),
      employmentForm: fc.constantFrom(...employmentForms),
      hireDate: date,
      leaveDate: date,
      monthsWorkedLastYear: fc.integer({ min: 0, max: 12 }),
      wagesLastYear: amount,
      statedMonthlyAverage: amount,
      firstMonthWage: amount,
      participation: someInsurances(fc.boolean()),
      exemptionReasons: someInsurances(reason),
      retirementCategory: fc.constantFrom(...retirementCategories),
      mobile: fc.stringMatching(/^[1-9]\d{0,12}$/),
      lowWageReason: reason,
      retirementReason: reason,
      signed: fc.boolean(),
      raw: unread,
    },
    { requiredKeys: [] },
  )
  .map((value) => tidy(value as PersonnelDraft))

/** Drafts as they are kept: nothing empty, a field either read or unread, and of a travel permit the number that is kept for it. */
function tidy(value: PersonnelDraft): PersonnelDraft {
  const kept = { ...value }
  for (const field of ['participation', 'exemptionReasons', 'raw'] as const) {
    if (kept[field] !== undefined && Object.keys(kept[field]).length === 0) delete kept[field]
  }
  for (const field of Object.keys(kept.raw ?? {}) as ('wagesLastYear' | 'participation')[])
    if (field !== 'participation') delete kept[field]
  keepPermitNumber(kept)
  return kept
}

describe('the downloaded roster', () => {
  it.each(['zh-CN', 'en'] as const)(
    'written and read again is the same list, in both kinds of file (%s)',
    (language) => {
      fc.assert(
        fc.property(fc.array(draft, { minLength: 1, maxLength: 6 }), (people) => {
          for (const write of [writeRosterCsv, writeRosterXlsx]) {
            const file = read(write(people, META, language))
            expect(file.meta).toEqual(META)
            expect(file.rows.map((row) => row.draft)).toEqual(people)
          }
        }),
        { numRuns: 150 },
      )
    },
  )

  const formula: PersonnelDraft = {
    name: '张三',
    idNumber: '110101199003078670',
    lowWageReason: '=HYPERLINK("http://x")',
    retirementReason: '-1+2',
    mobile: '13812345678',
    wagesLastYear: fen(12_345),
  }

  it('CSV: marked UTF-8, version and hash first, identifiers and formulas held as text', () => {
    const bytes = writeRosterCsv([formula], META)
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = new TextDecoder().decode(bytes).split('\r\n')
    expect(lines[0]).toBe('shebao-roster/1,版本 version,7,校验 hash,c0ffee,单位 unit,91110000600037341L')
    expect(lines[1]?.startsWith('序号,姓名,证件类型,证件号码')).toBe(true)
    expect(lines[2]).toContain(",'110101199003078670,")
    expect(lines[2]).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(lines[2]).toContain(",'-1+2")
    expect(lines[2]).toContain(',123.45,')
  })

  it('XLSX: identifiers are text cells, amounts numbers, and the same list is the same bytes', () => {
    const bytes = writeRosterXlsx([formula], META)
    const sheet = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml'])
    expect(sheet).toMatch(/<c r="D3" s="1" t="inlineStr"><is><t xml:space="preserve">110101199003078670</)
    expect(sheet).toContain('<v>123.45</v>')
    expect(sheet).toContain('>&#39;=HYPERLINK'.replace('&#39;', "'"))
    expect(writeRosterXlsx([formula], META)).toEqual(bytes)
  })

  it('leaves behind what nobody sees in rows of earlier days, in values and in text that was not read', () => {
    const clean: PersonnelDraft = { name: '王芳', mobile: '13800000001', raw: { hireDate: '去年' } }
    const old: PersonnelDraft = {
      name: '\u202E王\u200B芳',
      mobile: '138\u20600000\uFEFF0001',
      raw: { hireDate: '去\u3164年' },
    }
    for (const write of [writeRosterCsv, writeRosterXlsx]) expect(write([old], META)).toEqual(write([clean], META))
  })

  it('its canonical text changes with any value', () => {
    expect(canonicalRosterText([formula])).not.toBe(canonicalRosterText([{ ...formula, wagesLastYear: fen(12_346) }]))
    expect(canonicalRosterText([formula])).toBe(canonicalRosterText([{ ...formula }]))
  })
})
