import { breakLines, heightOf } from './break-lines.ts'
import type { Line, PaperFonts, Part, Style } from './break-lines.ts'
import { CannotDraw } from './paper-font.ts'
import type { Element, PaperPen, PlacedLine } from './paper-pen.ts'

/** The same colours and measures as templates/official.typ, in points. */
export const colour = {
  ink: '0.1059 0.102 0.0902',
  accent: '0.0431 0.4 0.4392',
  seal: '0.7216 0.2039 0.1059',
  line: '0.7255 0.7059 0.6588',
  soft: '0.3647 0.349 0.3098',
  header: '0.9647 0.9569 0.9373',
}
export const page = { left: 51.0236, right: 544.252, width: 493.2284, top: 45.3543, bottom: 785.197 }
/** Typst's space between two blocks, in text of 9.5 points. */
export const between = 11.4
/** Between two lines of a paragraph, in ems of the text around it. */
export const leading = 0.6

/** Where the paper has come to. */
export interface Flow {
  readonly pen: PaperPen
  readonly fonts: PaperFonts
  /** The foot of what was placed last. */
  y: number
}

export const style = (size: number, font: Style['font'] = 'regular', of: string = colour.ink): Style => ({
  font,
  size,
  colour: of,
})

export const setText = ({ fonts }: Flow, room: number, ...parts: readonly Part[]): Line[] =>
  breakLines(parts, room, fonts)

/** Room for what stays together, `gap` below what stands there already or at the top of the next page: where it begins. */
export function place(flow: Flow, gap: number, height: number): number {
  const top = flow.y + gap
  if (top + height <= page.bottom) {
    flow.y = top + height
    return top
  }
  if (page.top + height > page.bottom) throw new CannotDraw('more than a page that stays together')
  flow.pen.startPage()
  flow.y = page.top + height
  return page.top
}

type Side = 'left' | 'right' | 'centre'

/** Lines between two edges, the first with its capitals at `top`. */
export function setBetween(
  lines: readonly Line[],
  [left, right]: readonly [left: number, right: number],
  top: number,
  { space, side = 'left' }: { space: number; side?: Side },
): PlacedLine[] {
  let y = top - space
  return lines.map((line) => {
    y += space + line.height
    const free = right - left - line.width
    return { line, x: left + (side === 'left' ? 0 : side === 'right' ? free : free / 2), baseline: y }
  })
}

/** A paragraph over the whole width. */
export function drawParagraph(
  flow: Flow,
  owner: Element,
  parts: readonly Part[],
  { gap, space = leading * 9.5, side = 'left' }: { gap: number; space?: number; side?: Side },
): void {
  const lines = setText(flow, page.width, ...parts)
  const top = place(flow, gap, heightOf(lines, space))
  flow.pen.text(setBetween(lines, [page.left, page.right], top, { space, side }), owner)
}
