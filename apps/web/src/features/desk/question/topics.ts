/** What a question, an article or a script is about, in the order in which it is offered. */
export const topics = ['RECORD', 'BASE', 'GAP', 'EMPLOYER', 'TRANSFER', 'BENEFIT', 'RETIREMENT', 'CARD'] as const
