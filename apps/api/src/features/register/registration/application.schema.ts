import { REGISTRATION_PROBLEMS } from '@shebao/declaration-rules'
import type { RegistrationProblem } from '@shebao/declaration-rules'
import { builder } from '../../../graphql/builder.ts'
import { own } from '../../../graphql/personal.ts'
import type { FirstLink } from '../../../access/first-clerk.ts'
import { openApplication } from './application-key.ts'
import type { KeyRefusal } from './application-key.ts'
import { openRegistration } from './open-registration.ts'
import type { OpenOutcome } from './open-registration.ts'
import { openFirstAccount } from './read-registration.ts'
import {
  RegistrationFieldEnum,
  RegistrationStateEnum,
  RegistrationValueType,
  RegistrationVersionType,
  statedIn,
} from './registration.schema.ts'
import { registrationCase } from './registration-case.ts'
import { listVersions } from './registration.repository.ts'
import type { RegistrationRow } from './registration.repository.ts'
import { submitRegistration, withdrawRegistration } from './submit-registration.ts'
import type { SubmitOutcome } from './submit-registration.ts'

// Mutations, although reading changes nothing that anybody sees: a secret stands in no address and is kept in no cache.

const OpenedType = builder.objectRef<Extract<OpenOutcome, { kind: 'OPENED' }>>('RegistrationOpened').implement({
  description: 'What opens the application from now on; the secret is told this once.',
  fields: (t) => ({ number: t.exposeString('number'), secret: t.exposeString('secret') }),
})

const ApplicationType = builder.objectRef<RegistrationRow>('RegistrationApplication').implement({
  personal: own,
  description: 'An application, for whoever holds its number and secret.',
  fields: (t) => ({
    number: t.exposeString('number'),
    state: t.field({ type: RegistrationStateEnum, resolve: (row) => registrationCase.state(row) }),
    version: t.exposeInt('version', { description: 'How often it was sent.' }),
    submittedAt: t.expose('submittedAt', { type: 'DateTime', nullable: true }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
    values: t.field({
      type: [RegistrationValueType],
      description: 'As they were sent, to be corrected; nothing once it was decided on for good.',
      resolve: (row, _args, { platform }) =>
        row.status === 'REFUSED' || row.status === 'OPENED' ? statedIn(platform, row) : [],
    }),
    versions: t.field({
      type: [RegistrationVersionType],
      description: 'The latest first, each with why it was refused.',
      resolve: (row, _args, { platform }) => listVersions(platform, row.id),
    }),
    opensAccount: t.boolean({
      description:
        'Approved as a new unit: the link of its first clerk is to be had here. Otherwise the unit was known, and the office’s letter lets it in.',
      resolve: ({ status, accountId }) => status === 'APPROVED' && accountId !== null,
    }),
  }),
})

const ProblemType = builder.objectRef<RegistrationProblem>('RegistrationProblem').implement({
  fields: (t) => ({
    field: t.expose('field', { type: RegistrationFieldEnum }),
    code: t.expose('code', {
      type: builder.enumType('RegistrationProblemCode', {
        description:
          'REQUIRED: blank. WRONG: not what such a field holds. CHECKSUM: mistyped, says its check character.',
        values: REGISTRATION_PROBLEMS,
      }),
    }),
  }),
})
type Refused =
  | Extract<OpenOutcome | SubmitOutcome, { kind: 'REFUSED' }>
  | KeyRefusal
  | { kind: 'REFUSED'; reason: 'NOT_NOW' }
const RefusedType = builder.objectRef<Refused>('RegistrationRefused').implement({
  fields: (t) => ({
    reason: t.field({
      type: builder.enumType('RegistrationRefusal', {
        description:
          'WRONG_CODE: of the verification. TOO_MANY: applications begun from this address today. THROTTLED: too many failures from this address. UNKNOWN: number or secret, without saying which. VALUES: see the problems. LICENCE_MISSING: a picture of the licence is needed. NOT_NOW: the application is in another state.',
        values: [
          'WRONG_CODE',
          'TOO_MANY',
          'THROTTLED',
          'UNKNOWN',
          'VALUES',
          'LICENCE_MISSING',
          'NOT_NOW',
        ] as const satisfies readonly Refused['reason'][],
      }),
      resolve: ({ reason }) => reason,
    }),
    retryAt: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: (refused) => ('retryAt' in refused ? refused.retryAt : null),
    }),
    problems: t.field({
      type: [ProblemType],
      resolve: (refused) => ('problems' in refused ? [...refused.problems] : []),
    }),
  }),
})
const LinkType = builder.objectRef<FirstLink>('RegistrationFirstLink').implement({
  description: 'By which the first clerk sets a password, once.',
  fields: (t) => ({ url: t.exposeString('url'), expiresAt: t.expose('expiresAt', { type: 'DateTime' }) }),
})

const OpenResult = builder.unionType('OpenRegistrationResult', {
  types: [OpenedType, RefusedType],
  resolveType: ({ kind }) => (kind === 'OPENED' ? OpenedType : RefusedType),
})
const ApplicationResult = builder.unionType('RegistrationApplicationResult', {
  types: [ApplicationType, RefusedType],
  resolveType: (outcome) => ('kind' in outcome ? RefusedType : ApplicationType),
})
const LinkResult = builder.unionType('RegistrationFirstLinkResult', {
  types: [LinkType, RefusedType],
  resolveType: (outcome) => ('url' in outcome ? LinkType : RefusedType),
})

const KeyInput = builder.inputType('RegistrationKey', {
  fields: (t) => ({
    number: t.string({ required: true }),
    secret: t.string({ required: true, description: 'Case, blanks and hyphens do not matter.' }),
  }),
})
const ValueInput = builder.inputType('RegistrationValueInput', {
  fields: (t) => ({
    field: t.field({ type: RegistrationFieldEnum, required: true }),
    value: t.string({ required: true }),
  }),
})
const shaped = (outcome: SubmitOutcome) => (outcome.kind === 'DONE' ? outcome.row : outcome)

builder.mutationFields((t) => ({
  openRegistration: t.field({
    type: OpenResult,
    authScopes: { public: true },
    description:
      'Begins the registration of an employer by itself. Uses the verification challenge up; the licence is then handed in with POST /registration/files.',
    args: { challengeId: t.arg.id({ required: true }), answer: t.arg.string({ required: true }) },
    resolve: (_root, verification, { platform, origin }) => openRegistration(platform, origin, verification),
  }),
  submitRegistration: t.field({
    type: ApplicationResult,
    authScopes: { public: true },
    description:
      'Sends it, or its next version after a refusal. The answer is the same whether the register knows the credit code or not.',
    args: {
      key: t.arg({ type: KeyInput, required: true }),
      values: t.arg({ type: [ValueInput], required: true, description: 'Every field, as it is to be.' }),
      files: t.arg.idList({ required: true, description: 'Handed in since it was last sent.' }),
    },
    resolve: async (_root, { key, values, files }, { platform, origin }) => {
      const typed = Object.fromEntries(values.map(({ field, value }) => [field, value]))
      return shaped(await submitRegistration(platform, origin, key, { typed, files }))
    },
  }),
  readRegistration: t.field({
    type: ApplicationResult,
    authScopes: { public: true },
    description: 'What became of an application.',
    args: { key: t.arg({ type: KeyInput, required: true }) },
    resolve: (_root, { key }, { platform, origin }) => openApplication(platform, origin, key),
  }),
  withdrawRegistration: t.field({
    type: ApplicationResult,
    authScopes: { public: true },
    description: 'Takes it back, whatever the office has not decided for good; what was typed is removed.',
    args: { key: t.arg({ type: KeyInput, required: true }) },
    resolve: async (_root, { key }, { platform, origin }) => shaped(await withdrawRegistration(platform, origin, key)),
  }),
  openFirstAccount: t.field({
    type: LinkResult,
    authScopes: { public: true },
    description: 'The one-time link of the first clerk of an approved new unit, until a password was set.',
    args: { key: t.arg({ type: KeyInput, required: true }) },
    resolve: async (_root, { key }, { platform, origin }) => {
      const outcome = await openFirstAccount(platform, origin, key)
      return outcome.kind === 'LINK' ? outcome.link : outcome
    },
  }),
}))
