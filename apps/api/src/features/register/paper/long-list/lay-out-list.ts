import type { ListFont } from './list-font.ts'

/** A table of very many rows under one heading, on landscape pages of its own at the end of a paper. */
export interface LongList {
  title: string
  headers: readonly string[]
  /** In points; together what stands between the margins. */
  widths: readonly number[]
  /** Columns from this one on are set to the right. */
  rightFrom: number
  rows: readonly (readonly string[])[]
  total?: readonly string[]
}

export interface ListFonts {
  regular: ListFont
  semibold: ListFont
}

export interface LaidOutRow {
  kind: 'header' | 'row' | 'total'
  /** Lines of each cell, none where it is empty. */
  cells: readonly (readonly string[])[]
  height: number
}

/** The same measures as `listing` in templates/official.typ, in points. */
export const measure = {
  page: { width: 841.8898, height: 595.2756 },
  margin: { x: 51.0236, top: 45.3543, bottom: 56.6929 },
  inset: { x: 4, y: 3.5 },
  size: 8,
  /** A line is as high as the capitals, in ems; `leading` is between two. */
  capitals: 0.733,
  leading: 0.6,
  /** The heading over the list: its capitals at 11 pt, and what stands below it. */
  heading: 0.733 * 11 + 6,
}
const mostLines = 8
/** In ems: two letters may stand a little further apart beside each other than each by itself. */
const slack = 0.05

export const heightOf = (lines: number): number =>
  (lines * measure.capitals + (lines - 1) * measure.leading) * measure.size

/**
 * The rows of each page, under a header of its own. Undefined where Typst must set the list: for a script whose characters change
 * beside others, for one that the font of the forms lacks, for a cell so long that it may have to be cut between two pages.
 */
export function layOutList(list: LongList, fonts: ListFonts): LaidOutRow[][] | undefined {
  const { headers, total } = list
  if (!canDraw([headers, total ?? []], fonts.semibold) || !canDraw(list.rows, fonts.regular)) return undefined
  const rooms = list.widths.map((width) => (width - 2 * measure.inset.x) / measure.size - slack)
  const layOut = (kind: LaidOutRow['kind'], texts: readonly string[], font: ListFont): LaidOutRow => {
    let most = 1
    const cells = texts.map((text, column) => {
      const lines = text === '' ? [] : breakLines(text, rooms[column] ?? 0, font)
      most = Math.max(most, lines.length)
      return lines
    })
    return { kind, cells, height: heightOf(most) + 2 * measure.inset.y }
  }
  const rows = list.rows.map((row) => layOut('row', row, fonts.regular))
  if (total) rows.push(layOut('total', total, fonts.semibold))
  if (rows.some(({ cells }) => cells.some((lines) => lines.length > mostLines))) return undefined
  return cutIntoPages(layOut('header', headers, fonts.semibold), rows)
}

const standsAlone = /^[\p{Script=Han}\p{Script=Latin}\p{N}\p{P}\p{S} ]$/u

function canDraw(rows: readonly (readonly string[])[], font: ListFont): boolean {
  const characters = new Set<string>()
  for (const row of rows) for (const text of row) for (const character of text) characters.add(character)
  return [...characters].every((character) => standsAlone.test(character) && font.has(character))
}

function cutIntoPages(header: LaidOutRow, rows: readonly LaidOutRow[]): LaidOutRow[][] {
  const { page, margin, heading } = measure
  const whole = page.height - margin.top - margin.bottom - header.height
  const pages = [[header]]
  let room = whole - heading
  for (const row of rows) {
    if (row.height > room) {
      pages.push([header])
      room = whole
    }
    pages.at(-1)?.push(row)
    room -= row.height
  }
  return pages
}

/**
 * A line ends at a space, after a hyphen or between two characters that are no letters or digits, but not before punctuation or after
 * an opening bracket; a word too long for a line ends anywhere.
 */
const unbreakable = /[\p{Ps}\p{Pi}]*(?:[\p{Script=Latin}\p{N}.,'/()]+-?|.)[\p{Pe}\p{Pf}\p{Po}]*/gsu

function breakLines(text: string, room: number, font: ListFont): string[] {
  if (widthIn(text, font) <= room) return [text]
  const lines: string[] = []
  let [line, left] = ['', room]
  const endLine = () => {
    if (line.trim() !== '') lines.push(line.trim())
    ;[line, left] = ['', room]
  }
  const add = (part: string) => {
    const width = widthIn(part, font)
    if (width > left) endLine()
    line += part
    left -= width
  }
  for (const [word] of text.matchAll(unbreakable)) {
    const parts = widthIn(word, font) <= room ? [word] : [...word]
    if (parts.length > 1) endLine()
    parts.forEach(add)
  }
  endLine()
  return lines
}

function widthIn(text: string, font: ListFont): number {
  let width = 0
  for (const character of text) width += font.widthOf(character)
  return width
}
