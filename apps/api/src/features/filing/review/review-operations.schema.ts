import { normaliseIdentifier } from '@shebao/identifiers'
import { builder } from '../../../graphql/builder.ts'
import { notedInClear } from '../../../graphql/personal.ts'
import { decidedOn, StaleDecisionType } from '../../../graphql/decision.ts'
import { orStale, StaleDecision } from '../../../case/case-mark.ts'
import { requireMay } from '../../../access/permissions.ts'
import { requireUuid } from '../../../access/uuid.ts'
import { badInput } from '../../../access/refusal.ts'
import { closeDeclaration } from './close-declaration.ts'
import { receivePaper } from '../paper-copy/index.ts'
import { DeclarationType } from '../declaration/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { recommendDeclaration } from './recommend-declaration.ts'
import { EmployerType, findEmployer } from '../../register/employer/index.ts'
import { holdReview, leaveReview } from './hold-review.ts'
import type { ReviewHold } from './hold-review.ts'
import './bulk.schema.ts'
import './queue.schema.ts'
import './review.schema.ts'
import { findEmployerIdByNumber } from './review.repository.ts'
import { revealAnswer, revealPerson } from './reveal.ts'
import type { RevealedPerson } from './reveal.ts'

const HoldType = builder.objectRef<ReviewHold>('ReviewHold').implement({
  description: 'Who has a declaration open. Nobody is locked out by it.',
  fields: (t) => ({
    holderName: t.exposeString('holderName'),
    since: t.expose('since', { type: 'DateTime' }),
    mine: t.exposeBoolean('mine'),
  }),
})

const RevealedPersonType = builder.objectRef<RevealedPerson>('RevealedPerson').implement({
  personal: notedInClear({ to: 'masked-value:reveal', reason: 'ASKED' }, 'REVEAL_PERSON'),
  description: 'One person in clear. Never cached by clients.',
  fields: (t) => ({
    name: t.string({ nullable: true, resolve: ({ name }) => name ?? null }),
    idNumber: t.string({ nullable: true, resolve: ({ idNumber }) => idNumber ?? null }),
    mobile: t.string({ nullable: true, resolve: ({ mobile }) => mobile ?? null }),
  }),
})
const RevealedAnswerType = builder
  .objectRef<{ declared: string | undefined; registered: string | undefined }>('RevealedAnswer')
  .implement({
    personal: notedInClear({ to: 'masked-value:reveal', reason: 'ASKED' }, 'REVEAL_ANSWER'),
    fields: (t) => ({
      declared: t.string({ nullable: true, resolve: ({ declared }) => declared ?? null }),
      registered: t.string({ nullable: true, resolve: ({ registered }) => registered ?? null }),
    }),
  })

const reason = {
  required: true,
  description: 'Why it is needed, 4 to 200 characters; kept in the audit trail.',
} as const
const RevealPersonInput = builder.inputType('RevealPersonInput', {
  fields: (t) => ({
    declarationId: t.id({ required: true }),
    rowNo: t.int({ description: 'Row of the submitted list.' }),
    enrolmentId: t.id({ description: 'Somebody in the register who is not on the list.' }),
    reason: t.string(reason),
  }),
})
const RevealAnswerInput = builder.inputType('RevealAnswerInput', {
  fields: (t) => ({
    declarationId: t.id({ required: true }),
    path: t.string({ required: true }),
    reason: t.string(reason),
  }),
})
const PaperInput = builder.inputType('RegisterPaperInput', {
  fields: (t) => ({
    declarationId: t.id({ required: true }),
    version: t.int({ required: true, description: 'The version that was looked at.' }),
    decidedOn: t.field(decidedOn),
    receivedOn: t.field({ type: 'Date', required: true }),
    pages: t.int({ required: true }),
    sealOk: t.boolean({ required: true, description: 'Seal and signatures stand on the paper.' }),
    hash: t.string({ required: true, description: 'Content hash as printed; its first 12 characters are enough.' }),
  }),
})
const VersionInput = builder.inputType('DeclarationVersionInput', {
  fields: (t) => ({
    declarationId: t.id({ required: true }),
    version: t.int({ required: true }),
    decidedOn: t.field(decidedOn),
  }),
})

type StepOutcome =
  | { kind: 'done'; declaration: DeclarationRow }
  | { kind: 'refused'; declaration: DeclarationRow; code: string }
interface Done {
  kind: 'done'
  declaration: DeclarationRow
}
interface Refused {
  kind: 'refused'
  declaration: DeclarationRow
  code: string
}
const DoneType = builder.objectRef<Done>('StaffStepDone').implement({
  fields: (t) => ({ declaration: t.field({ type: DeclarationType, resolve: ({ declaration }) => declaration }) }),
})
const RefusedType = builder.objectRef<Refused>('StaffStepRefused').implement({
  fields: (t) => ({
    code: t.exposeString('code', {
      description: 'VERSION_CHANGED, ILLEGAL_TRANSITION, ROLE_NOT_ALLOWED, INCOMPLETE or SEAL_MISSING.',
    }),
    declaration: t.field({ type: DeclarationType, resolve: ({ declaration }) => declaration }),
  }),
})
const StepResult = builder.unionType('StaffStepResult', {
  types: [DoneType, RefusedType, StaleDecisionType],
  resolveType: (outcome: StepOutcome | StaleDecision) =>
    outcome instanceof StaleDecision ? StaleDecisionType : outcome.kind === 'done' ? DoneType : RefusedType,
})

builder.mutationFields((t) => ({
  holdReview: t.field({
    type: HoldType,
    authScopes: { may: 'review:hold' },
    args: { declarationId: t.arg.id({ required: true }) },
    description: 'Says every minute that a declaration is open in front of this person, and answers who has it.',
    resolve: (_root, { declarationId }, { platform, viewer }) => holdReview(platform, viewer, declarationId),
  }),
  leaveReview: t.boolean({
    authScopes: { may: 'review:hold' },
    args: { declarationId: t.arg.id({ required: true }) },
    description: 'The declaration was closed again.',
    resolve: (_root, { declarationId }, { platform, viewer }) => leaveReview(platform, viewer, declarationId),
  }),
  recommendAcceptance: t.field({
    type: StepResult,
    authScopes: { may: 'review:recommend' },
    args: { input: t.arg({ type: VersionInput, required: true }), note: t.arg.string() },
    description:
      'The first of two people says that a version under review can be accepted; acceptDeclaration is for the second.',
    resolve: (_root, { input, note }, { platform, viewer, origin }) =>
      orStale(
        recommendDeclaration(platform, requireMay(viewer, 'review:recommend'), {
          ...input,
          declarationId: requireUuid(input.declarationId, 'declaration'),
          origin,
          note: note?.trim().slice(0, 500) || undefined,
        }),
      ),
  }),
  registerPaper: t.field({
    type: StepResult,
    authScopes: { may: 'paper:register' },
    args: { input: t.arg({ type: PaperInput, required: true }) },
    description:
      'Enters the stamped paper. With another content hash than the version in force the declaration goes back.',
    resolve: (_root, { input }, { platform, viewer, origin }) =>
      orStale(
        receivePaper(platform, requireMay(viewer, 'paper:register'), {
          ...input,
          signatureOk: input.sealOk,
          materials: 'ALL',
          declarationId: requireUuid(input.declarationId, 'declaration'),
          origin,
        }),
      ),
  }),
  closeDeclaration: t.field({
    type: StepResult,
    authScopes: { may: 'declaration:close' },
    args: { input: t.arg({ type: VersionInput, required: true }) },
    description: 'Puts a declaration whose paper is filed into the archive.',
    resolve: (_root, { input }, { platform, viewer, origin }) =>
      orStale(
        closeDeclaration(platform, requireMay(viewer, 'declaration:close'), {
          ...input,
          declarationId: requireUuid(input.declarationId, 'declaration'),
          origin,
        }),
      ),
  }),
  revealPerson: t.field({
    type: RevealedPersonType,
    authScopes: { may: 'masked-value:reveal' },
    args: { input: t.arg({ type: RevealPersonInput, required: true }) },
    description: 'Shows one person in clear and writes that into the audit trail.',
    resolve: (_root, { input }, { platform, viewer, origin }) => {
      if ((input.rowNo === undefined || input.rowNo === null) === !input.enrolmentId)
        throw badInput('rowNo', 'Name either a row or an enrolment.')
      return revealPerson(platform, viewer, {
        ...input,
        declarationId: requireUuid(input.declarationId, 'declaration'),
        origin,
      })
    },
  }),
  revealAnswer: t.field({
    type: RevealedAnswerType,
    authScopes: { may: 'masked-value:reveal' },
    args: { input: t.arg({ type: RevealAnswerInput, required: true }) },
    description: 'Shows one masked answer of the unit form in clear and writes that into the audit trail.',
    resolve: (_root, { input }, { platform, viewer, origin }) =>
      revealAnswer(platform, viewer, {
        ...input,
        declarationId: requireUuid(input.declarationId, 'declaration'),
        origin,
      }),
  }),
}))

builder.queryFields((t) => ({
  registeredUnit: t.field({
    type: EmployerType,
    nullable: true,
    authScopes: { may: 'employer:look-up' },
    description: 'One unit of the register for staff, by id or by its whole registration number or credit code.',
    args: { id: t.arg.id(), number: t.arg.string() },
    resolve: async (_root, { id, number }, { platform, viewer }) => {
      requireMay(viewer, 'employer:look-up')
      const found = id ?? (number ? await findEmployerIdByNumber(platform, normaliseIdentifier(number)) : undefined)
      return found ? findEmployer(platform, requireUuid(found, 'employer')) : null
    },
  }),
}))
