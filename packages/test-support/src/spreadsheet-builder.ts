// Builds XLSX files the way different programs save them, by hand, so that a test can say exactly what stands in a file.
import { strToU8, zipSync } from 'fflate'
import type { Zippable } from 'fflate'

export type BuiltCell =
  | string
  | number
  | null
  | { text: string; as?: 'inline' | 'shared' | 'formula' | 'rich' | 'phonetic' }
  | { number: string; format?: string; formula?: string }
  | { boolean: boolean }
  | { error: string }
  | { formula: string }

export interface BuiltSheet {
  name: string
  hidden?: boolean
  /** By spreadsheet row number, so that blank rows are simply absent. */
  rows: ReadonlyMap<number, readonly BuiltCell[]>
  merges?: readonly string[]
  /** A chart sheet has no cells. */
  isChart?: boolean
}

export interface BuiltWorkbook {
  sheets: readonly BuiltSheet[]
  date1904?: boolean
  /** `x:` as the Open XML SDK writes. */
  prefix?: string
  /** Leave out `r` on rows and cells, as some streaming writers do. */
  withoutReferences?: boolean
  extraParts?: Zippable
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export function rowsFrom(first: number, rows: readonly (readonly BuiltCell[])[]): Map<number, readonly BuiltCell[]> {
  return new Map(rows.map((cells, index) => [first + index, cells]))
}

export function buildXlsx(workbook: BuiltWorkbook): Uint8Array {
  const shared: string[] = []
  const formats: string[] = []
  const p = workbook.prefix ?? ''
  const parts: Zippable = {}
  workbook.sheets.forEach((sheet, index) => {
    const part = sheet.isChart === true ? `xl/chartsheets/sheet${index + 1}.xml` : `xl/worksheets/sheet${index + 1}.xml`
    parts[part] = strToU8(
      sheet.isChart === true ? `<chartsheet xmlns="${MAIN}"/>` : sheetXml(sheet, workbook, p, shared, formats),
    )
  })
  const declaration = p === '' ? `xmlns="${MAIN}"` : `xmlns:${p.slice(0, -1)}="${MAIN}"`
  const sheetTags = workbook.sheets.map(
    (sheet, index) =>
      `<${p}sheet name="${escape(sheet.name)}" sheetId="${index + 1}"${sheet.hidden === true ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  )
  const links = workbook.sheets.map((sheet, index) =>
    sheet.isChart === true
      ? link(`rId${index + 1}`, 'chartsheet', `chartsheets/sheet${index + 1}.xml`)
      : link(`rId${index + 1}`, 'worksheet', `/xl/worksheets/sheet${index + 1}.xml`),
  )
  return zipSync(
    {
      '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
      '_rels/.rels': strToU8(relationships([link('rId1', 'officeDocument', 'xl/workbook.xml')])),
      'xl/workbook.xml': strToU8(
        `<?xml version="1.0"?><${p}workbook ${declaration} xmlns:r="${RELATIONS}"><${p}workbookPr${workbook.date1904 === true ? ' date1904="1"' : ''}/><${p}sheets>${sheetTags.join('')}</${p}sheets></${p}workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        relationships([
          ...links,
          link('rId98', 'styles', 'styles.xml'),
          link('rId99', 'sharedStrings', 'sharedStrings.xml'),
        ]),
      ),
      'xl/styles.xml': strToU8(stylesXml(formats)),
      'xl/sharedStrings.xml': strToU8(`<?xml version="1.0"?><sst xmlns="${MAIN}">${shared.join('')}</sst>`),
      ...parts,
      ...workbook.extraParts,
    },
    { level: 6, mtime: new Date(1980, 0, 1) },
  )
}

function link(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`
}

function relationships(links: readonly string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`
}

function stylesXml(formats: readonly string[]): string {
  const custom = formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escape(code)}"/>`)
  const xfs = formats.map((_, index) => `<xf numFmtId="${164 + index}"/>`)
  return `<styleSheet xmlns="${MAIN}"><numFmts>${custom.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${xfs.join('')}</cellXfs></styleSheet>`
}

function sheetXml(sheet: BuiltSheet, workbook: BuiltWorkbook, p: string, shared: string[], formats: string[]): string {
  const rows = [...sheet.rows].map(([number, cells]) => {
    const written = cells.map((cell, column) => {
      const reference = workbook.withoutReferences === true ? '' : ` r="${String.fromCharCode(65 + column)}${number}"`
      return cellXml(cell, reference, p, shared, formats)
    })
    return `<${p}row${workbook.withoutReferences === true ? '' : ` r="${number}"`} spans="1:17">${written.join('')}</${p}row>`
  })
  const merges = (sheet.merges ?? []).map((ref) => `<${p}mergeCell ref="${ref}"/>`)
  const declaration = p === '' ? `xmlns="${MAIN}"` : `xmlns:${p.slice(0, -1)}="${MAIN}"`
  return `<?xml version="1.0" encoding="UTF-8"?>\r\n<${p}worksheet ${declaration}><${p}cols><${p}col min="1" max="3" width="9"/></${p}cols><${p}sheetData>${rows.join('\n')}</${p}sheetData><${p}mergeCells>${merges.join('')}</${p}mergeCells></${p}worksheet>`
}

function cellXml(cell: BuiltCell, r: string, p: string, shared: string[], formats: string[]): string {
  if (cell === null) return `<${p}c${r}/>`
  if (typeof cell === 'number') return `<${p}c${r}><${p}v>${cell}</${p}v></${p}c>`
  if (typeof cell === 'string') return cellXml({ text: cell, as: 'inline' }, r, p, shared, formats)
  if ('boolean' in cell) return `<${p}c${r} t="b"><${p}v>${cell.boolean ? 1 : 0}</${p}v></${p}c>`
  if ('error' in cell) return `<${p}c${r} t="e"><${p}v>${cell.error}</${p}v></${p}c>`
  if ('number' in cell) {
    const formula = cell.formula === undefined ? '' : `<${p}f>${escape(cell.formula)}</${p}f>`
    return `<${p}c${r} s="${styleOf(cell.format, formats)}">${formula}<${p}v>${cell.number}</${p}v></${p}c>`
  }
  if ('formula' in cell) return `<${p}c${r}><${p}f>${escape(cell.formula)}</${p}f><${p}v></${p}v></${p}c>`
  return textXml(cell.text, cell.as ?? 'inline', r, p, shared)
}

function styleOf(format: string | undefined, formats: string[]): number {
  if (format === undefined) return 0
  if (!formats.includes(format)) formats.push(format)
  return formats.indexOf(format) + 1
}

function textXml(
  text: string,
  as: 'inline' | 'shared' | 'formula' | 'rich' | 'phonetic',
  r: string,
  p: string,
  shared: string[],
): string {
  const t = (part: string): string => `<t xml:space="preserve">${escape(part)}</t>`
  if (as === 'inline') return `<${p}c${r} t="inlineStr"><${p}is><${p}t>${escape(text)}</${p}t></${p}is></${p}c>`
  if (as === 'formula') return `<${p}c${r} t="str"><${p}f>T("")</${p}f><${p}v>${escape(text)}</${p}v></${p}c>`
  const half = Math.ceil(text.length / 2)
  if (as === 'shared') shared.push(`<si>${t(text)}</si>`)
  if (as === 'rich')
    shared.push(`<si><r><rPr><b/></rPr>${t(text.slice(0, half))}</r><r>${t(text.slice(half))}</r></si>`)
  if (as === 'phonetic')
    shared.push(`<si>${t(text)}<rPh sb="0" eb="1">${t('pinyin')}</rPh><phoneticPr fontId="1"/></si>`)
  return `<${p}c${r} t="s"><${p}v>${shared.length - 1}</${p}v></${p}c>`
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
}
