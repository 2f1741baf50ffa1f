/** Fewer people than this in one cell, and what is said of it could be said of somebody [PD]. */
export const fewestShown = 3

interface Counted {
  people: number
}

/**
 * Which cells a file leaves out: those with one or two people, and where that is a single one of cells that add up to a total, the next
 * smallest too, for the one could be worked out from the rest. A cell of nobody says nothing of anybody.
 */
export function smallCells<Cell extends Counted>(cells: readonly Cell[], addUp: boolean): ReadonlySet<Cell> {
  const small = new Set(cells.filter(({ people }) => people > 0 && people < fewestShown))
  if (!addUp || small.size !== 1) return small
  const [next] = cells.filter((cell) => cell.people >= fewestShown).toSorted((a, b) => a.people - b.people)
  return next ? small.add(next) : small
}
