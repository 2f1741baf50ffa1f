import { withoutHidden } from '@shebao/kernel'
import type { DerivationStep } from '../derivation-steps.ts'
import { capitals as capitalHeight, heightOf } from './break-lines.ts'
import type { FontProgram } from './font-program.ts'
import { paperFont } from './paper-font.ts'
import { between, colour, drawParagraph, leading, page, place, setBetween, setText, style } from './paper-flow.ts'
import type { Flow } from './paper-flow.ts'
import { startPaper } from './paper-pen.ts'
import type { Element } from './paper-pen.ts'
import { drawAmounts, drawDerivation, drawPairs } from './statement-tables.ts'
import type { AmountTable } from './statement-tables.ts'
import { drawBarcode, drawVerifyMark } from './statement-marks.ts'
import type { PrintedMark } from './statement-marks.ts'

/** What templates/statement.typ prints, too: one table of amounts and what they come to. */
export interface StatementPaper extends AmountTable {
  lang: 'zh' | 'en'
  title: string
  subtitle: string
  number: string
  contentHash: string
  office: { name: string; address: string; phone: string; seal: string | null }
  facts: readonly (readonly [label: string, value: string])[]
  /** As SVG, bars as lines. */
  barcode: string | null
  amounts: readonly (readonly [label: string, amount: string])[]
  capitals: string
  statement: string | null
  notes: readonly string[]
  mark: PrintedMark
  derivation: readonly DerivationStep[]
  words: Record<
    | 'capitals'
    | 'hash'
    | 'fullHash'
    | 'page'
    | 'seal'
    | 'checkAt'
    | 'verifyCode'
    | 'signed'
    | 'unsigned'
    | 'derivation',
    string
  >
}

export interface PaperPrograms {
  regular: FontProgram
  semibold: FontProgram
}

/**
 * The paper as templates/statement.typ sets it, drawn in a hundredth of the time: these are printed by the thousand. Throws
 * `CannotDraw` for a name or word that is not set character by character.
 */
export function drawStatement(
  given: StatementPaper,
  programs: PaperPrograms,
  createdAtSeconds: number,
): Uint8Array<ArrayBuffer> {
  const paper = cleaned(given)
  const fonts = { regular: paperFont(programs.regular), semibold: paperFont(programs.semibold) }
  const pen = startPaper(fonts)
  pen.startPage()
  const flow: Flow = { pen, fonts, y: page.top }
  const { document } = pen
  drawLetterhead(flow, document, paper)
  if (paper.barcode !== null) drawBarcode(flow, document, paper.barcode, paper.number)
  drawPairs(flow, document, paper.facts)
  if (paper.rows.length > 0) drawAmounts(flow, document, paper)
  drawSum(flow, document, paper)
  drawNotes(flow, document, paper)
  drawVerifyMark(flow, document, paper.words, paper.mark)
  const annex = drawDerivation(flow, document, paper.words.derivation, paper.derivation)
  drawFeet(flow, paper)
  return pen.end({
    title: paper.title,
    author: paper.office.name,
    keywords: paper.mark.token,
    language: paper.lang,
    id: paper.contentHash.slice(0, 32),
    createdAtSeconds,
    outline: { title: paper.words.derivation, ...annex },
  })
}

/** As every paper is: the font draws U+2019 as wide as a Han character. */
function cleaned(paper: StatementPaper): StatementPaper {
  const text = JSON.stringify(paper)
  const clean = withoutHidden(text).replaceAll('\u2019', "'")
  return clean === text ? paper : JSON.parse(clean)
}

function drawLetterhead(flow: Flow, owner: Element, { office, title, subtitle }: StatementPaper): void {
  const { pen } = flow
  const small = style(8, 'regular', colour.soft)
  const [space, nameSpace] = [leading * 8, leading * 12]
  const address = [office.address, office.phone].flatMap((text) =>
    setText(flow, page.width / 2, { text, style: small }),
  )
  const widest = Math.max(...address.map(({ width }) => width))
  const name = setText(flow, page.width - widest - 12, { text: office.name, style: style(12, 'semibold') })
  const heights = { name: heightOf(name, nameSpace), address: heightOf(address, space) }
  const height = Math.max(heights.name, heights.address)
  const top = place(flow, 0, height)
  const edges = [page.left, page.right] as const
  pen.text(setBetween(name, edges, top + (height - heights.name) / 2, { space: nameSpace }), pen.within(owner, 'P'))
  pen.text(
    setBetween(address, edges, top + (height - heights.address) / 2, { space, side: 'right' }),
    pen.within(owner, 'P'),
  )
  const line = place(flow, between, 0)
  pen.lines([[page.left, line, page.right, line]], 1.2, colour.accent)
  drawParagraph(flow, pen.within(owner, 'H1'), [{ text: title, style: style(17, 'semibold') }], {
    gap: 23.1,
    space: leading * 17,
    side: 'centre',
  })
  drawParagraph(flow, pen.within(owner, 'P'), [{ text: subtitle, style: style(9, 'regular', colour.soft) }], {
    gap: 7.125,
    side: 'centre',
  })
}

/** What it comes to: lines of label and amount, the last one large, and that in Chinese capitals. */
function drawSum(flow: Flow, owner: Element, { amounts, capitals, words, rows, lang }: StatementPaper): void {
  const { pen } = flow
  const [inset, gutter, space] = [10, 6, leading * 9.5]
  const [left, right] = [page.left + inset, page.right - inset]
  const lines = amounts.map(([label, amount], index) => {
    const last = index === amounts.length - 1
    const set = setText(flow, page.width, { text: amount, style: last ? style(15, 'semibold') : style(9.5) })
    const room = right - left - (set[0]?.width ?? 0) - 8
    const named = setText(flow, room, { text: label, style: style(9.5, last ? 'semibold' : 'regular') })
    return { named, set, height: Math.max(heightOf(named, space), heightOf(set, space)) }
  })
  const inCapitals = setText(
    flow,
    right - left,
    { text: words.capitals, style: style(9.5, 'regular', colour.soft) },
    { text: capitals, style: style(11, 'semibold'), gap: 2.13 },
  )
  const height = lines.reduce((sum, each) => sum + each.height + gutter, heightOf(inCapitals, space)) + 2 * inset
  const top = place(flow, between + (rows.length > 0 ? 6 : 12), height)
  pen.frame(page.left, top, page.width, height, 0.8, colour.accent)
  const body = pen.within(pen.within(owner, 'Table'), 'TBody')
  let y = top + inset
  for (const { named, set, height: of } of lines) {
    const row = pen.within(body, 'TR')
    const middle = (set: typeof named) => y + (of - heightOf(set, space)) / 2
    pen.text(setBetween(named, [left, right], middle(named), { space }), pen.within(row, 'TD'))
    pen.text(setBetween(set, [left, right], middle(set), { space, side: 'right' }), pen.within(row, 'TD'))
    y += of + gutter
  }
  // Chinese on an English paper, too: a voice must know.
  pen.text(
    setBetween(inCapitals, [left, right], y, { space }),
    pen.within(owner, 'P'),
    lang === 'en' ? '/Lang(zh)' : '',
  )
}

function drawNotes(flow: Flow, owner: Element, { statement, notes, office, words }: StatementPaper): void {
  const { pen } = flow
  let gap = between + 6
  const add = (text: string, size: number, font: 'regular' | 'semibold') => {
    drawParagraph(flow, pen.within(owner, 'P'), [{ text, style: style(size, font) }], { gap })
    gap = between
  }
  if (statement !== null) add(statement, 10.5, 'semibold')
  for (const note of notes) add(note, 9, 'regular')
  if (office.seal === null) return
  const seal = style(9, 'regular', colour.seal)
  drawParagraph(
    flow,
    pen.within(owner, 'P'),
    [
      { text: words.seal, style: seal },
      { text: office.seal, style: seal, gap: 2 },
    ],
    { gap, side: 'right' },
  )
}

function drawFeet(flow: Flow, { number, contentHash, words }: StatementPaper): void {
  const { pen } = flow
  const small = style(8, 'regular', colour.soft)
  const left = setText(
    flow,
    page.width,
    { text: number, style: small },
    { text: `${words.hash} ${contentHash.slice(0, 16)}`, style: small, gap: 8 },
  )
  const [lineAt, baseline, pages] = [802.205, 813.669, String(pen.pages())]
  pen.footLine(lineAt, page.left, page.right, colour.line)
  pen.onEveryPage((index, foot) => {
    const text = words.page.replace('{page}', String(index + 1)).replace('{pages}', pages)
    const right = setText(flow, page.width, { text, style: small })
    const put = (lines: typeof left, side: 'left' | 'right') =>
      setBetween(lines.slice(0, 1), [page.left, page.right], baseline - capitalHeight * 8, { space: 0, side })
    foot([...put(left, 'left'), ...put(right, 'right')])
  })
}
