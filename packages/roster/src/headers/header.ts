/** How a column is headed: the official words, which are written, and what employers' own files say. */
export interface HeaderWords {
  zh: string
  en: string
  also: readonly string[]
}
