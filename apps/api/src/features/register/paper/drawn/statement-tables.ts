import { capitals, heightOf, widthOf } from './break-lines.ts'
import type { Line } from './break-lines.ts'
import { between, colour, leading, page, place, setBetween, setText, style } from './paper-flow.ts'
import type { Flow } from './paper-flow.ts'
import type { Element } from './paper-pen.ts'
import type { DerivationStep } from '../derivation-steps.ts'

/** Edges of columns that share the width between the margins. */
function edgesOf(shares: readonly number[]): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const edges = [page.left]
  for (const share of shares) edges.push((edges.at(-1) ?? 0) + (share / whole) * page.width)
  return edges
}

const edge = (edges: readonly number[], column: number) => edges[column] ?? page.right

/** Label and value pairs in two columns of pairs, as `pairs` in templates/official.typ. */
export function drawPairs(flow: Flow, owner: Element, pairs: readonly (readonly [string, string])[]): void {
  const [size, inset, space] = [9.5, { x: 5, y: 4 }, leading * 9.5]
  const edges = edgesOf([1, 1.25, 1, 1.25])
  if (pairs.length === 0) return
  const body = flow.pen.within(flow.pen.within(owner, 'Table'), 'TBody')
  for (let index = 0; index < pairs.length; index += 2) {
    const texts = [pairs[index] ?? ['', ''], pairs[index + 1] ?? ['', '']].flat()
    const cells = texts.map((text, column) =>
      setText(flow, edge(edges, column + 1) - edge(edges, column) - 2 * inset.x, {
        text,
        style: style(size, 'regular', column % 2 === 0 ? colour.soft : colour.ink),
      }),
    )
    const height = Math.max(...cells.map((lines) => heightOf(lines, space))) + 2 * inset.y
    const top = place(flow, index === 0 ? between + 4 : 0, height)
    const row = flow.pen.within(body, 'TR')
    for (const [column, lines] of cells.entries()) {
      const [left, right] = [edge(edges, column), edge(edges, column + 1)]
      const label = column % 2 === 0
      if (label) flow.pen.area(left, top, right - left, height, colour.header)
      const cell = flow.pen.within(row, label ? 'TH' : 'TD', label ? '/A<</O/Table/Scope/Row>>' : '')
      if (texts[column] !== '')
        flow.pen.text(setBetween(lines, [left + inset.x, right - inset.x], top + inset.y, { space }), cell)
    }
    drawGrid(flow, edges, top, height)
  }
}

function drawGrid({ pen }: Flow, edges: readonly number[], top: number, height: number): void {
  const half = 0.2
  const [left, right] = [edge(edges, 0) - half, (edges.at(-1) ?? 0) + half]
  pen.lines(
    [
      [left, top, right, top],
      [left, top + height, right, top + height],
      ...edges.map((x) => [x, top, x, top + height] as const),
    ],
    0.4,
    colour.line,
  )
}

export interface AmountTable {
  headers: readonly string[]
  rows: readonly (readonly string[])[]
  sums: readonly string[] | null
  widths: readonly number[]
  rightFrom: number
}

const inCell = { x: 4, y: 3.5 }

/** A table whose header comes again on each page, as `listing` in templates/official.typ. */
export function drawAmounts(flow: Flow, owner: Element, { headers, rows, sums, widths, rightFrom }: AmountTable): void {
  const size = headers.length > 6 ? 8 : 9
  const edges = edgesOf(widths)
  const table = flow.pen.within(owner, 'Table')
  const [head, body] = [flow.pen.within(table, 'THead'), flow.pen.within(table, 'TBody')]
  const setRow = (texts: readonly string[], font: 'regular' | 'semibold'): SetRow => {
    const cells = texts.map((text, column) => {
      const room = edge(edges, column + 1) - edge(edges, column) - 2 * inCell.x
      return text === '' ? [] : setText(flow, room, { text, style: style(size, font) })
    })
    const height = Math.max(capitals * size, ...cells.map((lines) => heightOf(lines, leading * size))) + 2 * inCell.y
    return { cells, height, edges, rightFrom, space: leading * size }
  }
  const header = setRow(headers, 'semibold')
  const all = rows.map((row) => setRow(row, 'regular'))
  if (sums) all.push(setRow(sums, 'semibold'))
  for (const [index, row] of all.entries()) {
    const first = index === 0
    const before = flow.pen.pages()
    // The header and its first row stay together.
    let top = place(flow, first ? between + 6 : 0, row.height + (first ? header.height : 0))
    if (first || flow.pen.pages() !== before) {
      flow.y = top + header.height + row.height
      drawRow(flow, header, top, { head: true, owner: first ? flow.pen.within(head, 'TR') : undefined })
      top += header.height
    }
    drawRow(flow, row, top, { head: false, owner: flow.pen.within(body, 'TR') })
  }
}

interface SetRow {
  cells: readonly (readonly Line[])[]
  height: number
  edges: readonly number[]
  rightFrom: number
  space: number
}

/** A header without an element comes again on another page. */
function drawRow(
  flow: Flow,
  { cells, height, edges, rightFrom, space }: SetRow,
  top: number,
  { head: heads, owner }: { head: boolean; owner: Element | undefined },
): void {
  const { pen } = flow
  if (heads) pen.area(page.left, top, page.width, height, colour.header)
  for (const [column, lines] of cells.entries()) {
    const cell = owner && pen.within(owner, heads ? 'TH' : 'TD', heads ? '/A<</O/Table/Scope/Column>>' : '')
    if (lines.length === 0) continue
    const middle = top + (height - heightOf(lines, space)) / 2
    const edgesOfText = [edge(edges, column) + inCell.x, edge(edges, column + 1) - inCell.x] as const
    pen.text(setBetween(lines, edgesOfText, middle, { space, side: column >= rightFrom ? 'right' : 'left' }), cell)
  }
  drawGrid(flow, edges, top, height)
}

/** How the amounts were computed, as `derivation` in templates/official.typ. Gives where it begins, for the outline. */
export function drawDerivation(
  flow: Flow,
  owner: Element,
  title: string,
  steps: readonly DerivationStep[],
): { page: number; y: number } {
  const [size, inset, space] = [8, 3, leading * 8]
  const result = (step: DerivationStep) => style(size, step.depth < 2 ? 'semibold' : 'regular')
  const results = steps.map((step) => setText(flow, page.width / 2, { text: step.result, style: result(step) }))
  const amounts = Math.max(0, ...results.map(widthOf)) + 2 * inset
  const heading = setText(flow, page.width, { text: title, style: style(11, 'semibold', colour.accent) })
  const rows = steps.map((step, index) => {
    const left = page.left + inset + step.depth * 9
    const lines = setStep(flow, step, page.right - amounts - inset - left)
    const of = results[index] ?? []
    return { left, lines, result: of, height: Math.max(heightOf(lines, space), heightOf(of, space)) + 2 * inset }
  })
  const headed = heightOf(heading, space)
  // The heading stays with its first row.
  const top = place(flow, 14, headed + 6 + (rows[0]?.height ?? 0))
  const begin = { page: flow.pen.pages() - 1, y: top }
  flow.pen.text(setBetween(heading, [page.left, page.right], top, { space }), flow.pen.within(owner, 'H2'))
  flow.y = top + headed + 6
  const body = rows.length > 0 ? flow.pen.within(flow.pen.within(owner, 'Table'), 'TBody') : owner
  for (const row of rows) {
    const rowTop = place(flow, 0, row.height)
    const element = flow.pen.within(body, 'TR')
    flow.pen.text(
      setBetween(row.lines, [row.left, page.right], rowTop + inset, { space }),
      flow.pen.within(element, 'TD'),
    )
    flow.pen.text(
      setBetween(row.result, [page.left, page.right - inset], rowTop + inset, { space, side: 'right' }),
      flow.pen.within(element, 'TD'),
    )
    flow.pen.lines([[page.left, flow.y, page.right, flow.y]], 0.3, colour.line)
  }
  return begin
}

/** A short note stands beside its step, so that a list of amounts as booked is a line each. */
function setStep(flow: Flow, { depth, label, notes }: DerivationStep, room: number): Line[] {
  const name = { text: label, style: style(8, depth < 2 ? 'semibold' : 'regular') }
  const note = { text: notes, style: style(7, 'regular', colour.soft) }
  if (notes === '') return setText(flow, room, name)
  if ([...notes].length < 32) return setText(flow, room, name, { ...note, gap: 8 })
  return [...setText(flow, room, name), ...setText(flow, room, note)]
}
