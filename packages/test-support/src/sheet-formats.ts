// Lists in the formats other than XLSX and CSV, built by hand, so that a test can say exactly what stands in a file.
import { strToU8, zipSync } from 'fflate'

const ODF = 'urn:oasis:names:tc:opendocument:xmlns'
const ODS_PREFIXES = ['office', 'table', 'text', 'style'].map((prefix) => `xmlns:${prefix}="${ODF}:${prefix}:1.0"`)

/** The content of an OpenDocument spreadsheet with one table of these rows. */
export function odsContent(rows: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${ODS_PREFIXES.join(' ')}><office:body><office:spreadsheet><table:table table:name="名单">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`
}

export function odsRow(texts: readonly string[], more = ''): string {
  const cells = texts.map(
    (text) => `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`,
  )
  return `<table:table-row${more}>${cells.join('')}</table:table-row>`
}

export function packOds(content: string, level: 0 | 6 = 6): Uint8Array {
  const kind = 'application/vnd.oasis.opendocument.spreadsheet'
  return zipSync({ mimetype: strToU8(kind), 'content.xml': strToU8(content) }, { level })
}

const EXCEL = 'urn:schemas-microsoft-com:office:spreadsheet'

export function xml2003(rows: string): string {
  return `<?xml version="1.0"?><Workbook xmlns="${EXCEL}" xmlns:ss="${EXCEL}"><Worksheet ss:Name="名单"><Table>${rows}</Table></Worksheet></Workbook>`
}

export function xml2003Row(texts: readonly string[], more = ''): string {
  const cells = texts.map((text) => `<Cell><Data ss:Type="String">${text}</Data></Cell>`)
  return `<Row${more}>${cells.join('')}</Row>`
}

export function htmlPage(rows: string): string {
  return `<html><head><meta charset="utf-8"></head><body><table>${rows}</table></body></html>`
}

export function htmlRow(texts: readonly string[]): string {
  return `<tr>${texts.map((text) => `<td>${text}</td>`).join('')}</tr>`
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface SheetParts {
  /** What stands in `sheetData`, and behind it. */
  rows: string
  after?: string
  strings?: string
  styles?: string
  sheets?: string
  level?: 0 | 6
}

/** A workbook of one sheet, its parts as they are given. */
export function xlsxOf({ rows, after = '', strings = '', styles = '', sheets, level = 6 }: SheetParts): Uint8Array {
  const link = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const links = [
    link('r1', 'worksheet', 'worksheets/sheet1.xml'),
    link('r2', 'sharedStrings', 'sharedStrings.xml'),
    link('r3', 'styles', 'styles.xml'),
  ]
  return zipSync(
    {
      'xl/workbook.xml': strToU8(
        `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets ?? '<sheet name="名单" sheetId="1" r:id="r1"/>'}</sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${links.join('')}</Relationships>`),
      'xl/sharedStrings.xml': strToU8(`<sst xmlns="${MAIN}">${strings}</sst>`),
      'xl/styles.xml': strToU8(`<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`),
      'xl/worksheets/sheet1.xml': strToU8(
        `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
      ),
    },
    { level },
  )
}

export function xlsxRow(texts: readonly string[], more = ''): string {
  return `<row${more}>${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
}
