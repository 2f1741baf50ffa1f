export const dayStatuses = ['OPEN', 'CLOSED'] as const
