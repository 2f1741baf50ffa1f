import { capitals, heightOf } from './break-lines.ts'
import { verifySquares } from '../verify-squares.ts'
import { between, colour, leading, page, place, setBetween, setText, style } from './paper-flow.ts'
import type { Flow } from './paper-flow.ts'
import { CannotDraw } from './paper-font.ts'
import { sheet } from './paper-pen.ts'
import type { Element } from './paper-pen.ts'
import { textString } from './pdf-file.ts'

export interface PrintedMark {
  code: string
  token: string | null
  key: string | null
  url: string
  /** Where the square code leads. */
  link: string
  contentHash: string
}

const millimetre = 72 / 25.4

/** The square code and the words beside it, as `verify-mark` in templates/official.typ. */
export function drawVerifyMark(
  flow: Flow,
  owner: Element,
  words: Record<'checkAt' | 'verifyCode' | 'fullHash' | 'signed' | 'unsigned', string>,
  mark: PrintedMark,
): void {
  const { pen } = flow
  const [inset, size, space] = [8, (mark.token === null ? 22 : 32) * millimetre, leading * 9.5]
  const left = page.left + inset + size + 8
  const [bold, soft] = [style(9.5, 'semibold'), style(7.5, 'regular', colour.soft)]
  const signed = mark.key === null ? words.unsigned : words.signed.replace('{key}', mark.key)
  const room = page.right - inset - left
  const lines = [
    setText(flow, room, { text: `${words.checkAt} ${mark.url}`, style: bold }),
    setText(
      flow,
      room,
      { text: words.verifyCode, style: style(9.5) },
      { text: mark.code, style: style(12, 'semibold'), gap: 2.13 },
    ),
    setText(flow, room, { text: `${words.fullHash} ${mark.contentHash}`, style: soft }),
    setText(flow, room, { text: signed, style: soft }),
  ].flat()
  const height = Math.max(size, heightOf(lines, space)) + 2 * inset
  const top = place(flow, between + 8, height)
  pen.frame(page.left, top, page.width, height, 0.4, colour.line)
  const squares = top + (height - size) / 2
  const box = [page.left + inset, sheet.height - squares - size, page.left + inset + size, sheet.height - squares]
  const figure = pen.within(
    owner,
    'Figure',
    `/Alt${textString(`${mark.url}/${mark.code}`)}/A<</O/Layout/BBox[${box.map((side) => side.toFixed(2)).join(' ')}]>>`,
  )
  pen.figure(figure, drawSquares(mark.link, box[0] ?? 0, box[3] ?? 0, size))
  const middle = top + (height - heightOf(lines, space)) / 2
  pen.text(setBetween(lines, [left, page.right], middle, { space }), pen.within(owner, 'P'))
}

/** Whole rows of dark squares, in units of a square. */
function drawSquares(link: string, x: number, top: number, size: number): string {
  const { side, isDark } = verifySquares(link)
  const unit = (size / side).toFixed(5)
  let drawn = `0 g ${unit} 0 0 -${unit} ${x.toFixed(3)} ${top.toFixed(3)} cm\n`
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      if (!isDark(row, column)) continue
      let end = column + 1
      while (end < side && isDark(row, end)) end += 1
      drawn += `${column} ${row} ${end - column} 1 re\n`
      column = end
    }
  }
  return `${drawn}f`
}

/** For the scanners at bank counters: 58 by 9 mm at the right edge, with the number under it. */
export function drawBarcode(flow: Flow, owner: Element, svg: string, number: string): void {
  const { pen } = flow
  const whole = Number(/viewBox="0 0 (\d+) \d+"/.exec(svg)?.[1])
  const bars = [...svg.matchAll(/stroke-width="(\d+)" d="([^"]+)"/g)].flatMap(([, width, path]) =>
    [...(path ?? '').matchAll(/M([\d.]+) /g)].map(([, centre]) => ({ width: Number(width), centre: Number(centre) })),
  )
  if (!(whole > 0) || bars.length === 0) throw new CannotDraw('bars in another form')
  const [width, height, space] = [58 * millimetre, 9 * millimetre, 2]
  const under = setText(flow, width, { text: number, style: style(8) })
  const top = place(flow, between + 4, height + space + capitals * 8)
  const left = page.right - width
  const y = sheet.height - top - height
  const figure = pen.within(
    owner,
    'Figure',
    `/Alt${textString(number)}/A<</O/Layout/BBox[${left.toFixed(2)} ${y.toFixed(2)} ${page.right} ${(y + height).toFixed(2)}]>>`,
  )
  const unit = width / whole
  const drawn = bars.map((bar) => `${bar.centre - bar.width / 2} 0 ${bar.width} 1 re`)
  pen.figure(
    figure,
    `0 g ${unit.toFixed(5)} 0 0 ${height.toFixed(3)} ${left.toFixed(3)} ${y.toFixed(3)} cm ${drawn.join('\n')} f`,
  )
  pen.text(
    setBetween(under, [left, page.right], top + height + space, { space: 0, side: 'right' }),
    pen.within(owner, 'P'),
  )
}
