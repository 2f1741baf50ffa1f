// Who is asking, as the session in the database says; never as the client says.

export const accountKinds = ['EMPLOYER', 'INSURED', 'STAFF', 'PARTNER'] as const
export type AccountKind = (typeof accountKinds)[number]

export const staffRoles = [
  'OFFICER',
  'REVIEWER',
  'HEAD',
  'AUDITOR',
  'ADMINISTRATOR',
  'COLLECTION_OFFICER',
  'TAX_OFFICER',
  'HOTLINE_AGENT',
  'WINDOW_AGENT',
] as const
export type StaffRole = (typeof staffRoles)[number]

/**
 * Bodies beside the office with a desk of their own: banks and designated hospitals, which activate cards (domain 8); of SIL 63 the
 * administrative department, which decides, and the court, which rules.
 */
export const partnerKinds = ['BANK', 'HOSPITAL', 'DEPARTMENT', 'COURT'] as const
export type PartnerKind = (typeof partnerKinds)[number]

/** What a clerk may do for an employer besides reading. ADMINISTER: invite the other clerks and say what they may do. */
export const clerkDuties = ['ADMINISTER', 'PREPARE', 'SUBMIT', 'PAY'] as const
export type ClerkDuty = (typeof clerkDuties)[number]

/**
 * How far a sign-in has come. MUST_CHANGE_PASSWORD: with an initial password. MUST_PROVE_SECOND_FACTOR: of staff, with the password
 * alone. MUST_ENROL_SECOND_FACTOR: of staff who have none yet, where one is required.
 */
export const sessionStages = [
  'FULL',
  'MUST_CHANGE_PASSWORD',
  'MUST_PROVE_SECOND_FACTOR',
  'MUST_ENROL_SECOND_FACTOR',
] as const
export type SessionStage = (typeof sessionStages)[number]

/** What a session knows of whoever is signed in with it. */
interface SignedIn {
  accountId: string
  sessionId: string
  stage: SessionStage
  displayName: string
  language: string
  expiresAt: Date
}

/** What an access token may be given. READ: it has always. PREPARE: drafts. SUBMIT: what is filed. PAY: money leaves the account. */
export const tokenScopes = ['READ', 'PREPARE', 'SUBMIT', 'PAY'] as const
export type TokenScope = (typeof tokenScopes)[number]

/** What an employer's own software may do that shows an access token instead of a session. */
export interface TokenRights {
  readonly id: string
  readonly name: string
  readonly scopes: readonly TokenScope[]
  /** What files is carried out up to its commit and undone. */
  readonly test: boolean
}

/** Under which an agency's clerk acts for an employer. One that ended lets them do nothing, and say so. */
export interface HeldMandate {
  id: string
  agencyId: string
  /** Last day. */
  validTo: string
  stands: boolean
}

/**
 * What keeps an employer from acting online, whoever acts for it. NOT_APPROVED: the tax authority does not let it file online (yet, or
 * no more, with the reason). CANCELLED: it is in the register no longer; its records stay readable. LOCKED: the office keeps it from what would
 * put the debt or the check at risk; it declares, pays and reads as before.
 */
export type EmployerBar =
  | { readonly kind: 'NOT_APPROVED'; readonly reason: string | null; readonly lock?: EmployerLock | undefined }
  | { readonly kind: 'CANCELLED'; readonly lastDay: string }
  | EmployerLock

/** Why the office locks an employer: it owes, or its registration is being checked. */
export const lockGrounds = ['ARREARS', 'REGISTRATION_CHECK'] as const
export type LockGround = (typeof lockGrounds)[number]

/** The lock that stands: since when, by which decision, why, and whom to ask about it. */
export interface EmployerLock {
  readonly kind: 'LOCKED'
  readonly number: string
  readonly ground: LockGround
  readonly since: string
  readonly reason: string
  readonly officeZh: string
  readonly officeEn: string
  readonly phone: string
}

/** A clerk acting for one employer: the one of the membership the session was opened with. */
export interface Clerk extends SignedIn {
  kind: 'EMPLOYER'
  employerId: string
  duties: readonly ClerkDuty[]
  /** Set for a clerk of an agency that acts for the employer. */
  mandate?: HeldMandate | undefined
  /** Set where the employer may not file online. */
  bar?: EmployerBar | undefined
  /** Software asks in the clerk's name, and may do what the clerk may as far as the scopes of its token go. */
  token?: TokenRights | undefined
}

export interface InsuredPerson extends SignedIn {
  kind: 'INSURED'
  individualId: string
}

/** A member of the office's staff with every role that is in force there today. */
export interface StaffMember extends SignedIn {
  kind: 'STAFF'
  officeId: string
  roles: readonly StaffRole[]
  /** The district offices whose employers' cases are theirs to decide; nothing: all of the agency's. */
  districts?: readonly string[] | undefined
  /** When they last proved in full who they are: by the second factor, by the password where there is none. */
  fullyProvedAt?: Date | null | undefined
}

/** Whoever sits at the desk of a bank or hospital. They see that desk and nothing of the office. */
export interface PartnerOperator extends SignedIn {
  kind: 'PARTNER'
  partnerId: string
  partnerKind: PartnerKind
}

/**
 * A person behind a session. A further kind is one more member here, one more column of the permission table and one more line in
 * `columnOf`; what only that kind has stands on that kind.
 */
export type Viewer = Clerk | InsuredPerson | StaffMember | PartnerOperator

/** The office's own jobs: no account, no session. */
export interface OfficeJob {
  kind: 'SYSTEM'
  /** The job's name, the origin of what it writes in the trail. */
  job: string
}

export type Actor = Viewer | OfficeJob
