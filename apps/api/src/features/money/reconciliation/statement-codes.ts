/** FETCHED: the bank handed it over under its signature. BROUGHT: a person uploaded it. */
export const statementOrigins = ['FETCHED', 'BROUGHT'] as const
export type StatementOrigin = (typeof statementOrigins)[number]
export const statementStates = ['INCOMPLETE', 'HELD', 'RELEASED', 'UNDONE'] as const
