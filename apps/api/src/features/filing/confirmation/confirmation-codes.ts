/** How a person gets their link. NONE: the row has no mobile number, or no text messages go out. */
export const confirmationWays = ['SMS', 'HANDED', 'NONE'] as const
export type ConfirmationWay = (typeof confirmationWays)[number]

/** What a person may say is different. The bases follow from the wages, so they are disputed in words. */
export const disputedFields = ['NAME', 'ID_NUMBER', 'WAGES', 'MONTHS', 'FIRST_WAGE', 'MONTHLY_WAGE', 'BASES'] as const
export type DisputedField = (typeof disputedFields)[number]

/** Said as an amount; months as a number, everything else in words. */
export const amountFields: ReadonlySet<DisputedField> = new Set(['WAGES', 'FIRST_WAGE', 'MONTHLY_WAGE'])

/** How one person of the list stands, as the employer sees it. */
export const confirmationStates = [
  'NOT_ASKED',
  'WAITING',
  'CONFIRMED',
  'DISAGREED',
  'CHANGED',
  'EXPIRED',
  'UNREACHED',
] as const
export type ConfirmationState = (typeof confirmationStates)[number]

/**
 * Why a link leads no further. UNKNOWN: there is no such link. ANSWERED: used. CHANGED: the row says something else by now. REPLACED:
 * another link was sent since. HANDED_IN: the list has been submitted. GIVEN_UP: its declaration was cancelled. LOCKED: too many wrong numbers. TOO_MANY: too many wrong links from
 * where the caller is. WRONG_NUMBER: the last characters are not those of the row.
 */
export const linkProblems = [
  'UNKNOWN',
  'EXPIRED',
  'ANSWERED',
  'CHANGED',
  'REPLACED',
  'HANDED_IN',
  'GIVEN_UP',
  'LOCKED',
  'TOO_MANY',
  'WRONG_NUMBER',
] as const
export type LinkProblem = (typeof linkProblems)[number]

/** A link waits this long [PD]. */
export const validDays = 14
/** Wrong last characters of the ID number; after them the link opens nothing [PD]. */
export const numberTries = 5
/** Nobody is sent another message for the same content sooner [PD]. */
export const reminderPauseMs = 86_400_000
