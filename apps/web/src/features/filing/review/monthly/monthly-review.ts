import type { MonthlyReviewQuery } from './monthly-review.generated.ts'

/** A monthly declaration as its reviewers see it. */
export type MonthlyReview = MonthlyReviewQuery['monthlyDeclaration']

/** The row that a note is about; rows keep their number from version to version. */
export const rowOf = (path: string): string | undefined => /^change\[(\d+)\]/.exec(path)?.[1]
