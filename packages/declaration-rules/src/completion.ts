import type { Issue } from './issue.ts'

/** What `complete…` gives back: the complete thing with its warnings, or everything that is still missing. */
export type Completion<Complete> =
  | { readonly ok: true; readonly complete: Complete; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** Something that was taken for complete lacks an answer: a stored row that was altered, or a rule with a gap. */
export class NotComplete extends Error {
  readonly where: string
  readonly field: string

  constructor(where: string, field: string) {
    super(`Not complete: ${where} lacks ${field}.`)
    this.name = 'NotComplete'
    this.where = where
    this.field = field
  }
}
