/** How the state of a paper looks, wherever it is said. */
export const paperTones = { LATE: 'overdue', AWAITED: 'waiting', RECEIVED: 'done', RETURNED: 'refused' } as const
