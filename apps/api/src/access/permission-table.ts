import type { ClerkDuty, PartnerKind, SessionStage, StaffRole } from './viewer.ts'

/** `own`: only rows of the viewer's own employer or person. `any`: every row. */
export type Reach = 'own' | 'any'

/** Who holds a permission. A kind that is not named does not hold it. */
export interface Grant {
  readonly clerk?: Reach
  /** What a clerk needs for it besides acting for the employer. */
  readonly duty?: ClerkDuty
  /** It files something online: only for an employer that the tax authority approved for it. */
  readonly filing?: true
  /** Not for an employer that the office locked. Declaring and paying never stand back: they are a duty (SIL 58, 60), and end the lock. */
  readonly lockable?: true
  /** A clerk holds it also when the mandate under which they act has ended: what is their own, not the employer's. */
  readonly withoutMandate?: true
  readonly insured?: Reach
  readonly staff?: Readonly<Partial<Record<StaffRole, Reach>>>
  /** Operators of a partner of that kind. */
  readonly partner?: Readonly<Partial<Record<PartnerKind, Reach>>>
  /** The office's own jobs. */
  readonly system?: Reach
  /**
   * Only shortly after whoever it is proved that again, by their second factor: where money goes, what everything is computed
   * with, and who may say so. A session left open must not become a way to these.
   */
  readonly afterProof?: true
  /** Also before the sign-in is complete: in which stages. */
  readonly during?: readonly SessionStage[]
}

// Roles of the office that hold a permission together. Auditors only ever read.
const themselves = {
  OFFICER: 'own',
  REVIEWER: 'own',
  HEAD: 'own',
  AUDITOR: 'own',
  ADMINISTRATOR: 'own',
  COLLECTION_OFFICER: 'own',
  TAX_OFFICER: 'own',
  HOTLINE_AGENT: 'own',
  WINDOW_AGENT: 'own',
} as const
const operators = { BANK: 'own', HOSPITAL: 'own', DEPARTMENT: 'own', COURT: 'own' } as const
/** Whose work is insured people as well as employers. */
const peoplesReaders = {
  OFFICER: 'any',
  REVIEWER: 'any',
  HEAD: 'any',
  AUDITOR: 'any',
  COLLECTION_OFFICER: 'any',
} as const
/** Everybody with cases and the auditors. Hotline and window have a desk and nothing beside it. */
const everyone = { ...peoplesReaders, TAX_OFFICER: 'any' } as const
const caseworkers = { OFFICER: 'any', REVIEWER: 'any', HEAD: 'any' } as const
/** Of the tax authority's side: who may file online, who did not declare, what money came. */
const taxDesk = { ...caseworkers, TAX_OFFICER: 'any' } as const
/** With the person there, who shows their documents. */
const windowDesk = { ...caseworkers, WINDOW_AGENT: 'any' } as const
/** With a caller on the line, who was checked. */
const hotlineDesk = { ...caseworkers, HOTLINE_AGENT: 'any' } as const
const bothDesks = { ...windowDesk, HOTLINE_AGENT: 'any' } as const
/** Who collects what is owed; a collection officer does that and nothing else. */
const collectors = { ...caseworkers, COLLECTION_OFFICER: 'any' } as const
/** Who has cases of their own to take and to be away from. */
const handlers = { ...collectors, TAX_OFFICER: 'any' } as const
/** Somebody who may decide what another has prepared (R765 37). */
const deciders = { REVIEWER: 'any', HEAD: 'any' } as const
const administrators = { ADMINISTRATOR: 'any' } as const
const headAndAdministrators = { HEAD: 'any', ADMINISTRATOR: 'any' } as const
/** What leaves the office or closes it for good: the officer in charge, or the head who answers for the office. */
const officerAndHead = { OFFICER: 'any', HEAD: 'any' } as const

/**
 * The one table of who may do what. Four eyes and states are not here: who took part in a case before, and what its state
 * allows, is said by the case's own status table.
 */
export const permissions = {
  // What belongs to every account
  'password:change': {
    clerk: 'own',
    withoutMandate: true,
    insured: 'own',
    staff: themselves,
    partner: operators,
    during: ['MUST_CHANGE_PASSWORD'],
  },
  /** With the password alone nobody of the staff is in yet. */
  'second-factor:prove': { staff: themselves, during: ['MUST_PROVE_SECOND_FACTOR'] },
  'second-factor:enrol': { staff: themselves, during: ['MUST_ENROL_SECOND_FACTOR'] },
  'second-factor:remove': { staff: themselves },
  'session:end-all': { clerk: 'own', withoutMandate: true, insured: 'own', staff: themselves, partner: operators },
  'saved-view:keep': { staff: themselves },
  'language:choose': { clerk: 'own', withoutMandate: true, insured: 'own', staff: themselves, partner: operators },
  /** One's own inbox. */
  'notification:read': { clerk: 'own', withoutMandate: true, insured: 'own', staff: themselves },
  /** Where one is told besides the inbox. */
  'notification:settings': { clerk: 'own', withoutMandate: true, insured: 'own', staff: themselves },
  /** A file, as one's own until it is attached to something. */
  'attachment:hand-in': { clerk: 'own', withoutMandate: true, insured: 'own', staff: themselves, partner: operators },

  // The employer's own software: who lets it in, and what it asks about itself
  'access-token:read': { clerk: 'own' },
  'access-token:manage': { clerk: 'own', duty: 'ADMINISTER' },
  /** Which token this is; a session is none and is told so. */
  'access-token:identify': { clerk: 'own' },

  // Register and desk
  'employer:read': { clerk: 'own', staff: everyone },
  /** The start page of a clerk: the employer the session acts for. */
  'employer:act-for': { clerk: 'own' },
  /** What is due and until when, as a file for a calendar. */
  'deadline:read': { clerk: 'own' },
  /** The same at a secret address, for a calendar program that cannot sign in. */
  'deadline:subscribe': { clerk: 'own' },
  'employer:look-up': { staff: everyone },
  /** Who is and was insured with a unit and what held of it, masked, with where the office knows it from. */
  'register:history': { clerk: 'own', staff: everyone },
  'employer:list': { staff: everyone },
  /** The office's figures, and the employers and bills behind them. */
  'statistics:read': { staff: everyone },
  /** A file of them, which leaves the office under a number. */
  'statistics:export': { staff: { REVIEWER: 'any', HEAD: 'any', AUDITOR: 'any' } },
  /** What an employer asks to have changed about itself. */
  'particulars-change:read': { clerk: 'own', staff: everyone },
  'particulars-change:request': { clerk: 'own', duty: 'SUBMIT', filing: true, lockable: true },
  'particulars-change:withdraw': { clerk: 'own', duty: 'SUBMIT' },
  'particulars-change:check': { staff: caseworkers },
  'particulars-change:accept': { staff: caseworkers },
  /** Where refunds go: somebody who may decide what another has prepared. */
  'particulars-change:confirm': { staff: deciders, afterProof: true },
  'particulars-change:refuse': { staff: caseworkers },
  /** Employers that register by themselves: whoever applies has no account, and holds a number and its secret. */
  'registration:apply': { system: 'any' },
  'registration:read': { staff: everyone },
  'registration:approve': { staff: caseworkers },
  'registration:refuse': { staff: caseworkers },
  /** Whether the tax authority lets the employer file online. */
  'online-filing:read': { clerk: 'own', staff: everyone },
  'online-filing:apply': { clerk: 'own', duty: 'SUBMIT' },
  'online-filing:approve': { staff: taxDesk },
  'online-filing:refuse': { staff: taxDesk },
  /** By the office's own decision, without being asked. */
  'online-filing:give': { staff: taxDesk },
  'online-filing:withdraw': { staff: taxDesk },
  /** Who acts for the employer and what they may do: seen by every clerk of it, changed by its administrators. */
  'clerk:read': { clerk: 'own', staff: everyone },
  'clerk:invite': { clerk: 'own', duty: 'ADMINISTER' },
  'clerk:change': { clerk: 'own', duty: 'ADMINISTER' },
  'clerk:remove': { clerk: 'own', duty: 'ADMINISTER' },
  /** To act for another employer: a further one's clerk, or under a mandate. */
  'employer:switch': { clerk: 'own', withoutMandate: true },
  /** Who acts for an employer without being its clerk. */
  'mandate:read': { clerk: 'own', staff: everyone },
  'mandate:grant': { clerk: 'own', duty: 'ADMINISTER' },
  'mandate:accept': { clerk: 'own', duty: 'ADMINISTER' },
  'mandate:decline': { clerk: 'own', duty: 'ADMINISTER' },
  /** Either side, at once. */
  'mandate:end': { clerk: 'own', duty: 'ADMINISTER' },
  /** What waits for staff across all desks; a case shows as far as its own lifecycle lets the reader see it. */
  'work:read': { staff: everyone },
  'work:take': { staff: handlers },
  /** Gives waiting work to a named colleague. */
  'work:assign': { staff: deciders },
  /** To whom cases go that enter a queue (ADR 60): proposed by one, published by another. */
  'work-rule:read': { staff: everyone },
  'work-rule:propose': { staff: deciders },
  'work-rule:publish': { staff: deciders },
  'work-rule:refuse': { staff: deciders },
  'work-rule:withdraw': { staff: deciders },
  'work-rule:end': { staff: deciders },
  /** Days on which somebody is away: their own, or a colleague's by who may assign them work. */
  'absence:read': { staff: everyone },
  'absence:note': { staff: handlers },
  /** Whatever the office prints a number on, by the whole number. */
  'number:find': { staff: everyone },
  /** By the whole ID number alone, masked, and written into the trail. */
  'person:find': { staff: caseworkers },
  'record:read': { insured: 'own' },
  /** What the office explains: written for everybody it insures. */
  'article:read': { insured: 'any', staff: peoplesReaders },
  /** What is said in the office's name to all of them. */
  'article:edit': { staff: deciders },
  /** What insured people ask the office, and what it answers. */
  'question:read': { insured: 'own', staff: peoplesReaders },
  'question:ask': { insured: 'own' },
  /** What a person says, written down for them by an agent of the hotline. */
  'question:take-down': { staff: hotlineDesk },
  'question:reopen': { insured: 'own' },
  /** By the person, or by a job once the days for opening it again have passed. */
  'question:close': { insured: 'own', system: 'any' },
  'question:rate': { insured: 'own' },
  'question:list': { staff: peoplesReaders },
  'question:answer': { staff: caseworkers },
  'question:hand-over': { staff: caseworkers },
  /** Insurance that moves between regions (R765 12-15): by the person, or at the window for them; money by two people. */
  'relation-transfer:read': { insured: 'own', staff: peoplesReaders },
  'relation-transfer:list': { staff: peoplesReaders },
  'relation-transfer:apply': { insured: 'own', staff: windowDesk },
  'relation-transfer:withdraw': { insured: 'own', staff: caseworkers },
  'relation-transfer:check': { staff: caseworkers },
  'relation-transfer:enter-funds': { staff: caseworkers },
  'relation-transfer:confirm-funds': { staff: deciders, afterProof: true },
  'relation-transfer:undo-funds': { staff: caseworkers },
  'relation-transfer:pay-back': { staff: caseworkers, afterProof: true },
  'relation-transfer:close': { staff: caseworkers },
  'relation-transfer:refuse': { staff: caseworkers },
  'relation-transfer:set-rule': { staff: { HEAD: 'any' } },
  /** To let another read one's record, and to take that back (PIPL 14-16). */
  'record-consent:give': { insured: 'own' },
  /** The frozen statement of a year: one's own when asked for, everybody's by the job after the year (SIL 74). */
  'rights-statement:make': { insured: 'own', system: 'any' },
  /** On paper, for a person who comes, or whoever comes for them with both IDs: by the whole number alone. */
  'rights-statement:issue': { staff: windowDesk },
  /** Reports about an employer (R259 21). The office itself keeps them, so that no event says whose they are. */
  'report:keep': { system: 'any' },
  'report:hand-in': { insured: 'own' },
  'report:follow': { insured: 'own' },
  'report:withdraw': { insured: 'own' },
  /** Without who reported. Auditors read the trail, which names nobody either. */
  'report:read': { staff: caseworkers },
  'report:check': { staff: caseworkers },
  'report:decide': { staff: deciders },
  /** Who reported: of these only whoever holds the report, or may decide it. */
  'report:evidence': { staff: caseworkers },
  'collection-case:read': { staff: everyone },

  // SIL 63. What each body does in it is its own: the agency's officers prepare, its head signs, the administrative department
  // decides, banks answer, the court rules
  'enforcement:read': { clerk: 'own', staff: everyone, partner: { DEPARTMENT: 'any', COURT: 'any' } },
  /** One of its steps: which, and by whom, is the table's. */
  'enforcement:act': {
    clerk: 'own',
    duty: 'SUBMIT',
    staff: collectors,
    partner: { BANK: 'any', DEPARTMENT: 'any', COURT: 'any' },
  },
  'enforcement:open': { staff: collectors, system: 'any' },
  'enforcement:prepare': { staff: collectors },
  'enforcement:review': { staff: deciders },
  /** What leaves the agency is signed by its head alone. */
  'enforcement:sign': { staff: { HEAD: 'any' } },
  /** What days alone bring about. */
  'enforcement:expire': { staff: collectors, system: 'any' },
  /** Through the bank's desk or interface, or on paper. */
  'enforcement:answer': { staff: collectors, partner: { BANK: 'any' }, system: 'any' },
  /** What a bank is asked, at its own desk. */
  'enforcement:bank-desk': { partner: { BANK: 'any' } },
  /** Never the agency (SIL 63). */
  'enforcement:decide': { partner: { DEPARTMENT: 'any' } },
  'enforcement:defend': { clerk: 'own', duty: 'SUBMIT', partner: { DEPARTMENT: 'any' } },
  'enforcement:rule': { partner: { COURT: 'any' } },
  /** The whole file that the court is given. */
  'enforcement:package': { staff: { HEAD: 'any' }, partner: { COURT: 'any' } },
  /** Money that came. */
  'enforcement:follow': { system: 'any' },
  'enforcement:close': { staff: deciders, system: 'any' },

  // The fine of SIL 86 is the administrative department's; the unit states its case
  'fine:read': { clerk: 'own', staff: everyone, partner: { DEPARTMENT: 'any' } },
  /** One of its steps: which, and by whom, is the table's. */
  'fine:act': { clerk: 'own', duty: 'SUBMIT', partner: { DEPARTMENT: 'any' } },
  'fine:propose': { system: 'any' },
  'fine:decide': { partner: { DEPARTMENT: 'any' } },
  'fine:defend': { clerk: 'own', duty: 'SUBMIT', partner: { DEPARTMENT: 'any' } },
  /** What days alone bring about. */
  'fine:lapse': { system: 'any' },

  'certificate:print': { clerk: 'own', insured: 'own' },
  /** An employer's own papers, one by one or all as one file. */
  'papers:print': { clerk: 'own' },
  /** The job that prints them. */
  'papers:continue': { system: 'any' },

  // Tables that the office brings in. Money and history are released by somebody else than who brought them
  'register-import:read': { staff: peoplesReaders },
  'register-import:upload': { staff: caseworkers },
  'register-import:apply': { staff: caseworkers },
  'register-import:release': { staff: deciders, afterProof: true },
  'register-import:take-back': { staff: deciders },
  'calendar:read': { staff: everyone },
  /** Every due date of a year hangs on it. */
  'calendar:publish': { staff: { HEAD: 'any' } },

  // Declarations, on the employer's side
  'declaration:read': { clerk: 'own', staff: everyone },
  /** What has not been submitted is seen by the employer who is writing it, by nobody else. */
  'draft:read': { clerk: 'own' },
  'draft:edit': { clerk: 'own', duty: 'PREPARE' },
  'declaration:open': { clerk: 'own', duty: 'PREPARE' },
  'declaration:print': { clerk: 'own', duty: 'PREPARE' },
  'declaration:submit': { clerk: 'own', duty: 'SUBMIT', filing: true },
  'declaration:withdraw': { clerk: 'own', duty: 'SUBMIT' },
  // Monthly declarations; who reads and writes their drafts is said with the others
  'monthly:open': { clerk: 'own', duty: 'PREPARE' },
  'monthly:submit': { clerk: 'own', duty: 'SUBMIT', filing: true },
  'monthly:withdraw': { clerk: 'own', duty: 'SUBMIT' },
  /** That the unemployed list was handed in (SIL 50). */
  'monthly:report-unemployed': { clerk: 'own', duty: 'SUBMIT', filing: true },
  'difference:read': { clerk: 'own', staff: everyone },
  'difference:settle': { clerk: 'own', duty: 'PREPARE' },
  /** What employees said of their own rows on their phones: their employer's business until it hands the list in. */
  'confirmation:read': { clerk: 'own' },
  'confirmation:ask': { clerk: 'own', duty: 'PREPARE' },
  'confirmation:settle': { clerk: 'own', duty: 'PREPARE' },
  /** Who holds a link and knows the number it was made for; nobody who is signed in. */
  'confirmation:answer': { system: 'any' },

  /** That the employer leaves the register. */
  'cancellation:read': { clerk: 'own', staff: everyone },
  'cancellation:request': { clerk: 'own', duty: 'SUBMIT', lockable: true },
  'cancellation:withdraw': { clerk: 'own', duty: 'SUBMIT' },
  'cancellation:approve': { staff: caseworkers },
  'cancellation:refuse': { staff: caseworkers },

  // Declarations, in the office. A head may do both steps' work, but never both steps of one declaration
  'review:read': { staff: everyone },
  'review:hold': { staff: caseworkers },
  'review:start': { staff: caseworkers },
  'review:return': { staff: caseworkers },
  'review:recommend': { staff: caseworkers },
  'review:accept': { staff: caseworkers },
  /** To decide on what another reviewed: whoever may only review is told so, and not that the page does not exist. */
  'review:approve': { staff: deciders },
  /** Who has not declared a month. */
  'undeclared:read': { staff: everyone },
  'undeclared:remind': { staff: taxDesk },
  /** 110 % of the last declared month, or the office's amount (SIL 62): proposed by one, issued by another. */
  'deemed-assessment:read': { staff: everyone },
  'deemed-assessment:propose': { staff: taxDesk },
  'deemed-assessment:decide': { staff: deciders },
  /** What an employer has to hand in, and its cover sheet. */
  'paper:hand-in': { clerk: 'own' },
  'paper:list': { staff: everyone },
  /** What the office asks of papers, and what follows when they are late. */
  'paper:change-rule': { staff: { HEAD: 'any' } },
  'paper:register': { staff: caseworkers },
  'declaration:close': { staff: caseworkers },
  /** In clear, and written into the trail. */
  'masked-value:reveal': { staff: caseworkers },

  // Bills and money that comes
  'notice:read': { clerk: 'own', staff: everyone },
  /** Paying is the employer's own business; the office's job debits what falls due on the employer's agreement. */
  'notice:pay': { clerk: 'own', duty: 'PAY', system: 'any' },
  'premium:explain': { clerk: 'own', insured: 'own', staff: everyone },
  'payment:read': { clerk: 'own', staff: everyone },
  'payment:refresh': { clerk: 'own' },
  'balance:read': { clerk: 'own', staff: everyone },
  'agreement:read': { clerk: 'own', staff: everyone },
  'agreement:sign': { clerk: 'own', duty: 'PAY' },
  'agreement:refresh': { clerk: 'own' },
  'agreement:end': { clerk: 'own', duty: 'PAY', lockable: true },
  /** What the bank says of it. */
  'agreement:follow': { system: 'any' },

  // Months that were left out
  'back-payment:read': { clerk: 'own', staff: everyone },
  'back-payment:apply': { clerk: 'own', duty: 'SUBMIT', filing: true },
  'back-payment:list': { staff: everyone },
  'back-payment:check': { staff: caseworkers },
  'back-payment:approve': { staff: deciders },
  'back-payment:reject': { staff: caseworkers },

  // Money that goes back, and debts given up
  'refund:read': { clerk: 'own', staff: everyone },
  'refund:list': { staff: everyone },
  /** Staff may ask only for money that was set aside. */
  'refund:apply': { clerk: 'own', duty: 'SUBMIT', filing: true, lockable: true, staff: caseworkers },
  /** Months of its people and payments set aside that an employer may ask back. */
  'refund:choose': { clerk: 'own' },
  'refund:confirm-receipt': { clerk: 'own', duty: 'SUBMIT' },
  'refund:verify': { staff: caseworkers },
  'refund:approve': { staff: deciders, afterProof: true },
  'refund:pay-out': { staff: caseworkers, afterProof: true },
  'refund:reject': { staff: caseworkers },
  'write-off:read': { staff: everyone },
  'write-off:request': { staff: officerAndHead },
  'write-off:decide': { staff: { HEAD: 'any' }, afterProof: true },
  /** Locking an employer, and unlocking it: each proposed by one and decided by another (R765 37). */
  'employer-lock:read': { clerk: 'own', staff: everyone },
  'employer-lock:propose': { staff: caseworkers },
  'employer-lock:decide': { staff: deciders },
  /** Its ground has ended. */
  'employer-lock:lapse': { system: 'any' },
  /** Exceptions for one employer: proposed by an officer, decided by a head who did not propose them. */
  'waiver:read': { clerk: 'own', staff: everyone },
  'waiver:propose': { staff: caseworkers },
  'waiver:decide': { staff: { HEAD: 'any' }, afterProof: true },
  'waiver:export': { staff: { REVIEWER: 'any', HEAD: 'any', AUDITOR: 'any' } },

  // Runs, parameters, reconciliation
  'billing-run:read': { staff: everyone },
  /** A month's bills leave the office with it. */
  'billing-run:start': { staff: officerAndHead },
  'billing-run:control': { staff: officerAndHead },
  'billing-run:continue': { system: 'any' },
  'parameter:read': { staff: everyone },
  'proposal:read': { staff: everyone },
  'proposal:edit': { staff: caseworkers },
  'proposal:simulate': { staff: caseworkers },
  'proposal:withdraw': { staff: caseworkers },
  'proposal:publish': { staff: deciders, afterProof: true },
  'reconciliation:read': { staff: everyone },
  'reconciliation:resolve': { staff: taxDesk },
  'reconciliation:confirm-reversal': { staff: deciders },
  'reconciliation:decline-reversal': { staff: taxDesk },
  /** Money for an employer that is not the payer: somebody who may decide what another has prepared. */
  'reconciliation:confirm-claim': { staff: deciders },
  'reconciliation:decline-claim': { staff: taxDesk },
  'reconciliation:take-back': { staff: taxDesk },
  'reconciliation:take-back-reversal': { staff: deciders },
  /** The comparison itself finds items. */
  'reconciliation:compare': { system: 'any' },
  'reconciliation:close': { staff: officerAndHead },
  /** With its first file or the first money of it. */
  'reconciliation:open-day': { system: 'any' },
  'statement:import': { staff: taxDesk },
  /** What one brought another looks at, whichever of them is at hand. */
  'statement:release': { staff: taxDesk },
  'statement:undo': { staff: taxDesk },
  'statement:fetch': { staff: taxDesk, system: 'any' },

  // The office itself
  /** Accounts are the administrators' business alone: whoever decides on cases does not also decide on who may. */
  'account:read': { staff: administrators },
  'account:create': { staff: administrators, afterProof: true },
  'account:change-roles': { staff: administrators, afterProof: true },
  'account:end': { staff: administrators },
  'account:issue-link': { staff: administrators, afterProof: true },
  'account:reset-second-factor': { staff: administrators, afterProof: true },
  'payee:read': { staff: { ...everyone, ADMINISTRATOR: 'any' } },
  /** Where all money goes: one asks for another account, and somebody else confirms or refuses it (R765 37). */
  'payee:change': { staff: officerAndHead, afterProof: true },
  /** Nothing changes by it: no proof is asked for. */
  'payee:withdraw': { staff: officerAndHead },
  'payee:confirm': { staff: deciders, afterProof: true },
  'payee:refuse': { staff: deciders },
  'figure:read': { staff: everyone },
  /** What the office's services are measured by: one proposes, and somebody else publishes or refuses it (R765 37). */
  'figure:propose': { staff: officerAndHead },
  'figure:withdraw': { staff: officerAndHead },
  'figure:publish': { staff: deciders, afterProof: true },
  'figure:refuse': { staff: deciders },
  'template:read': { staff: everyone },
  /** What the office's papers say: one proposes, and somebody else publishes or refuses it [PD]. */
  'template:propose': { staff: officerAndHead },
  'template:withdraw': { staff: officerAndHead },
  'template:publish': { staff: deciders, afterProof: true },
  'template:refuse': { staff: deciders },
  /** A letter opens what an employer declares and pays: for whoever answers for the office, or for its accounts. */
  'employer-account:read': { staff: headAndAdministrators },
  'employer-account:letter': { staff: headAndAdministrators },
  /** Who reads the trail does not write in it: auditors, and the head who answers for the office. */
  'audit:read': { staff: { HEAD: 'any', AUDITOR: 'any' } },
  // Offices of districts, and who handles cases where (ADR 61)
  'district:read': { staff: { ...everyone, ADMINISTRATOR: 'any' } },
  'district:set-up': { staff: headAndAdministrators, afterProof: true },
  'district:post': { staff: headAndAdministrators, afterProof: true },
  /** For a time to another office: whoever answers for all of them. */
  'district:lend': { staff: { HEAD: 'any' }, afterProof: true },
  // Banks and hospitals whose desks work at cards, and who signs in there
  'partner:read': { staff: administrators },
  'partner:create': { staff: administrators, afterProof: true },
  'partner:end': { staff: administrators, afterProof: true },
  'operator:create': { staff: administrators, afterProof: true },
  'operator:issue-link': { staff: administrators, afterProof: true },
  'operator:end': { staff: administrators },
  /** The desk an operator sits at: their own partner's name and kind, and nothing else. */
  'partner-desk:read': { partner: operators },

  // Social security cards (R765 7)
  /** By the whole number of an identity document or card alone, and written into the trail. */
  'card:find': { staff: windowDesk },
  /** The code that the holder's phone shows, and a desk that reads it. */
  'card:show-code': { insured: 'own' },
  'card:check-code': { staff: windowDesk, partner: { BANK: 'any', HOSPITAL: 'any' } },
  'card:apply': { insured: 'own', staff: windowDesk },
  'card:replace': { insured: 'own', staff: windowDesk },
  'card:report-loss': { insured: 'own', staff: windowDesk },
  'card:withdraw-loss': { insured: 'own', staff: windowDesk },
  /**
   * The steps of both, by whatever way they come: an agent takes them for a caller who was checked and by no other way, and the
   * hotline alone blocks a card for who names it and its holder's number, since that can be taken back.
   */
  'card:block': { insured: 'own', staff: bothDesks, system: 'any' },
  'card:unblock': { insured: 'own', staff: bothDesks },
  'card:make': { staff: windowDesk },
  'card:issue': { staff: windowDesk },
  'card:activate': { staff: windowDesk },
  /** By an agent of the hotline who checked the caller. */
  'card:activate-by-phone': { staff: hotlineDesk, system: 'any' },
  /** The issuing bank's own cards. */
  'card:activate-at-bank': { partner: { BANK: 'any' } },
  'card:activate-by-settlement': { partner: { HOSPITAL: 'any' } },
  'card:confirm-loss': { staff: windowDesk },
  'card:release': { staff: windowDesk },
  'card:freeze': { staff: windowDesk },
  /** Somebody who may decide what another has done. */
  'card:unfreeze': { staff: deciders },
  'card:cancel': { staff: windowDesk },
  'card:give-temporary': { staff: windowDesk },
  'card:prolong-temporary': { staff: windowDesk },
  /** Three wrong passwords, by whatever way. */
  'card:lock': { system: 'any' },
  /** What ends by itself. */
  'card:lapse': { system: 'any' },

  // The hotline 12333
  /** Calls that wait for an agent, and one's own. */
  'hotline:read': { staff: hotlineDesk },
  'hotline:answer': { staff: hotlineDesk },
  /** At the card of a caller who was checked. */
  'hotline:work': { staff: hotlineDesk },
  /** What the office knows of a caller who was checked, while the line stands. */
  'hotline:see-caller': { staff: hotlineDesk },
  /** How calls ended, without who called. */
  'hotline:statistics': { staff: { REVIEWER: 'any', HEAD: 'any', AUDITOR: 'any' } },
  'hotline:export': { staff: { REVIEWER: 'any', HEAD: 'any', AUDITOR: 'any' } },
  /** What agents say: they read it in a call, and whoever looks over the office. */
  'hotline-script:read': { staff: { ...hotlineDesk, AUDITOR: 'any' } },
  /** One proposes it, and somebody else publishes or refuses it [PD]; whoever keeps it says that it still holds. */
  'hotline-script:propose': { staff: officerAndHead },
  'hotline-script:withdraw': { staff: officerAndHead },
  'hotline-script:review': { staff: officerAndHead },
  'hotline-script:publish': { staff: deciders },
  'hotline-script:refuse': { staff: deciders },
  /** Plays the dialogue without a telephone, outside production. */
  'hotline:rehearse': { staff: hotlineDesk },

  /** Only the window, after seeing the ID, asks for a card password to be unlocked. */
  /** Who was told what, masked: for whoever answers questions about it, and whoever looks over the office. */
  'notification:log': { staff: { ADMINISTRATOR: 'any', AUDITOR: 'any' } },
  'notification:resend': { staff: administrators },
  /** What is wrong with the product and its jobs; it names nobody. */
  'alert:read': { staff: headAndAdministrators },
  'card-password:list-resets': { staff: windowDesk },
  'card-password:request-reset': { staff: windowDesk },
  'card-password:confirm-reset': { staff: deciders },
  /** The letter with the one-time code, by one of the two who looked at the ID. */
  'card-password:print-code': { staff: windowDesk },
} as const satisfies Record<`${string}:${string}`, Grant>

export type Permission = keyof typeof permissions
