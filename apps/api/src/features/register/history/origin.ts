/** Where the office knows something from, and since when. */
export interface Origin {
  source: string
  /** Of the declaration. */
  formNo: string | null
  recordedAt: Date
  /** Who accepted or released it. */
  recordedBy: string | null
  /** When it was known better; null while it stands. */
  supersededAt: Date | null
}
