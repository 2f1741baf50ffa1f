import type { UndeclaredEmployersQuery, UndeclaredMonthQuery } from './undeclared.generated.ts'

export type Month = UndeclaredMonthQuery['undeclaredMonth']
export type Undeclared = UndeclaredEmployersQuery['undeclaredEmployers']['edges'][number]['node']

/** What came of a step, line by line. */
export type Said = (said: { tone: 'done' | 'refused' | 'warning'; text: readonly string[] }) => void
