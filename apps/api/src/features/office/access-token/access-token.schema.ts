import { requireMay } from '../../../access/permissions.ts'
import { tokenScopes } from '../../../access/viewer.ts'
import { builder } from '../../../graphql/builder.ts'
import type { TokenViewer } from './admit-request.ts'
import { longestDays, makeToken, mostTokens, readTokens, revokeToken, usesShownDays } from './manage-tokens.ts'
import type { ListedToken, MakeOutcome } from './manage-tokens.ts'
import type { UseRow } from './access-token.repository.ts'

const ScopeEnum = builder.enumType('TokenScope', {
  description:
    'READ: everything of the employer; each token has it. PREPARE: drafts and attached files. SUBMIT: what is filed with the office. PAY: what has the bank move money.',
  values: tokenScopes,
})

const UseType = builder.objectRef<UseRow>('AccessTokenUse').implement({
  description: 'What a token was used for: one field of the contract.',
  fields: (t) => ({
    field: t.exposeString('field'),
    calls: t.exposeInt('calls'),
    refused: t.exposeInt('refused', { description: 'Calls of an operation that was answered with errors.' }),
    lastAt: t.expose('lastAt', { type: 'DateTime' }),
  }),
})

const TokenType = builder.objectRef<ListedToken>('AccessToken').implement({
  description: 'What lets an employer’s own software in, with `Authorization: Bearer`. The secret is shown once.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    hint: t.exposeString('hint', { description: 'The last four characters of the secret.' }),
    scopes: t.field({ type: [ScopeEnum], resolve: ({ scopes }) => [...scopes] }),
    test: t.exposeBoolean('test', { description: 'What it submits is carried out and undone.' }),
    maker: t.exposeString('maker', { description: 'Whose rights it has: it ends with theirs.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
    revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true }),
    lastUsedAt: t.expose('lastUsedAt', { type: 'DateTime', nullable: true }),
    uses: t.field({
      type: [UseType],
      description: `Within ${usesShownDays} days, the latest first.`,
      resolve: ({ uses }) => [...uses],
    }),
  }),
})

const OwnTokenType = builder.objectRef<TokenViewer>('OwnAccessToken').implement({
  description: 'The token that asks.',
  fields: (t) => ({
    name: t.string({ resolve: ({ token }) => token.name }),
    scopes: t.field({ type: [ScopeEnum], resolve: ({ token }) => [...token.scopes] }),
    test: t.boolean({ resolve: ({ token }) => token.test }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
    employerId: t.exposeID('employerId'),
  }),
})

type Made = Extract<MakeOutcome, { kind: 'MADE' }>
type Refused = Extract<MakeOutcome, { kind: 'REFUSED' }>
const MadeType = builder.objectRef<Made>('AccessTokenMade').implement({
  fields: (t) => ({
    token: t.field({ type: TokenType, resolve: ({ token }) => token }),
    secret: t.exposeString('secret', { description: 'In this answer and never again.' }),
  }),
})
const RefusedType = builder.objectRef<Refused>('AccessTokenRefused').implement({
  fields: (t) => ({
    reason: t.field({
      type: builder.enumType('AccessTokenRefusal', {
        description: `TOO_MANY: an employer has ${mostTokens} at a time.`,
        values: ['TOO_MANY'] as const,
      }),
      resolve: ({ reason }) => reason,
    }),
  }),
})
const MakeResult = builder.unionType('MakeAccessTokenResult', {
  types: [MadeType, RefusedType],
  resolveType: ({ kind }) => (kind === 'MADE' ? MadeType : RefusedType),
})

builder.queryFields((t) => ({
  accessTokens: t.field({
    type: [TokenType],
    authScopes: { may: 'access-token:read' },
    description: 'The employer’s access tokens, those in force first; at most 100.',
    resolve: (_root, _args, { platform, viewer }) => readTokens(platform, viewer),
  }),
  ownAccessToken: t.field({
    type: OwnTokenType,
    nullable: true,
    authScopes: { may: 'access-token:identify' },
    description: 'The token that asks; null in a session.',
    resolve: (_root, _args, { viewer }) => {
      const clerk = requireMay(viewer, 'access-token:identify')
      return clerk.token ? { ...clerk, token: clerk.token } : null
    },
  }),
}))

builder.mutationFields((t) => ({
  makeAccessToken: t.field({
    type: MakeResult,
    authScopes: { may: 'access-token:manage' },
    description: 'A token in the name of the clerk who asks, with at most the clerk’s own rights.',
    args: {
      name: t.arg.string({ required: true, description: '1 to 60 characters.' }),
      scopes: t.arg({ type: [ScopeEnum], required: true, description: 'READ is always among them.' }),
      test: t.arg.boolean({ required: true, description: 'A test token has no PAY.' }),
      days: t.arg.int({ required: true, description: `For how long it is good, 1 to ${longestDays}.` }),
    },
    resolve: (_root, args, { platform, viewer, origin }) => makeToken(platform, { viewer, origin }, args),
  }),
  revokeAccessToken: t.field({
    type: TokenType,
    authScopes: { may: 'access-token:manage' },
    description: 'Ends a token at once.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { platform, viewer, origin }) => revokeToken(platform, { viewer, origin }, id),
  }),
}))
