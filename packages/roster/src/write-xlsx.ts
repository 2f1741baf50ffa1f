import { strToU8, zipSync } from 'fflate'
import { guardFormula, isFigure } from './formula-guard.ts'
import { columnName } from './column-name.ts'

export interface XlsxSheet {
  name: string
  /** All rows, the header among them. */
  rows: readonly (readonly string[])[]
  /** Rows from 0 that are heads (bold). */
  headRow: number
  /** Columns from 0 whose plain figures are written as numbers; everything else is text, identifiers above all. */
  figures: readonly boolean[]
}

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
// A fixed time keeps the same roster the same bytes; ZIP cannot say less than 1980.
const FIXED_TIME = new Date(1980, 0, 1)

const TEXT_STYLE = 1
const HEAD_STYLE = 2
const AMOUNT_STYLE = 3

/** One worksheet as an XLSX file. Strings stand in the cells themselves, so that no shared table has to be built. */
export function writeXlsx(sheet: XlsxSheet): Uint8Array {
  return zipSync(
    {
      '[Content_Types].xml': strToU8(contentTypes()),
      '_rels/.rels': strToU8(relationships([['officeDocument', 'xl/workbook.xml']])),
      'xl/workbook.xml': strToU8(
        `${XML}<workbook xmlns="${NAMESPACE}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escapeXml(sheet.name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        relationships([
          ['worksheet', 'worksheets/sheet1.xml'],
          ['styles', 'styles.xml'],
        ]),
      ),
      'xl/styles.xml': strToU8(styles()),
      'xl/worksheets/sheet1.xml': strToU8(worksheet(sheet)),
    },
    { level: 6, mtime: FIXED_TIME },
  )
}

function contentTypes(): string {
  const part = (name: string, type: string): string =>
    `<Override PartName="/xl/${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook.xml', 'sheet.main')}${part('worksheets/sheet1.xml', 'worksheet')}${part('styles.xml', 'styles')}</Types>`
}

function relationships(targets: readonly (readonly [string, string])[]): string {
  const items = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  )
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`
}

/** Formats 49 (text) and 4 (#,##0.00) are built in. */
function styles(): string {
  const xf = (format: number, font: number): string =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`
  return `${XML}<styleSheet xmlns="${NAMESPACE}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">${xf(0, 0)}${xf(49, 0)}${xf(49, 1)}${xf(4, 0)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}

function worksheet(sheet: XlsxSheet): string {
  const width = Math.max(1, ...sheet.rows.slice(0, 100).map((row) => row.length))
  const columns = Array.from(
    { length: width },
    (_, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${columnWidth(sheet, index)}" customWidth="1" style="${TEXT_STYLE}"/>`,
  )
  const pane = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${sheet.headRow + 1}" topLeftCell="A${sheet.headRow + 2}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
  const rows = sheet.rows.map((cells, index) => {
    const written = cells.map((text, column) =>
      text === ''
        ? ''
        : cellXml(text, `${columnName(column)}${index + 1}`, index === sheet.headRow, sheet.figures[column] === true),
    )
    return `<row r="${index + 1}">${written.join('')}</row>`
  })
  return `${XML}<worksheet xmlns="${NAMESPACE}">${pane}<cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData></worksheet>`
}

function cellXml(text: string, reference: string, isHead: boolean, isFigureColumn: boolean): string {
  if (isFigureColumn && !isHead && isFigure(text)) {
    return `<c r="${reference}" s="${text.includes('.') ? AMOUNT_STYLE : 0}"><v>${text}</v></c>`
  }
  return `<c r="${reference}" s="${isHead ? HEAD_STYLE : TEXT_STYLE}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(guardFormula(text))}</t></is></c>`
}

/** Chinese characters are two columns wide; looked up on the head and the first rows only. */
function columnWidth(sheet: XlsxSheet, column: number): number {
  const texts = sheet.rows.slice(sheet.headRow, sheet.headRow + 50).map((row) => row[column] ?? '')
  const widest = Math.max(...texts.map((text) => [...text].reduce((sum, c) => sum + (c > '\u2E80' ? 2 : 1), 0)), 6)
  return Math.min(60, widest + 2)
}

/** Characters XML cannot hold are written the way spreadsheet programs do, `_x0007_`, and so is a text that looks like that. */
function escapeXml(text: string): string {
  return text
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x')
    .replace(
      /[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu,
      (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replace(/[&<>"]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;' : '&quot;'))
}
