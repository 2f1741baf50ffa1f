/**
 * What a request of an employer or an insured person needs of rows that are not theirs. Each is one statement or one use case, asked
 * as the office, and here stands why; docs/security/row-level-security.md lists them and a test holds the two together.
 */
export const officeGates = {
  AFTER_STEP: 'Rules give a case that moved to somebody of the staff.',
  AGENCY: 'A mandate is given to an employer by its number: its id, and nothing else of it.',
  ASSESSMENT: 'What a month costs: fixed amounts are charged once a person, whichever employer was first.',
  BANK_REQUESTS: 'Banks are asked in quiet, which the unit’s own step may end.',
  CASE_BOOK:
    'Events, takers, marks and numbers of cases of every kind stand in one book; the case itself was read before, as the tenant.',
  CASE_FILES:
    'Files lie with cases of every kind; whoever asks for one must have been shown its case, as the tenant, or is asked next.',
  CLERKS: 'An account is nobody’s before it acts for an employer, and a link is its holder’s.',
  CONNECTION: 'A new connection of the pool is made ready by whoever happens to need it.',
  CONSENT:
    'Who lets the reader read their record, found by the reader’s number; the record is then read as its person’s.',
  ELSEWHERE:
    'Whether another employer has the same person in the same months: the fact alone, which decides about a declaration, a back payment, a refund.',
  KEY_RING:
    'The keys that data is sealed with are the office’s own: a request that meets one of later has them read anew.',
  MONEY_BOOK:
    'Money moves in both books: what a bank reports, an assessment bills or credit settles stands against accounts of the office.',
  MONTH_STATE: 'What is outstanding of a person’s month is read off the account of the employer.',
  NAMES: 'The name of whoever wrote, saved or received something, by their account.',
  PAPER_REGISTER:
    'Every paper the office issues is in one register, under its number, and signed with the office’s key.',
  PEOPLE:
    'Whoever is new with a unit may be in the register already: found by the keyed hash of the number, and taken in under it.',
  READINGS: 'Who looked at the person’s own data, or did something with the own account: read out of the trail.',
  REHEARSAL: 'What a declaration would come to is found out by doing what the office would do, and undoing it.',
  REPORTER: 'Reports of employers are sealed: found by the keyed hash of the person who made them.',
  RULE_FAILURES: 'Which rules lists fail, and how often, is counted over all employers.',
  SIGN_IN: 'Who somebody is, and how often was tried: before it is known whose request it is.',
  TELLING: 'A notification goes to others: colleagues, staff, the other side.',
  TRAIL: 'Whether the same person was noted looking at the same record within the hour.',
  VISIT: 'Operations that anybody may ask, also while signed in: signing in and out, one-time links, registration.',
  WAITING_MONEY: 'Money that came for the employer and settled nothing lies in an account of the office.',
} as const

export type OfficeGate = keyof typeof officeGates

/**
 * What the office does of itself, in nobody's request, and whatever asks before it can be known who does. Each begins by saying so
 * (ADR 81): work that says nothing is answered nothing.
 */
export const officeEntrances = {
  BANK: 'What a bank reports, by a message with its signature.',
  COMMAND: 'A command of the terminal, by whoever has the machine.',
  FEED: 'Whose calendar a secret address is; it is then read as that clerk’s.',
  HOTLINE: 'What the telephone platform asks for a caller, by its secret.',
  JOB: 'Work that comes round by the clock, and the queue it waits in.',
  PROBE: 'Whether the office can serve, and what its figures are, for whoever watches over it.',
  PUBLIC: 'What is published to anybody: the keys that papers are checked by.',
  START: 'A process that opens the office, and closes it.',
  TEST: 'What a test or a measurement prepares and looks at, outside of the requests that it is about. Never of the product.',
} as const

export type OfficeEntrance = keyof typeof officeEntrances
