import { keysetPage } from '../../../access/keyset.ts'
import { unauthenticated } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { builder } from '../../../graphql/builder.ts'
import type { Context } from '../../../graphql/context.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listOpenLinks } from '../one-time-code/index.ts'
import { ViewerType } from '../session/index.ts'
import type { StaffAccountRow } from '../session/index.ts'
import type { AccountOutcome } from './account-outcome.ts'
import {
  AccountResult,
  HistoryConnection,
  HistoryType,
  NewStaffAccountInput,
  StaffAccountConnection,
  StaffAccountType,
  WantedRoleInput,
} from './accounts-type.ts'
import type { AccountShape, ResultShape } from './accounts-type.ts'
import { readHistory, readStaffAccount, readStaffAccounts } from './read-accounts.ts'
import {
  changeStaffRoles,
  createStaffAccount,
  endStaffAccount,
  issueStaffLink,
  resetStaffSecondFactor,
} from './staff-accounts.ts'
import type { WantedRole } from './wanted-roles.ts'

function viewerOf({ viewer }: Context): Viewer {
  if (!viewer) throw unauthenticated()
  return viewer
}

async function withLinks(
  platform: Platform,
  { accountId }: Viewer,
  rows: readonly StaffAccountRow[],
): Promise<AccountShape[]> {
  const links = await listOpenLinks(
    platform,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, openLinkUntil: links.get(row.id) ?? null, mine: row.id === accountId }))
}

async function shown(context: Context, outcome: AccountOutcome): Promise<ResultShape> {
  if (outcome.outcome === 'REFUSED') return outcome
  const [account] = await withLinks(context.platform, viewerOf(context), [outcome.account])
  if (!account) throw new Error('An account that was just changed is gone.')
  return { ...outcome, account }
}

const asWanted = (
  roles: readonly { role: WantedRole['role']; from: string; to?: string | null | undefined }[],
): WantedRole[] => roles.map(({ role, from, to }) => ({ role, from, to: to ?? null }))

builder.queryFields((t) => ({
  staffAccounts: t.field({
    type: StaffAccountConnection,
    authScopes: { may: 'account:read' },
    description: 'Accounts of the own office by staff number, 50 at a time unless `first` (1-100) says otherwise.',
    args: {
      ended: t.arg.boolean({ description: 'True: those that are in no role any more. Left out: the others.' }),
      first: t.arg.int(),
      after: t.arg.string(),
    },
    resolve: async (_root, args, context) => {
      const viewer = viewerOf(context)
      const rows = await readStaffAccounts(context.platform, viewer, { ...args, ended: args.ended ?? false })
      return keysetPage(await withLinks(context.platform, viewer, rows), args, ({ staffNo }) => [staffNo])
    },
  }),
  staffAccount: t.field({
    type: StaffAccountType,
    authScopes: { may: 'account:read' },
    description: 'One account of the own office.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => {
      const viewer = viewerOf(context)
      const [account] = await withLinks(context.platform, viewer, [
        await readStaffAccount(context.platform, viewer, id),
      ])
      if (!account) throw new Error('An account that was just read is gone.')
      return account
    },
  }),
}))

builder.objectField(StaffAccountType, 'history', (t) =>
  t.field({
    type: HistoryConnection,
    description: 'What happened to the account, newest first, 50 at a time unless `first` (1-100) says otherwise.',
    args: { first: t.arg.int(), after: t.arg.string() },
    resolve: async ({ id }, args, { platform }) =>
      keysetPage(await readHistory(platform, id, args), args, ({ seq }) => [seq]),
  }),
)

const eventsShown = 10

builder.objectField(ViewerType, 'securityEvents', (t) =>
  t.field({
    type: [HistoryType],
    description: 'The last ten changes of how this account signs in, by whom; none before the sign-in is complete.',
    resolve: async ({ stage, accountId }, _args, { platform }) =>
      stage === 'FULL' ? (await readHistory(platform, accountId, { first: eventsShown })).slice(0, eventsShown) : [],
  }),
)

builder.mutationFields((t) => ({
  createStaffAccount: t.field({
    type: AccountResult,
    authScopes: { may: 'account:create' },
    description: 'An account without a password, and the one-time link by which its person sets one.',
    args: { input: t.arg({ type: NewStaffAccountInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const wanted = { ...input, roles: asWanted(input.roles) }
      return shown(context, await createStaffAccount(context.platform, context.origin, viewerOf(context), wanted))
    },
  }),
  changeStaffRoles: t.field({
    type: AccountResult,
    authScopes: { may: 'account:change-roles' },
    description: 'The roles as they should be from now on: what is left out ends at once.',
    args: {
      accountId: t.arg.id({ required: true }),
      roles: t.arg({ type: [WantedRoleInput], required: true }),
    },
    resolve: async (_root, { accountId, roles }, context) => {
      const order = { asker: viewerOf(context), origin: context.origin, accountId }
      return shown(context, await changeStaffRoles(context.platform, order, asWanted(roles)))
    },
  }),
  endStaffAccount: t.field({
    type: AccountResult,
    authScopes: { may: 'account:end' },
    description: 'Dismissal: roles, sessions, links, second factors and password end at once; the history stays.',
    args: { accountId: t.arg.id({ required: true }), reason: t.arg.string({ required: true }) },
    resolve: async (_root, { accountId, reason }, context) => {
      const order = { asker: viewerOf(context), origin: context.origin, accountId }
      return shown(context, await endStaffAccount(context.platform, order, reason))
    },
  }),
  issueStaffLink: t.field({
    type: AccountResult,
    authScopes: { may: 'account:issue-link' },
    description:
      'A new one-time link, for a first password or another one; what was made before opens nothing any more.',
    args: { accountId: t.arg.id({ required: true }) },
    resolve: async (_root, { accountId }, context) => {
      const order = { asker: viewerOf(context), origin: context.origin, accountId }
      return shown(context, await issueStaffLink(context.platform, order))
    },
  }),
  resetStaffSecondFactor: t.field({
    type: AccountResult,
    authScopes: { may: 'account:reset-second-factor' },
    description: 'Removes every second factor and recovery code of the account and ends its sessions.',
    args: { accountId: t.arg.id({ required: true }), reason: t.arg.string({ required: true }) },
    resolve: async (_root, { accountId, reason }, context) => {
      const order = { asker: viewerOf(context), origin: context.origin, accountId }
      return shown(context, await resetStaffSecondFactor(context.platform, order, reason))
    },
  }),
}))
