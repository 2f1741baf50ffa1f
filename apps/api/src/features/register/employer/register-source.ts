/** What the office knows a fact of the register from: it stood there when the history began, a declaration, an import, or a request of the employer. */
export const registerSources = ['REGISTER', 'DECLARATION', 'IMPORT', 'REQUEST'] as const

export interface RegisterSource {
  kind: (typeof registerSources)[number]
  /** The declaration or the import; null for what stands in the register by itself. */
  id: string | null
  /** Of the declaration. */
  version: number | null
  /** The account that accepted or released it; null for the office's own jobs. */
  by: string | null
  /** When the office came to know it. */
  at: Date
}
