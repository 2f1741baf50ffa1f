import type { LineCell } from './line-cells.ts'
import type { ShownLine } from './workbench-session.ts'

/** One cell of a line as it is drawn, by the place of its column. */
export function shownCell({ texts, marks }: ShownLine, column: number): LineCell {
  const at = column * 3
  return { texts: [texts[at], texts[at + 1], texts[at + 2]], marks: marks[column] ?? 0 }
}

/** What the own list says there, or whoever says something. */
export const shownText = ({ texts }: ShownLine, column: number): string | undefined =>
  texts.slice(column * 3, column * 3 + 3).find((text) => text)

/** As whoever lists them calls them; the name is the first column. */
export const nameOf = (line: ShownLine): string => shownText(line, 0) ?? ''
