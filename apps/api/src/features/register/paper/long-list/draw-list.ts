import { deflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { heightOf, measure } from './lay-out-list.ts'
import type { LaidOutRow, ListFonts, LongList } from './lay-out-list.ts'
import type { FontInFile } from './list-font.ts'
import { tagTable } from './tag-table.ts'
import type { TableTags } from './tag-table.ts'

/** As in templates/official.typ: `ink`, `line-colour` and what stands behind a header. */
const colour = { ink: '0.1059 0.102 0.0902', line: '0.7255 0.7059 0.6588', header: '0.9647 0.9569 0.9373' }

interface Pen {
  fonts: { regular: FontInFile; semibold: FontInFile }
  /** Where each column begins; one more than there are. */
  edges: readonly number[]
  rightFrom: number
  tags: TableTags
  /** Where the last text began: in hundredths of a point, as the next is said from there. */
  last: { x: number; y: number }
}

/**
 * Draws the list on the last pages of `paper`, which Typst left empty between heading and foot, and enters it into the structure
 * that screen readers go through: rows and cells, and the header once however often it is printed.
 */
export async function drawList(
  paper: Uint8Array,
  list: LongList,
  pages: readonly (readonly LaidOutRow[])[],
  fonts: ListFonts,
): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.load(paper, { updateMetadata: false })
  const edges = [measure.margin.x]
  for (const width of list.widths) edges.push((edges.at(-1) ?? 0) + width)
  const pen: Pen = {
    fonts: { regular: await fonts.regular.inFile(), semibold: await fonts.semibold.inFile() },
    edges,
    rightFrom: list.rightFrom,
    tags: tagTable(document),
    last: { x: 0, y: 0 },
  }
  const { context } = document
  const names = { L0: context.nextRef(), L1: context.nextRef() }
  for (const [index, page] of document.getPages().slice(-pages.length).entries()) {
    pen.tags.startPage(page.ref)
    const drawn = deflateSync(Buffer.from(drawPage(pen, pages[index] ?? [], index === 0), 'latin1'), { level: 4 })
    page.node.addContentStream(
      context.register(PDFRawStream.of(context.obj({ Filter: 'FlateDecode', Length: drawn.length }), drawn)),
    )
    for (const [name, font] of Object.entries(names)) page.node.setFontDictionary(PDFName.of(name), font)
  }
  await pen.fonts.regular.embed(context, names.L0)
  await pen.fonts.semibold.embed(context, names.L1)
  return new Uint8Array(await document.save({ useObjectStreams: false, objectsPerTick: Infinity }))
}

function drawPage(pen: Pen, rows: readonly LaidOutRow[], first: boolean): string {
  const top = measure.page.height - measure.margin.top - (first ? measure.heading : 0)
  const heights = [top]
  for (const { height } of rows) heights.push((heights.at(-1) ?? 0) - height)
  pen.last = { x: 0, y: 0 }
  const texts = rows.map((row, index) => drawRow(pen, row, heights[index] ?? 0, first))
  return `${drawLines(pen.edges, heights)}BT\n${colour.ink} rg\n${texts.join('')}ET\n`
}

function drawLines(edges: readonly number[], heights: readonly number[]): string {
  const [left, right] = [edges[0] ?? 0, edges.at(-1) ?? 0]
  const [top, header, bottom] = [heights[0] ?? 0, heights[1] ?? 0, heights.at(-1) ?? 0]
  const half = 0.2
  return [
    '/Artifact BMC\nq',
    `${colour.header} rg ${at(left)} ${at(header)} ${at(right - left)} ${at(top - header)} re f`,
    `0.4 w ${colour.line} RG`,
    ...edges.map((x) => `${at(x)} ${at(top + half)} m ${at(x)} ${at(bottom - half)} l`),
    ...heights.map((y) => `${at(left - half)} ${at(y)} m ${at(right + half)} ${at(y)} l`),
    'S\nQ\nEMC\n',
  ].join('\n')
}

function drawRow(pen: Pen, { kind, cells, height }: LaidOutRow, top: number, first: boolean): string {
  const tagged = kind !== 'header' || first
  if (tagged) pen.tags.startRow(kind === 'header' ? 'THead' : 'TBody')
  const [name, font] = kind === 'row' ? ['L0', pen.fonts.regular] : ['L1', pen.fonts.semibold]
  let drawn = `/${name} ${measure.size} Tf\n`
  for (const [column, lines] of cells.entries()) {
    const number = tagged ? pen.tags.addCell(lines.length === 0) : undefined
    if (lines.length === 0) continue
    const opened = number === undefined ? '/Artifact BMC' : `/${kind === 'header' ? 'TH' : 'TD'}<</MCID ${number}>>BDC`
    drawn += `${opened}\n${drawCell(pen, font, column, lines, top, height)}EMC\n`
  }
  return drawn
}

function drawCell(
  { edges, rightFrom, last }: Pen,
  font: FontInFile,
  column: number,
  lines: readonly string[],
  top: number,
  height: number,
): string {
  const { size, capitals, leading, inset } = measure
  let baseline = top - (height - heightOf(lines.length)) / 2 - capitals * size
  let drawn = ''
  for (const line of lines) {
    const { shown, width } = font.set(line)
    const left = column < rightFrom ? (edges[column] ?? 0) + inset.x : (edges[column + 1] ?? 0) - inset.x - width * size
    const [x, y] = [Math.round(left * 100), Math.round(baseline * 100)]
    drawn += `${(x - last.x) / 100} ${(y - last.y) / 100} Td ${shown}\n`
    last.x = x
    last.y = y
    baseline -= (capitals + leading) * size
  }
  return drawn
}

/** A hundredth of a point is less than any printer shows. */
const at = (place: number): string => String(Math.round(place * 100) / 100)
