/** Which lines are selected, and from which place a run with Shift goes on. */
export interface GridSelection {
  lines: ReadonlySet<number>
  anchor: number | undefined
}

export const nothingSelected: GridSelection = { lines: new Set(), anchor: undefined }

export function toggled({ lines }: GridSelection, line: number, place: number): GridSelection {
  const next = new Set(lines)
  if (!next.delete(line)) next.add(line)
  return { lines: next, anchor: place }
}

/** The run from the anchor to the place the cursor came to; what was selected outside it stays. */
export function extended(selection: GridSelection, shown: readonly number[], from: number, to: number): GridSelection {
  const anchor = selection.anchor ?? from
  const run = (end: number) => shown.slice(Math.min(anchor, end), Math.max(anchor, end) + 1)
  const lines = new Set(selection.lines)
  // Going back gives up what going on had taken.
  for (const line of run(from)) lines.delete(line)
  for (const line of run(to)) lines.add(line)
  return { lines, anchor }
}

export const allSelected = (shown: readonly number[]): GridSelection => ({ lines: new Set(shown), anchor: undefined })
