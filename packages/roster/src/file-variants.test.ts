import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { csvText, dateSerial, makeRosterPeople } from '@shebao/test-support/roster-files'
import { encodeGb18030 } from '@shebao/test-support/gb18030'
import { buildXlsx, rowsFrom } from '@shebao/test-support/spreadsheet-builder'
import type { BuiltCell, BuiltSheet, BuiltWorkbook } from '@shebao/test-support/spreadsheet-builder'
import { readRoster, readWorkbook } from './read-roster.ts'
import type { RosterFile } from './read-roster.ts'

function read(bytes: Uint8Array, name = 'x.xlsx'): RosterFile {
  const result = readRoster(bytes, name)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.file
}

const readSheet = (
  rows: BuiltSheet['rows'],
  rest: Partial<BuiltSheet> = {},
  workbook: Partial<BuiltWorkbook> = {},
): RosterFile => read(buildXlsx({ ...workbook, sheets: [{ name: '人员', rows, ...rest }] }))

const ID = '110101199003078670'
const OTHER_ID = '34052419800101001X'
const heads = ['姓名', '证件号码', '入职日期', '上年工资总额']
const drafts = (file: RosterFile) => file.rows.map(({ draft }) => draft)

describe('how programs save the same thing', () => {
  const day = { number: '45292', format: 'yyyy-mm-dd' }
  it.each(['inline', 'shared', 'rich', 'phonetic', 'formula'] as const)('%s strings', (as) => {
    const cells = (texts: readonly string[]): BuiltCell[] => texts.map((text) => ({ text, as }))
    const file = readSheet(rowsFrom(1, [cells(heads), [...cells(['欧阳思远', ID]), day, 5000.5]]))
    expect(drafts(file)).toEqual([{ name: '欧阳思远', idNumber: ID, hireDate: '2024-01-01', wagesLastYear: 500_050 }])
  })

  it.each([{ prefix: 'x:' }, { withoutReferences: true }])('%o', (workbook) => {
    const file = readSheet(rowsFrom(1, [heads, ['张三', null, day, 1], ['李四', ID, day, 2]]), {}, workbook)
    expect(drafts(file).map(({ name, idNumber }) => [name, idNumber])).toEqual([
      ['张三', undefined],
      ['李四', ID],
    ])
  })

  it('a formula counts by its saved value; one never computed is noticed', () => {
    const file = readSheet(
      rowsFrom(1, [
        heads,
        ['张三', ID, day, { number: '66297.96000000001', formula: 'E2*12' }],
        ['李四', OTHER_ID, day, { formula: 'E3*12' }],
      ]),
    )
    expect(drafts(file).map(({ wagesLastYear }) => wagesLastYear)).toEqual([6_629_796, undefined])
    expect(file.workbook.sheets[0]?.uncomputedFormulas).toBe(1)
  })

  it('an integer identifier whose digits the file still has loses none; fifteen digits are enough for an old one', () => {
    const file = readSheet(
      rowsFrom(1, [
        heads,
        ['张三', { number: ID.replace(/670$/, '671') }, day, 1],
        ['李四', { number: '610104620927690' }, day, 1],
        ['王五', { number: '1.10101199003078E+17' }, day, 1],
      ]),
    )
    expect(file.rows.map(({ draft, notes }) => [draft.idNumber, ...notes])).toEqual([
      ['110101199003078671', 'ID_STORED_AS_NUMBER'],
      ['610104620927690', 'ID_STORED_AS_NUMBER'],
      ['110101199003078000', 'ID_DIGITS_LOST'],
    ])
  })

  it('errors, booleans and chart sheets', () => {
    const rows = rowsFrom(1, [
      ['姓名', '证件号码', '养老', '上年工资总额'],
      ['张三', ID, { boolean: true }, { error: '#N/A' }],
    ])
    const file = read(
      buildXlsx({
        sheets: [
          { name: '图', rows: new Map(), isChart: true },
          { name: '表', rows },
        ],
      }),
    )
    expect(drafts(file)).toEqual([
      { name: '张三', idNumber: ID, participation: { PENSION: true }, raw: { wagesLastYear: '#N/A' } },
    ])
    expect(file.workbook.sheets.map(({ name }) => name)).toEqual(['表'])
  })

  it.each([
    [
      '1900, built-in looks',
      false,
      ['yyyy/m/d', 'yyyy"年"m"月"d"日"', '[$-F800]dddd, mmmm dd, yyyy', 'm/d/yy h:mm', 'dd\\-mmm\\-yyyy;@'],
    ],
    ['1904', true, ['yyyy/m/d', 'General', '0']],
  ])('dates of the %s system', (_, date1904, formats) => {
    const serial = String(dateSerial('2020-05-16', date1904) + 0.75)
    const rows = formats.map((format, index): BuiltCell[] => [
      `张${'一二三四五'[index]}`,
      ID,
      { number: serial, format },
      1,
    ])
    const file = readSheet(
      rowsFrom(1, [heads, ...rows, ['李四', ID, String(dateSerial('2020-05-16', date1904)), 1]]),
      {},
      { date1904 },
    )
    expect(new Set(drafts(file).map(({ hireDate }) => hireDate))).toEqual(new Set(['2020-05-16']))
  })

  it('an amount shown in a date format is still an amount', () => {
    const file = readSheet(rowsFrom(1, [heads, ['张三', ID, day, { number: '45292.5', format: 'yyyy-mm-dd' }]]))
    expect(drafts(file)[0]?.wagesLastYear).toBe(4_529_250)
  })
})

describe('where the table stands', () => {
  it('a header in two rows, grouped by merged cells, under a merged title', () => {
    const rows = new Map<number, BuiltCell[]>([
      [1, ['2026年社会保险申报表']],
      [3, ['序号', '姓名', '身份证号码', '参加险种', null, null, null, null, '上年工资', null]],
      [4, [null, null, null, '养老', '医疗', '失业', '工伤', '生育', '月数', '总额']],
      [5, [1, '张三', ID, '√', '√', '√', '√', '×', 12, 60000]],
    ])
    const file = readSheet(rows, { merges: ['A1:J1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:H3', 'I3:J3'] })
    expect(file.table.headerRows).toEqual([3, 4])
    expect(drafts(file)).toEqual([
      {
        name: '张三',
        idNumber: ID,
        monthsWorkedLastYear: 12,
        wagesLastYear: 6_000_000,
        participation: { PENSION: true, MEDICAL: true, UNEMPLOYMENT: true, WORK_INJURY: true, MATERNITY: false },
      },
    ])
  })

  it('the same in CSV, where nothing is merged', () => {
    const text =
      '序号,姓名,身份证号码,参加险种,,,,,备注\n,,,养老,医疗,失业,工伤,生育,\n1,张三,' + ID + ',是,是,是,是,否,\n'
    const file = read(strToU8(text), 'a.csv')
    expect(file.table.headerRows).toEqual([1, 2])
    expect(drafts(file)[0]?.participation).toEqual({
      PENSION: true,
      MEDICAL: true,
      UNEMPLOYMENT: true,
      WORK_INJURY: true,
      MATERNITY: false,
    })
  })

  it('cells merged downwards say the same for each row', () => {
    const file = readSheet(
      rowsFrom(1, [
        ['姓名', '证件号码', '用工形式'],
        ['张三', ID, '合同制'],
        ['李四', OTHER_ID],
      ]),
      { merges: ['C2:C3'] },
    )
    expect(drafts(file).map(({ employmentForm }) => employmentForm)).toEqual(['CONTRACT', 'CONTRACT'])
  })

  it('repeated page headers, subtotals, blank rows; a second table below is not mixed in', () => {
    const amount = (yuan: number): BuiltCell[] => [null, yuan]
    const rows = new Map<number, BuiltCell[]>([
      [2, heads],
      [3, ['张三', ID, ...amount(100)]],
      [5, ['小计', null, ...amount(100)]],
      [6, heads],
      [7, ['李四', OTHER_ID, ...amount(200.1)]],
      [8, ['本页小计', null, ...amount(200)]],
      [9, ['总 计（2人）', null, ...amount(300.1)]],
      [10, ['注：本表一式两份']],
      [12, ['离职人员姓名', '离职日期', '证件号', '用工形式']],
      [13, ['王五', '2025-01-01', '110101199003078689', '临时']],
    ])
    const file = readSheet(rows)
    expect(file.rows.map(({ row }) => row)).toEqual([3, 7])
    expect(file.totals.map(({ row, stated, computed, ok }) => [row, stated, computed, ok])).toEqual([
      [5, 10_000, 10_000, true],
      [8, 20_000, 20_010, false],
      [9, 30_010, 30_010, true],
    ])
    expect(file.ignored.map(({ row, reason }) => [row, reason])).toEqual([
      [5, 'SUBTOTAL'],
      [6, 'REPEATED_HEADER'],
      [8, 'SUBTOTAL'],
      [9, 'TOTAL'],
      [10, 'FOOTNOTE'],
      [12, 'OTHER_TABLE'],
    ])
  })

  it('a total row without a word is seen by holding only figures; a person called 合计 keeps a number', () => {
    const file = readSheet(rowsFrom(1, [heads, ['合计', ID, '2020-1-1', 5], [null, null, null, 5]]))
    expect(file.rows.map(({ row }) => row)).toEqual([2])
    expect(file.totals).toMatchObject([{ row: 3, ok: true }])
  })

  it('of several sheets the fullest; another can be chosen', () => {
    const sheets = [
      { name: '一部', rows: rowsFrom(1, [heads, ['张三', ID, '2020-1-1', 5]]) },
      {
        name: '二部',
        rows: rowsFrom(3, [heads, ['李四', OTHER_ID, '2020-1-1', 5], ['王五', '110101199003078689', '2020-1-1', 5]]),
      },
    ]
    const file = read(buildXlsx({ sheets }))
    expect([file.table.sheetName, file.otherTables.map(({ sheetName }) => sheetName)]).toEqual(['二部', ['一部']])
    const other = readWorkbook(file.workbook, { tableIndex: 1 })
    expect(other.ok && drafts(other.file).map(({ name }) => name)).toEqual(['张三'])
  })

  it('the user’s mapping wins', () => {
    const file = readSheet(
      rowsFrom(1, [
        ['姓名', '证件号码', '户籍地', '甲', '入职日期'],
        ['张三', ID, '本市城镇', '5000', '2020-1-1'],
      ]),
    )
    expect(file.mapping.unmapped.map(({ header }) => header)).toEqual(['户籍地', '甲'])
    expect(file.mapping.missing).toContain('householdType')
    const changed = readWorkbook(file.workbook, { mapping: { householdType: 2, wagesLastYear: 3, hireDate: null } })
    expect(changed.ok && changed.file.mapping.missing).toEqual(
      expect.not.arrayContaining(['householdType', 'wagesLastYear']),
    )
    expect(changed.ok && drafts(changed.file)).toEqual([
      { name: '张三', idNumber: ID, householdType: 'LOCAL_URBAN', wagesLastYear: 500_000 },
    ])
  })

  it('reports progress up to the end', () => {
    const shares: number[] = []
    const bytes = buildXlsx({ sheets: [{ name: 'a', rows: rowsFrom(1, [heads, ['张三', ID, '2020-1-1', 5]]) }] })
    readRoster(bytes, 'x', { onProgress: (phase, share) => phase === 'READING' && shares.push(share) })
    expect(shares.at(-1)).toBe(1)
  })
})

describe('CSV of every make', () => {
  const people = makeRosterPeople(12, 5)
  const names = people.map(({ name }) => name)
  const utf16 = (text: string): Uint8Array =>
    Uint8Array.from([...`\uFEFF${text}`].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]))
  it.each([
    ['UTF-8', strToU8(csvText(people, ','))],
    ['UTF-8 with mark', strToU8(`\uFEFF${csvText(people, ',')}`)],
    ['UTF-16, tabs', utf16(csvText(people, '\t'))],
    ['UTF-16 unmarked', utf16(csvText(people, '\t')).slice(2)],
    ['GB18030, semicolons', encodeGb18030(csvText(people, ';', '\n'))],
    ['old Macintosh line ends', strToU8(csvText(people, ',', '\r'))],
    ['a separator hint', strToU8(`sep=|\r\n${csvText(people, '|')}`)],
    ['titles with commas of their own', strToU8(`单位：甲，乙,丙,丁\n填报,说明\n${csvText(people, ';')}`)],
  ])('%s', (_, bytes) => {
    const file = read(bytes, 'list.csv')
    expect(drafts(file).map(({ name }) => name)).toEqual(names)
    expect(drafts(file).every(({ raw, wagesLastYear }) => raw === undefined && wagesLastYear !== undefined)).toBe(true)
  })

  it('names with rare characters, which GB18030 writes in four bytes', () => {
    const file = read(encodeGb18030(`姓名,证件号码,联系电话\n𬱖𠮷,${ID},13812345678\n`), 'list.csv')
    expect(drafts(file).map(({ name }) => name)).toEqual(['𬱖𠮷'])
  })

  it('quoted line breaks and blank lines do not shift the row numbers', () => {
    const text = `名册\r\n\r\n姓名,"证件\n号码",联系电话\r\n"张\n三",${ID},"138 1234 5678"\r\n\r\n李四,="${OTHER_ID}",+86-138-1234-5678\r\n`
    const file = read(strToU8(text), 'a.csv')
    expect(file.rows.map(({ row, draft }) => [row, draft.name, draft.idNumber, draft.mobile])).toEqual([
      [4, '张三', ID, '13812345678'],
      [6, '李四', OTHER_ID, '13812345678'],
    ])
  })

  it('an identifier a spreadsheet program shortened to 1.10101E+17 is said to be', () => {
    const file = read(strToU8('姓名,证件号码,性别\n张三,1.10101E+17,男\n'), 'a.csv')
    expect(file.rows[0]).toMatchObject({ draft: { idNumber: '1.10101E+17' }, notes: ['ID_DIGITS_LOST'] })
  })
})
