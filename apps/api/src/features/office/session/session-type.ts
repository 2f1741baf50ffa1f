import {
  accountKinds,
  clerkDuties,
  lockGrounds,
  partnerKinds,
  sessionStages,
  staffRoles,
} from '../../../access/viewer.ts'
import { verificationKinds } from './session-codes.ts'
import { builder } from '../../../graphql/builder.ts'
import type { AccountKind, EmployerBar, EmployerLock, Viewer } from '../../../access/viewer.ts'
import { linkDeaths, LinkPurposeEnum } from '../one-time-code/index.ts'
import type { LinkDeath } from '../one-time-code/index.ts'
import type { PasswordRefusal } from './change-password.ts'
import type { VerificationChallenge } from './request-verification-code.ts'
import type { ListedSession } from './session.repository.ts'
import type { LinkHolder } from './set-password-by-link.ts'
import type { SignInRefusal } from './sign-in.ts'

export const AccountKindType = builder.enumType('AccountKind', {
  description: 'Which of the four kinds of people an account is for.',
  values: accountKinds,
})

const SessionStage = builder.enumType('SessionStage', {
  description:
    'How far the sign-in has come. MUST_CHANGE_PASSWORD: with the initial password, which permits nothing but viewer, changePassword and signOut. MUST_PROVE_SECOND_FACTOR: of staff with the password alone, which permits proveSecondFactor. MUST_ENROL_SECOND_FACTOR: of staff without a second factor where one is required, which permits to enrol one.',
  values: sessionStages,
})

export const StaffRoleType = builder.enumType('StaffRole', {
  description: 'What a member of staff may do.',
  values: staffRoles,
})

export const ClerkDutyType = builder.enumType('ClerkDuty', {
  description:
    'What a clerk may do for the employer besides reading. ADMINISTER: invite the other clerks and say what they may do. PREPARE: fill in. SUBMIT: declare and apply. PAY: pay, and let debit.',
  values: clerkDuties,
})

export const PartnerKindType = builder.enumType('PartnerKind', {
  description: 'BANK: one that issues cards. HOSPITAL: a designated one, which settles bills with them.',
  values: partnerKinds,
})

export const Language = builder.enumType('Language', {
  values: { ZH_CN: { value: 'zh-CN' }, EN: { value: 'en' } } as const,
})

export const VerificationKind = builder.enumType('VerificationKind', {
  description:
    'IMAGE: characters to read. PROOF_OF_WORK: a calculation, for programs and for people who cannot see the picture.',
  values: verificationKinds,
})

const EmployerLockType = builder.objectRef<EmployerLock>('EmployerLockStanding').implement({
  description: 'A lock of the employer that stands, and whom to ask about it.',
  fields: (t) => ({
    number: t.exposeString('number'),
    ground: t.field({
      type: builder.enumType('EmployerLockGround', {
        description: 'ARREARS: bills are overdue. REGISTRATION_CHECK: the office is checking the registration.',
        values: lockGrounds,
      }),
      resolve: ({ ground }) => ground,
    }),
    since: t.field({ type: 'Date', resolve: ({ since }) => since }),
    officeZh: t.exposeString('officeZh'),
    officeEn: t.exposeString('officeEn'),
    phone: t.exposeString('phone', { description: 'Of the office that knows.' }),
  }),
})

const EmployerBarType = builder.objectRef<EmployerBar>('EmployerBar').implement({
  description: 'What keeps an employer from filing online, whoever acts for it.',
  fields: (t) => ({
    kind: t.field({
      type: builder.enumType('EmployerBarKind', {
        description:
          'NOT_APPROVED: the tax authority does not let it file online: not yet, or no more. CANCELLED: it is in the register no longer; its records stay readable. LOCKED: nothing may be changed, refunded or ended; it declares, pays and reads as before.',
        values: ['NOT_APPROVED', 'CANCELLED', 'LOCKED'] as const satisfies readonly EmployerBar['kind'][],
      }),
      resolve: ({ kind }) => kind,
    }),
    reason: t.string({
      nullable: true,
      description: 'Of NOT_APPROVED: why the approval was withdrawn; nothing where it was never given. Of LOCKED: why.',
      resolve: (bar) => (bar.kind === 'CANCELLED' ? null : bar.reason),
    }),
    lock: t.field({
      type: EmployerLockType,
      nullable: true,
      description: 'The lock that stands, also beside another bar.',
      resolve: (bar) => (bar.kind === 'LOCKED' ? bar : bar.kind === 'NOT_APPROVED' ? (bar.lock ?? null) : null),
    }),
    lastDay: t.field({
      type: 'Date',
      nullable: true,
      description: 'Of CANCELLED: the last day in the register.',
      resolve: (bar) => (bar.kind === 'CANCELLED' ? bar.lastDay : null),
    }),
  }),
})

export const ViewerType = builder.objectRef<Viewer>('Viewer').implement({
  description: 'The account behind this session, as the server knows it.',
  fields: (t) => ({
    id: t.id({ resolve: ({ accountId }) => accountId, description: 'The account.' }),
    kind: t.field({ type: AccountKindType, resolve: ({ kind }) => kind }),
    stage: t.field({ type: SessionStage, resolve: ({ stage }) => stage }),
    displayName: t.exposeString('displayName', {
      description:
        'The clerk’s name, or the employer’s for its first clerk, the staff member’s, or the insured person’s name masked.',
    }),
    roles: t.field({
      type: [StaffRoleType],
      resolve: (viewer) => (viewer.kind === 'STAFF' ? [...viewer.roles] : []),
      description: 'Staff only; empty for others.',
    }),
    duties: t.field({
      type: [ClerkDutyType],
      resolve: (viewer) => (viewer.kind === 'EMPLOYER' ? [...viewer.duties] : []),
      description: 'Of a clerk, for the employer acted for; empty for others, and for a clerk who only reads.',
    }),
    bar: t.field({
      type: EmployerBarType,
      nullable: true,
      description: 'Set while the employer acted for may not file online.',
      resolve: (viewer) => (viewer.kind === 'EMPLOYER' ? (viewer.bar ?? null) : null),
    }),
    language: t.field({ type: Language, resolve: ({ language }) => (language === 'en' ? 'en' : 'zh-CN') }),
    expiresAt: t.field({
      type: 'DateTime',
      resolve: ({ expiresAt }) => expiresAt,
      description: 'When the session ends if nothing more is asked.',
    }),
    employerId: t.id({ nullable: true, resolve: (viewer) => (viewer.kind === 'EMPLOYER' ? viewer.employerId : null) }),
    individualId: t.id({
      nullable: true,
      resolve: (viewer) => (viewer.kind === 'INSURED' ? viewer.individualId : null),
    }),
    partnerKind: t.field({
      type: PartnerKindType,
      nullable: true,
      description: 'Of a partner’s operator: which desk is theirs.',
      resolve: (viewer) => (viewer.kind === 'PARTNER' ? viewer.partnerKind : null),
    }),
  }),
})

export const AccountSessionType = builder.objectRef<ListedSession & { current: boolean }>('AccountSession').implement({
  description: 'One device that is signed in.',
  fields: (t) => ({
    id: t.exposeID('id'),
    current: t.exposeBoolean('current', { description: 'Whether it is the one asking.' }),
    userAgent: t.exposeString('userAgent', { description: 'As the browser named itself, at most 200 characters.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    lastSeenAt: t.expose('lastSeenAt', { type: 'DateTime', description: 'To the minute.' }),
  }),
})

const ProofOfWork = builder.objectRef<NonNullable<VerificationChallenge['proofOfWork']>>('ProofOfWork').implement({
  description:
    'Find the number from 0 to maxNumber for which hex(SHA-256(salt + number)) is the challenge; answer with that number.',
  fields: (t) => ({
    algorithm: t.exposeString('algorithm'),
    challenge: t.exposeString('challenge'),
    salt: t.exposeString('salt'),
    maxNumber: t.exposeInt('maxNumber'),
  }),
})

export const VerificationChallengeType = builder.objectRef<VerificationChallenge>('VerificationChallenge').implement({
  description: 'Answers exactly one sign-in.',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.field({ type: VerificationKind, resolve: ({ kind }) => kind }),
    image: t.string({
      nullable: true,
      resolve: ({ image }) => image ?? null,
      description: 'data: URL of a PNG with 5 characters; for IMAGE.',
    }),
    proofOfWork: t.field({ type: ProofOfWork, nullable: true, resolve: ({ proofOfWork }) => proofOfWork ?? null }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
  }),
})

export const SignInInput = builder.inputType('SignInInput', {
  fields: (t) => ({
    kind: t.field({ type: AccountKindType, required: true }),
    identifier: t.string({
      required: true,
      description:
        'Employer: registration number or credit code for its first clerk, the clerk number for every other. Insured: ID number. Staff: staff number. Partner: operator number. Spaces, case and full-width forms do not matter.',
    }),
    password: t.string({ required: true }),
    challengeId: t.id({ required: true }),
    answer: t.string({
      required: true,
      description: 'The characters of the picture in any case, or the number found.',
    }),
  }),
})

const SignInRefusalReason = builder.enumType('SignInRefusalReason', {
  description:
    'WRONG: number, password or code, without saying which. THROTTLED: this network address failed too often. LOCKED: the account. BUSY: ask again in seconds.',
  values: ['WRONG', 'THROTTLED', 'LOCKED', 'BUSY'] as const,
})

interface SignedInShape {
  outcome: 'SIGNED_IN'
  viewer: Viewer
}

interface SignInRefusedShape {
  outcome: 'REFUSED'
  reason: SignInRefusal
  retryAt: Date | undefined
}

const SignedIn = builder.objectRef<SignedInShape>('SignedIn').implement({
  fields: (t) => ({ viewer: t.field({ type: ViewerType, resolve: ({ viewer }) => viewer }) }),
})

const SignInRefused = builder.objectRef<SignInRefusedShape>('SignInRefused').implement({
  fields: (t) => ({
    reason: t.field({ type: SignInRefusalReason, resolve: ({ reason }) => reason }),
    retryAt: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: ({ retryAt }) => retryAt ?? null,
      description:
        'THROTTLED and LOCKED: when it may be tried again; null for a card password, which only the office’s window unlocks.',
    }),
  }),
})

export const SignInResult = builder.unionType('SignInResult', {
  types: [SignedIn, SignInRefused],
  resolveType: ({ outcome }) => (outcome === 'SIGNED_IN' ? SignedIn : SignInRefused),
})

export const ChangePasswordInput = builder.inputType('ChangePasswordInput', {
  fields: (t) => ({
    currentPassword: t.string({
      required: false,
      description: 'Needed unless the session’s stage is MUST_CHANGE_PASSWORD.',
    }),
    oneTimeCode: t.string({
      required: false,
      description:
        'Needed of an insured person whose password is the initial one: what the office handed out. Case and hyphens do not matter.',
    }),
    newPassword: t.string({ required: true, description: 'Insured: six digits. Others: 10 to 128 characters.' }),
  }),
})

const weakPasswordReasons = [
  'FORMAT',
  'INITIAL',
  'PART_OF_NUMBER',
  'BIRTH_DATE',
  'ALL_EQUAL',
  'RUN',
  'PATTERN',
  'COMMON',
  'PREVIOUS',
  'TOO_SHORT',
  'TOO_LONG',
  'TOO_FEW_CHARACTERS',
  'CONTAINS_IDENTIFIER',
  'WRONG_CURRENT',
  'WRONG_CODE',
  'LINK_USED',
  'LINK_WITHDRAWN',
  'LINK_EXPIRED',
  'LOCKED',
  'BUSY',
] as const satisfies readonly PasswordRefusal[]

const WeakPasswordReason = builder.enumType('WeakPasswordReason', {
  description:
    'Why a new password was refused, or the current one: WRONG_CURRENT, and LOCKED after too many of those. WRONG_CODE: the one-time code is not the one handed out, ran out, or was mistyped five times. LINK_USED, LINK_WITHDRAWN, LINK_EXPIRED: the one-time link was real and opens nothing any more.',
  values: weakPasswordReasons,
})

interface PasswordChangedShape {
  outcome: 'CHANGED'
  viewer: Viewer
}

interface PasswordRefusedShape {
  outcome: 'REFUSED'
  reasons: readonly PasswordRefusal[]
}

const PasswordChanged = builder.objectRef<PasswordChangedShape>('PasswordChanged').implement({
  fields: (t) => ({ viewer: t.field({ type: ViewerType, resolve: ({ viewer }) => viewer }) }),
})

const PasswordRefused = builder.objectRef<PasswordRefusedShape>('PasswordRefused').implement({
  fields: (t) => ({ reasons: t.field({ type: [WeakPasswordReason], resolve: ({ reasons }) => [...reasons] }) }),
})

const LinkHolderType = builder.objectRef<LinkHolder>('LinkHolder').implement({
  description: 'Whose one-time link this is.',
  fields: (t) => ({
    purpose: t.expose('purpose', { type: LinkPurposeEnum }),
    kind: t.expose('kind', { type: AccountKindType }),
    displayName: t.exposeString('displayName'),
    identifier: t.exposeString('identifier', { description: 'What is typed at sign-in.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
  }),
})

const DeadLinkType = builder.objectRef<{ dead: LinkDeath }>('DeadLink').implement({
  description: 'A one-time link that was real and opens nothing any more. It says nothing of the account.',
  fields: (t) => ({
    reason: t.expose('dead', {
      type: builder.enumType('LinkDeath', {
        description:
          'USED: a password was set by it. WITHDRAWN: another link was made since, or the account was closed. EXPIRED: its days are over.',
        values: linkDeaths,
      }),
    }),
  }),
})

export const ReadLinkResult = builder.unionType('ReadLinkResult', {
  types: [LinkHolderType, DeadLinkType],
  resolveType: (found) => ('dead' in found ? DeadLinkType : LinkHolderType),
})

const LinkPasswordSet = builder.objectRef<{ outcome: 'SET'; kind: AccountKind }>('LinkPasswordSet').implement({
  fields: (t) => ({ kind: t.expose('kind', { type: AccountKindType }) }),
})

export const LinkPasswordResult = builder.unionType('LinkPasswordResult', {
  types: [LinkPasswordSet, PasswordRefused],
  resolveType: ({ outcome }) => (outcome === 'SET' ? LinkPasswordSet : PasswordRefused),
})

export const ChangePasswordResult = builder.unionType('ChangePasswordResult', {
  types: [PasswordChanged, PasswordRefused],
  resolveType: ({ outcome }) => (outcome === 'CHANGED' ? PasswordChanged : PasswordRefused),
})
