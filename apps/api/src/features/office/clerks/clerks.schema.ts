import { OneTimeLinkType } from '../one-time-code/index.ts'
import type { GivenLink } from '../one-time-code/index.ts'
import { builder } from '../../../graphql/builder.ts'
import { shown } from '../../../graphql/personal.ts'
import { ClerkDutyType, clerkStates } from '../session/index.ts'
import { changeClerkDuties, inviteClerk, issueClerkLink, removeClerk } from './change-clerks.ts'
import './first-clerk.ts'
import { clerkRefusals } from './clerk-outcome.ts'
import type { ClerkOutcome, ClerkRefusal } from './clerk-outcome.ts'
import { mostClerks, readClerks } from './read-clerks.ts'
import type { ListedClerk } from './read-clerks.ts'

const ClerkStateType = builder.enumType('ClerkState', {
  description: 'WAITING: the link was not used yet. LOCKED: for a while, after too many wrong passwords.',
  values: clerkStates,
})

const ClerkType = builder.objectRef<ListedClerk>('Clerk').implement({
  personal: shown('READ_CLERKS', ({ id }) => id, 'Account'),
  description: 'Somebody who acts for an employer (办事员).',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The account.' }),
    clerkNo: t.exposeString('clerkNo', { description: 'The number this clerk signs in with.' }),
    byEmployerNumber: t.exposeBoolean('byEmployerNumber', {
      description: 'The employer’s registration number and credit code open this account, too.',
    }),
    displayName: t.exposeString('displayName'),
    state: t.expose('state', { type: ClerkStateType }),
    duties: t.field({
      type: [ClerkDutyType],
      resolve: ({ duties }) => duties,
      description: 'Empty for a clerk who only reads.',
    }),
    self: t.exposeBoolean('self', { description: 'Whoever asks.' }),
    since: t.expose('since', { type: 'Date' }),
    lastSignInAt: t.expose('lastSignInAt', { type: 'DateTime', nullable: true }),
    openLinkUntil: t.expose('openLinkUntil', {
      type: 'DateTime',
      nullable: true,
      description: 'Until when a link that was not used sets a password.',
    }),
  }),
})

interface DoneShape {
  outcome: 'DONE'
  link: GivenLink | undefined
  clerks: ListedClerk[]
}
const DoneType = builder.objectRef<DoneShape>('ClerkDone').implement({
  fields: (t) => ({
    clerks: t.field({
      type: [ClerkType],
      resolve: ({ clerks }) => clerks,
      description: 'All of them, as they are now.',
    }),
    link: t.field({ type: OneTimeLinkType, nullable: true, resolve: ({ link }) => link ?? null }),
  }),
})
const RefusalEnum = builder.enumType('ClerkRefusal', {
  description: `LAST_ADMINISTRATOR: nobody would be left who may invite and change clerks; one who has not signed in yet does not count. SAME_NAME: a clerk is called so already. TOO_MANY: an employer has at most ${mostClerks}.`,
  values: clerkRefusals,
})
interface RefusedShape {
  outcome: 'REFUSED'
  reason: ClerkRefusal
}
const RefusedType = builder.objectRef<RefusedShape>('ClerkRefused').implement({
  fields: (t) => ({ reason: t.expose('reason', { type: RefusalEnum }) }),
})
const ClerkResult = builder.unionType('ClerkResult', {
  types: [DoneType, RefusedType],
  resolveType: ({ outcome }) => (outcome === 'DONE' ? DoneType : RefusedType),
})

const InvitationInput = builder.inputType('ClerkInvitation', {
  fields: (t) => ({
    displayName: t.string({ required: true, description: 'The clerk’s name, 2 to 40 characters.' }),
    duties: t.field({ type: [ClerkDutyType], required: true, description: 'Empty for a clerk who only reads.' }),
    email: t.string({ required: false, description: 'Where the link goes, besides being shown this once.' }),
  }),
})

builder.queryField('clerks', (t) =>
  t.field({
    type: [ClerkType],
    authScopes: { may: 'clerk:read' },
    description: `Who acts for an employer, who does so longest first; at most ${mostClerks}.`,
    args: { employerId: t.arg.id({ required: true }) },
    resolve: (_root, { employerId }, { platform, viewer }) => readClerks(platform, viewer, employerId),
  }),
)

type Asked = Parameters<typeof readClerks>
/** The whole list with every change: roles, links and who is the last administrator hang together. */
async function answered(
  platform: Asked[0],
  viewer: Asked[1],
  outcome: ClerkOutcome,
): Promise<DoneShape | RefusedShape> {
  if (outcome.outcome === 'REFUSED') return outcome
  const employerId = viewer?.kind === 'EMPLOYER' ? viewer.employerId : ''
  return { outcome: 'DONE', link: outcome.link, clerks: await readClerks(platform, viewer, employerId) }
}

builder.mutationFields((t) => ({
  inviteClerk: t.field({
    type: ClerkResult,
    authScopes: { may: 'clerk:invite' },
    description: 'A new clerk of the employer acted for, and the one-time link by which they set their password.',
    args: { input: t.arg({ type: InvitationInput, required: true }) },
    resolve: async (_root, { input: { displayName, duties, email } }, { platform, viewer, origin }) => {
      const invitation = { displayName, duties, email: email ?? undefined }
      return answered(platform, viewer, await inviteClerk(platform, { asker: viewer, origin }, invitation))
    },
  }),
  changeClerkDuties: t.field({
    type: ClerkResult,
    authScopes: { may: 'clerk:change' },
    description: 'What a clerk may do from now on.',
    args: { accountId: t.arg.id({ required: true }), duties: t.arg({ type: [ClerkDutyType], required: true }) },
    resolve: async (_root, { accountId, duties }, { platform, viewer, origin }) =>
      answered(platform, viewer, await changeClerkDuties(platform, { asker: viewer, origin, accountId }, duties)),
  }),
  removeClerk: t.field({
    type: ClerkResult,
    authScopes: { may: 'clerk:remove' },
    description: 'At once, with the sessions in which the clerk acts for this employer.',
    args: { accountId: t.arg.id({ required: true }) },
    resolve: async (_root, { accountId }, { platform, viewer, origin }) =>
      answered(platform, viewer, await removeClerk(platform, { asker: viewer, origin, accountId })),
  }),
  issueClerkLink: t.field({
    type: ClerkResult,
    authScopes: { may: 'clerk:change' },
    description:
      'Another one-time link: the invitation was lost, or the password. One made before opens nothing any more.',
    args: { accountId: t.arg.id({ required: true }), email: t.arg.string() },
    resolve: async (_root, { accountId, email }, { platform, viewer, origin }) => {
      const order = { asker: viewer, origin, accountId, email: email ?? undefined }
      return answered(platform, viewer, await issueClerkLink(platform, order))
    },
  }),
}))
