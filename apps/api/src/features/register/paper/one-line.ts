/** What the template takes of a column for its edges, and the size it prints in. */
const [edges, fontSize] = [8, 8]

/** Shares of the font size that nothing of the kind is wider than; whatever is not told apart here is at most as wide as a Han character. */
const narrow: readonly [RegExp, number][] = [
  [/ /g, 0.25],
  [/[\d.,X–-]/g, 0.6],
  [/✓/g, 0.7],
]

/** Whether every cell surely fits on one line; where that is not sure, Typst finds out. */
export function fitsOneLine(cells: readonly string[], widths: readonly number[]): boolean {
  return cells.every((cell, column) => {
    const room = ((widths[column] ?? 0) - edges) / fontSize
    if (cell.length <= room) return true
    const saved = narrow.reduce((sum, [kind, share]) => sum + (cell.match(kind)?.length ?? 0) * (1 - share), 0)
    return cell.length - saved <= room
  })
}
