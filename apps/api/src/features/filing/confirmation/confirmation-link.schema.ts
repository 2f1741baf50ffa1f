import { FIVE_INSURANCES, oneOf } from '@shebao/kernel'
import type { Fen, FiveInsurance } from '@shebao/kernel'
import { builder } from '../../../graphql/builder.ts'
import { beneath, own } from '../../../graphql/personal.ts'
import { InsuranceEnum } from '../../../graphql/insurance-enum.ts'
import { answerLink } from './answer-link.ts'
import type { AnswerOutcome } from './answer-link.ts'
import { linkProblems } from './confirmation-codes.ts'
import { DisputedFieldEnum } from './confirmation-type.ts'
import type { ConfirmedChange } from './confirmed-content.ts'
import { openLink, readLink } from './open-link.ts'
import type { ClosedLink, OpenedLink, WaitingLink } from './open-link.ts'

// Mutations, although the first two change nothing that anybody sees: a code stands in no address and is kept in no cache.

const ProblemEnum = builder.enumType('ConfirmationLinkProblem', {
  description:
    'UNKNOWN: no such link. CHANGED: the employer changed the row since. REPLACED: another link was sent. HANDED_IN: the list has been submitted. LOCKED: too many wrong numbers. TOO_MANY: too many wrong links from this address.',
  values: linkProblems,
})
const AnswerEnum = builder.enumType('ConfirmationAnswer', { values: ['CONFIRMED', 'DISAGREED'] as const })

const month = { type: 'Period', nullable: true, description: 'The month of a monthly declaration.' } as const

const WaitingType = builder.objectRef<WaitingLink>('ConfirmationLinkWaiting').implement({
  description: 'Who asks, before the holder of the link proved who they are. Nothing of the person.',
  fields: (t) => ({
    employerName: t.exposeString('employerName'),
    year: t.exposeInt('year'),
    period: t.field({ ...month, resolve: ({ period }) => period }),
    expiresAt: t.field({ type: 'DateTime', resolve: ({ expiresAt }) => expiresAt }),
  }),
})
const ClosedType = builder.objectRef<ClosedLink>('ConfirmationLinkClosed').implement({
  description: 'Why the link leads no further.',
  fields: (t) => ({
    problem: t.field({ type: ProblemEnum, resolve: ({ problem }) => problem }),
    triesLeft: t.int({
      nullable: true,
      description: 'With WRONG_NUMBER.',
      resolve: ({ triesLeft }) => triesLeft ?? null,
    }),
    answered: t.field({ type: AnswerEnum, nullable: true, resolve: ({ answered }) => answered ?? null }),
    answeredAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ answeredAt }) => answeredAt ?? null }),
  }),
})

interface ShownInsurance {
  insurance: FiveInsurance
  participates: boolean | undefined
  base: Fen | undefined
}
const InsuranceType = builder.objectRef<ShownInsurance>('ConfirmedInsurance').implement({
  personal: beneath,
  description: 'One insurance of the person’s own row.',
  fields: (t) => ({
    insurance: t.field({ type: InsuranceEnum, resolve: ({ insurance }) => insurance }),
    participates: t.boolean({ nullable: true, resolve: ({ participates }) => participates ?? null }),
    base: t.field({ type: 'Fen', nullable: true, resolve: ({ base }) => base ?? null }),
  }),
})
const ChangeType = builder.objectRef<ConfirmedChange>('ConfirmedChange').implement({
  personal: beneath,
  description: 'One join or change of base that is declared of the person.',
  fields: (t) => ({
    joins: t.boolean({ resolve: ({ joins }) => joins }),
    insurances: t.field({ type: [InsuranceEnum], resolve: ({ insurances }) => [...insurances] }),
    effectivePeriod: t.string({ nullable: true, resolve: ({ effectivePeriod }) => effectivePeriod ?? null }),
    hireDate: t.string({ nullable: true, resolve: ({ hireDate }) => hireDate ?? null }),
    monthlyWage: t.field({ type: 'Fen', nullable: true, resolve: ({ monthlyWage }) => monthlyWage ?? null }),
  }),
})
const OpenedType = builder.objectRef<OpenedLink>('ConfirmationContent').implement({
  personal: own,
  description: 'What is declared of the holder of the link: their own row and nothing else.',
  fields: (t) => ({
    employerName: t.exposeString('employerName'),
    year: t.int({ resolve: ({ found }) => found.year }),
    period: t.field({ ...month, resolve: ({ found }) => found.period }),
    name: t.string({ resolve: ({ person: { content } }) => content.name }),
    idMasked: t.string({ resolve: ({ person: { content } }) => content.idMasked }),
    wagesLastYear: t.field({
      type: 'Fen',
      nullable: true,
      resolve: ({ person: { content } }) => content.wagesLastYear ?? null,
    }),
    monthsWorkedLastYear: t.int({
      nullable: true,
      resolve: ({ person: { content } }) => content.monthsWorkedLastYear ?? null,
    }),
    firstMonthWage: t.field({
      type: 'Fen',
      nullable: true,
      resolve: ({ person: { content } }) => content.firstMonthWage ?? null,
    }),
    insurances: t.field({
      type: [InsuranceType],
      description: 'The five insurances; of a month none, there the changes say which.',
      resolve: ({ person: { content } }) =>
        content.insurances.map(({ insurance, participates, base }) => ({
          insurance: oneOf(FIVE_INSURANCES, insurance, 'insurance'),
          participates,
          base,
        })),
    }),
    changes: t.field({
      type: [ChangeType],
      description: 'Of a month: the person’s joins and changes of base, in the order of rows.',
      resolve: ({ person: { content } }) => content.changes,
    }),
    taken: t.field({
      type: [DisputedFieldEnum],
      description: 'What the person said before and the employer took over.',
      resolve: ({ reply }) => reply?.taken ?? [],
    }),
    kept: t.field({
      type: [DisputedFieldEnum],
      description: 'What the person said before and the employer did not take over.',
      resolve: ({ reply }) => reply?.kept ?? [],
    }),
    reason: t.string({ nullable: true, description: 'Why not.', resolve: ({ reply }) => reply?.reason ?? null }),
  }),
})
const AnsweredType = builder.objectRef<Extract<AnswerOutcome, { kind: 'ANSWERED' }>>('ConfirmationAnswered').implement({
  description: 'Entered; the link opens nothing any more.',
  fields: (t) => ({ answer: t.field({ type: AnswerEnum, resolve: ({ answer }) => answer }) }),
})
const NameDiffersType = builder
  .objectRef<Extract<AnswerOutcome, { kind: 'NAME_DIFFERS' }>>('ConfirmationNameDiffers')
  .implement({
    description: 'The name typed as a signature is not the one on the row; nothing was entered.',
    fields: (t) => ({ ok: t.boolean({ resolve: () => false }) }),
  })

const ReadResult = builder.unionType('ReadConfirmationLinkResult', {
  types: [WaitingType, ClosedType],
  resolveType: ({ kind }) => (kind === 'WAITING' ? WaitingType : ClosedType),
})
const OpenResult = builder.unionType('OpenConfirmationLinkResult', {
  types: [OpenedType, ClosedType],
  resolveType: ({ kind }) => (kind === 'OPENED' ? OpenedType : ClosedType),
})
const answerTypes = { ANSWERED: AnsweredType, NAME_DIFFERS: NameDiffersType, CLOSED: ClosedType } as const
const AnswerResult = builder.unionType('AnswerConfirmationLinkResult', {
  types: [AnsweredType, NameDiffersType, ClosedType],
  resolveType: ({ kind }) => answerTypes[kind],
})
const DisagreementInput = builder.inputType('DisagreementInput', {
  fields: (t) => ({
    field: t.field({ type: DisputedFieldEnum, required: true }),
    text: t.string({ description: 'NAME, ID_NUMBER, BASES.' }),
    amount: t.field({ type: 'Fen', description: 'WAGES, FIRST_WAGE, MONTHLY_WAGE.' }),
    months: t.int({ description: 'MONTHS.' }),
  }),
})

const code = { required: true, description: 'What stands behind the number sign of the link.' } as const
const idEnd = {
  required: true,
  description: 'The last six characters of the person’s ID number; five wrong ones lock the link.',
} as const

builder.mutationFields((t) => ({
  readConfirmationLink: t.field({
    type: ReadResult,
    authScopes: { public: true },
    description: 'Who asks the holder of a link, or why it leads no further.',
    args: { code: t.arg.string(code) },
    resolve: (_root, input, { platform, origin }) => readLink(platform, { ...input, origin }),
  }),
  openConfirmationLink: t.field({
    type: OpenResult,
    authScopes: { public: true },
    description: 'What is declared of the holder of a link, who proves who they are.',
    args: { code: t.arg.string(code), idEnd: t.arg.string(idEnd) },
    resolve: (_root, input, { platform, origin }) => openLink(platform, { ...input, origin }),
  }),
  answerConfirmationLink: t.field({
    type: AnswerResult,
    authScopes: { public: true },
    description: 'Confirms it with the person’s drawn signature or typed name, or says what is different. Once.',
    args: {
      code: t.arg.string(code),
      idEnd: t.arg.string(idEnd),
      signer: t.arg.string({ description: 'The typed name; needed to confirm without a drawn signature.' }),
      signature: t.arg.string({ description: 'The signature as it was drawn: PNG of at most 30 kB, base64.' }),
      disagreements: t.arg({ type: [DisagreementInput], required: true, defaultValue: [] }),
    },
    resolve: (_root, { signer, signature, ...input }, { platform, origin }) =>
      answerLink(platform, { ...input, signer: signer ?? undefined, signature: signature ?? undefined, origin }),
  }),
}))
