/** What one kind of paper says. */
export interface KindWords {
  title: string
  /** With `{names}` of what the case knows. */
  lines: readonly string[]
}
