/** DIALOGUE: the machine speaks. WAITING: for an agent, on the line or with a recorded name. */
export const callStates = ['DIALOGUE', 'WAITING', 'WITH_AGENT', 'ENDED'] as const
export type CallState = (typeof callStates)[number]

/** What a caller wants: keys 1, 2, 3 and 0. */
export const callWishes = ['ACTIVATE', 'REPORT_LOSS', 'WITHDRAW_LOSS', 'AGENT'] as const
export type CallWish = (typeof callWishes)[number]

/** What may be done for a caller. A loss in writing, a freeze and a new password are the window's. */
export const phoneDeeds = ['ACTIVATE', 'REPORT_LOSS', 'WITHDRAW_LOSS'] as const
export type PhoneDeed = (typeof phoneDeeds)[number]

/** How an agent ends a call. */
export const wrapUps = [
  'SETTLED',
  'INFORMED',
  'QUESTION_TAKEN',
  'CALL_BACK',
  'TO_WINDOW',
  'OTHER_OFFICE',
  'NOT_IDENTIFIED',
  'CUT_OFF',
  'NUISANCE',
] as const
export type WrapUp = (typeof wrapUps)[number]
/** Of these alone there may be nothing to write down. */
export const withoutNote: readonly WrapUp[] = ['NOT_IDENTIFIED', 'CUT_OFF', 'NUISANCE']
/** Only where a question was written down in the call. */
export const withQuestion: readonly WrapUp[] = ['QUESTION_TAKEN', 'CALL_BACK']
export const noteLength = [2, 500] as const

/** What a question by telephone may be about. */
export const ticketSubjects = ['NOTHING', 'MONTH', 'CARD'] as const

/** How a call ended: by an agent's word, or by itself. BLOCKED: too many details that did not fit, from this number or about this card. */
export const callOutcomes = [...wrapUps, 'SELF_SERVED', 'BLOCKED', 'SILENT', 'HUNG_UP'] as const
export type CallOutcome = (typeof callOutcomes)[number]

/** What the caller said rightly. Who found a card reads name and numbers off it: its way back into use takes the employer, too. */
export const callerProofs = ['NAME', 'EMPLOYER'] as const
export type CallerProof = (typeof callerProofs)[number]
