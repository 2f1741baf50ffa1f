/** DIALOGUE: the machine speaks. WAITING: for an agent, on the line or with a recorded name. */
export const callStates = ['DIALOGUE', 'WAITING', 'WITH_AGENT', 'ENDED'] as const
export type CallState = (typeof callStates)[number]

/** What a caller wants: keys 1, 2, 3 and 0. */
export const callWishes = ['ACTIVATE', 'REPORT_LOSS', 'WITHDRAW_LOSS', 'AGENT'] as const
export type CallWish = (typeof callWishes)[number]

/** What may be done for a caller. A loss in writing, a freeze and a new password are the window's. */
export const phoneDeeds = ['ACTIVATE', 'REPORT_LOSS', 'WITHDRAW_LOSS'] as const
export type PhoneDeed = (typeof phoneDeeds)[number]

/** What a question by telephone may be about. */
export const ticketSubjects = ['NOTHING', 'MONTH', 'CARD'] as const

/** What the caller said rightly. Who found a card reads name and numbers off it: its way back into use takes the employer, too. */
export const callerProofs = ['NAME', 'EMPLOYER'] as const
export type CallerProof = (typeof callerProofs)[number]
