/** Where the cursor of a grid stands, and how far it can go. */
export interface GridPlace {
  cursor: number
  column: number
  rows: number
  columns: number
  /** Rows in sight, which a page key goes by. */
  page: number
}

/** Where a key takes the cursor (the ARIA grid pattern); undefined for a key that moves nothing. */
export function afterKey(
  key: string,
  ctrl: boolean,
  { cursor, column, rows, columns, page }: GridPlace,
): { cursor: number; column: number } | undefined {
  const to = (row: number) => ({ cursor: Math.max(0, Math.min(rows - 1, row)), column })
  const across = (next: number) => ({ cursor, column: Math.max(0, Math.min(columns - 1, next)) })
  switch (key) {
    case 'ArrowDown':
      return to(cursor + 1)
    case 'ArrowUp':
      return to(cursor - 1)
    case 'PageDown':
      return to(cursor + page)
    case 'PageUp':
      return to(cursor - page)
    case 'ArrowRight':
      return across(column + 1)
    case 'ArrowLeft':
      return across(column - 1)
    case 'Home':
      return ctrl ? to(0) : across(0)
    case 'End':
      return ctrl ? to(rows - 1) : across(columns - 1)
    default:
      return undefined
  }
}
