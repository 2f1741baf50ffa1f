import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { htmlPage, packOds, xlsxOf, xml2003 } from '@shebao/test-support/sheet-formats'

// Files that are small and would be huge: read one after the other by a process of its own, whose memory is measured by the system.

const MB = 1024 * 1024
const cell = '<c t="s"><v>0</v></c>'
const files: Readonly<Record<string, () => Uint8Array>> = {
  // 60 MB of nothing in a quarter of a megabyte.
  'zip-of-zeros.xlsx': () => zipSync({ 'xl/workbook.xml': new Uint8Array(14 * MB) }, { level: 1 }),
  // One text of 200 kB, named by 32,000 cells: 6 GB.
  'shared-text.xlsx': () =>
    xlsxOf({ rows: `<row>${cell.repeat(8)}</row>`.repeat(4_000), strings: `<si><t>${'长'.repeat(65_000)}</t></si>` }),
  // 300,000 empty texts that nobody names.
  'many-texts.xlsx': () => xlsxOf({ rows: '<row/>', strings: '<si/>'.repeat(300_000) }),
  'deep.xlsx': () => xlsxOf({ rows: '<row>'.repeat(300_000) }),
  'entities.xlsx': () =>
    xlsxOf({
      rows: '<row><c t="inlineStr"><is><t>&a;&a;</t></is></c></row>',
      strings: '<!DOCTYPE x [<!ENTITY a "&b;&b;"><!ENTITY b "aaaa">]>',
    }),
  'many-files.xlsx': () =>
    zipSync(
      Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`xl/worksheets/sheet${n}.xml`, strToU8('<x/>')])),
    ),
  'far-cell.xlsx': () => xlsxOf({ rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }),
  'repeated.ods': () =>
    packOds(
      '<office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>',
    ),
  'spans.xls': () => strToU8(htmlPage('<tr><td colspan="99999999" rowspan="99999999">姓名</td></tr>'.repeat(1_000))),
  'indices.xml': () =>
    strToU8(xml2003('<Row ss:Index="1048576"><Cell ss:Index="16384"><Data ss:Type="String">x</Data></Cell></Row>')),
  'one-field.csv': () => strToU8(`姓名,证件号码\n"${'a,'.repeat(2 * MB)}`),
  'quotes.csv': () => strToU8('"'.repeat(MB)),
  'columns.csv': () => strToU8(','.repeat(2 * MB)),
  'utf16.csv': () =>
    Uint8Array.from({ length: 2 * MB }, (_, at) => (at === 0 ? 0xff : at === 1 ? 0xfe : at % 2 ? 0xd8 : 0)),
  'wrong-bytes.csv': () => new Uint8Array(4 * MB).fill(0xff),
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bombs-'))
  for (const [name, make] of Object.entries(files)) writeFileSync(join(folder, name), make())
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

const reading = `
  import { readFileSync } from 'node:fs'
  import { readRoster } from ${JSON.stringify(join(import.meta.dirname, 'read-roster.ts'))}
  const answers = {}
  for (const path of process.argv.slice(1)) {
    const result = readRoster(readFileSync(path), path)
    answers[path] = result.ok ? 'READ' : result.problem.code
  }
  console.log(JSON.stringify({ answers, peak: process.resourceUsage().maxRSS * 1024 }))`

const expected = {
  'zip-of-zeros.xlsx': 'ZIP_BOMB',
  'shared-text.xlsx': 'CELL_TOO_LONG',
  'many-texts.xlsx': 'EMPTY',
  'deep.xlsx': 'CORRUPT',
  'entities.xlsx': 'NO_TABLE',
  'many-files.xlsx': 'NOT_A_SPREADSHEET',
  'far-cell.xlsx': 'NO_TABLE',
  'repeated.ods': 'TOO_MANY_ROWS',
  'spans.xls': 'TOO_MUCH_CONTENT',
  'indices.xml': 'NO_TABLE',
  'one-field.csv': 'TOO_MUCH_CONTENT',
  'quotes.csv': 'CELL_TOO_LONG',
  'columns.csv': 'EMPTY',
  'utf16.csv': 'NOT_A_SPREADSHEET',
  'wrong-bytes.csv': 'NOT_A_SPREADSHEET',
}

it('a file that would burst is refused by name, and what reading it takes is bounded', async () => {
  const paths = Object.keys(files).map((name) => join(folder, name))
  const flags = ['--max-old-space-size=400', '--input-type=module', '-e', reading]
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, ...paths])
  const { answers, peak } = JSON.parse(stdout) as { answers: Record<string, string>; peak: number }
  expect(Object.fromEntries(Object.entries(answers).map(([path, code]) => [basename(path), code]))).toEqual(expected)
  expect(peak).toBeLessThan(768 * MB)
})
