import type { PaperFont } from './paper-font.ts'

export interface Style {
  font: 'regular' | 'semibold'
  size: number
  colour: string
}

/** Text of one style; `gap` points before it where it does not begin a line. */
export interface Part {
  text: string
  style: Style
  gap?: number
}

/** Something to show at a place of its line. */
export interface Run {
  x: number
  shown: string
  style: Style
}

export interface Line {
  runs: Run[]
  width: number
  /** As high as the capitals of its largest text. */
  height: number
}

/** A line is as high as the font's capitals. */
export const capitals = 0.733

export type PaperFonts = Readonly<Record<Style['font'], PaperFont>>

/** A space, or what no line ends in: a word with the marks that belong to it; between Han characters a line ends anywhere. */
const words = / +|[\p{Ps}\p{Pi}]*(?:[\p{Script=Latin}\p{N}.,'/()*]+-?|.)[\p{Pe}\p{Pf}\p{Po}]*/gsu

/** The lines of a paragraph that is no wider than `room`, in points. */
export function breakLines(parts: readonly Part[], room: number, fonts: PaperFonts): Line[] {
  const lines: Line[] = [emptyLine()]
  for (const { text, style, gap = 0 } of parts) {
    const line = lines.at(-1) ?? emptyLine()
    const { shown, width } = fonts[style.font].set(text)
    const before = line.runs.length > 0 ? gap : 0
    if (line.width + before + width * style.size <= room) {
      if (text !== '') addRun(line, before, { shown, width, style })
    } else breakPart(lines, { text, style, gap: before }, room, fonts)
  }
  return lines
}

const emptyLine = (): Line => ({ runs: [], width: 0, height: 0 })

function addRun(line: Line, gap: number, { shown, width, style }: { shown: string; width: number; style: Style }) {
  line.runs.push({ x: line.width + gap, shown, style })
  line.width += gap + width * style.size
  line.height = Math.max(line.height, capitals * style.size)
}

function breakPart(lines: Line[], { text, style, gap }: Required<Part>, room: number, fonts: PaperFonts): void {
  const font = fonts[style.font]
  const widthOf = (of: string) => font.set(of).width * style.size
  let [pending, before] = ['', gap]
  const endLine = () => {
    const line = lines.at(-1)
    const kept = pending.trimEnd()
    if (line && kept !== '') addRun(line, before, { ...font.set(kept), style })
    lines.push(emptyLine())
    ;[pending, before] = ['', 0]
  }
  const fits = (more: string) => (lines.at(-1)?.width ?? 0) + before + widthOf((pending + more).trimEnd()) <= room
  for (const [word] of text.matchAll(words)) {
    if (!fits(word)) endLine()
    if (pending === '' && word.trim() === '' && lines.at(-1)?.runs.length === 0) continue
    if (fits(word)) pending += word
    else
      for (const character of word) {
        if (!fits(character) && pending !== '') endLine()
        pending += character
      }
  }
  const line = lines.at(-1)
  if (line && pending.trimEnd() !== '') addRun(line, before, { ...font.set(pending.trimEnd()), style })
}

/** From the capitals of the first line to the foot of the last. */
export function heightOf(lines: readonly Line[], leading: number): number {
  return lines.reduce((sum, { height }) => sum + height, leading * Math.max(0, lines.length - 1))
}

export const widthOf = (lines: readonly Line[]): number => Math.max(0, ...lines.map(({ width }) => width))
