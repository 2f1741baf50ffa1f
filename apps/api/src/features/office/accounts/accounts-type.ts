import { builder } from '../../../graphql/builder.ts'
import { auditActions } from '../../../graphql/audit-vocabulary.ts'
import { AuditActionEnum } from '../audit/index.ts'
import { staffAccountStates, StaffRoleType } from '../session/index.ts'
import type { HeldRole, StaffAccountRow } from '../session/index.ts'
import type { HistoryRow } from './account-history.repository.ts'
import { accountRefusals } from './account-outcome.ts'
import type { AccountRefusal } from './account-outcome.ts'
import { OneTimeLinkType } from '../one-time-code/index.ts'
import type { GivenLink } from '../one-time-code/index.ts'

const StateEnum = builder.enumType('StaffAccountState', {
  description:
    'WAITING: no password yet. ACTIVE. LOCKED: too many wrong passwords, for half an hour. ENDED: in no role now or later.',
  values: staffAccountStates,
})

const HeldRoleType = builder.objectRef<HeldRole>('HeldRole').implement({
  description: 'A role from its first to its last day.',
  fields: (t) => ({
    role: t.expose('role', { type: StaffRoleType }),
    from: t.string({ resolve: ({ from }) => from }),
    to: t.string({ nullable: true, resolve: ({ to }) => to }),
  }),
})

export interface AccountShape extends StaffAccountRow {
  openLinkUntil: Date | null
  mine: boolean
}

export const StaffAccountType = builder.objectRef<AccountShape>('StaffAccount').implement({
  description: 'Who works in the office and signs in.',
  fields: (t) => ({
    id: t.exposeID('id'),
    staffNo: t.exposeString('staffNo'),
    displayName: t.exposeString('displayName'),
    state: t.expose('state', { type: StateEnum }),
    mine: t.exposeBoolean('mine', { description: 'The viewer’s own, which they do not change themselves.' }),
    roles: t.expose('roles', { type: [HeldRoleType], description: 'In force now or later, first day first.' }),
    secondFactor: t.exposeBoolean('secondFactor'),
    lastSignInAt: t.expose('lastSignInAt', { type: 'DateTime', nullable: true }),
    openLinkUntil: t.expose('openLinkUntil', {
      type: 'DateTime',
      nullable: true,
      description: 'Until when a one-time link that was not used opens the account.',
    }),
  }),
})
export const StaffAccountConnection = builder.connectionObject({
  type: StaffAccountType,
  name: 'StaffAccountConnection',
})

export const HistoryType = builder.objectRef<HistoryRow>('AccountEvent').implement({
  description: 'An entry of the trail about one account.',
  fields: (t) => ({
    id: t.id({ resolve: ({ seq }) => seq }),
    at: t.expose('at', { type: 'DateTime' }),
    action: t.field({
      type: AuditActionEnum,
      nullable: true,
      description: 'Null for an action that is written no longer.',
      resolve: ({ action }) => auditActions.find((known) => known === action),
    }),
    bySelf: t.exposeBoolean('bySelf', { description: 'By the person of the account.' }),
    byName: t.exposeString('byName', {
      nullable: true,
      description: 'Null for the person of the account, and where nobody was signed in.',
    }),
    reason: t.exposeString('reason', { nullable: true }),
    roles: t.stringList({
      description: 'Roles that were given, as role and days.',
      resolve: ({ change }) => listIn(change, 'roles'),
    }),
    ended: t.stringList({
      description: 'Roles that were taken away, as role and days.',
      resolve: ({ change }) => listIn(change, 'endedRoles'),
    }),
  }),
})
export const HistoryConnection = builder.connectionObject({ type: HistoryType, name: 'AccountHistoryConnection' })

function listIn(change: unknown, name: string): string[] {
  const value: unknown = typeof change === 'object' && change !== null ? Reflect.get(change, name) : undefined
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

const RefusalEnum = builder.enumType('AccountRefusal', {
  description:
    'STAFF_NO_TAKEN. OWN_ACCOUNT: nobody does this to their own account. LAST_ADMINISTRATOR: nobody would be left who may make accounts. NO_ROLE: end the account instead. ENDED: give it a role first.',
  values: accountRefusals,
})

interface DoneShape {
  outcome: 'DONE'
  account: AccountShape
  link: GivenLink | undefined
}
interface RefusedShape {
  outcome: 'REFUSED'
  reason: AccountRefusal
}
export type ResultShape = DoneShape | RefusedShape

const DoneType = builder.objectRef<DoneShape>('StaffAccountDone').implement({
  fields: (t) => ({
    account: t.expose('account', { type: StaffAccountType }),
    link: t.field({ type: OneTimeLinkType, nullable: true, resolve: ({ link }) => link ?? null }),
  }),
})
const RefusedType = builder.objectRef<RefusedShape>('StaffAccountRefused').implement({
  fields: (t) => ({ reason: t.expose('reason', { type: RefusalEnum }) }),
})
export const AccountResult = builder.unionType('StaffAccountResult', {
  types: [DoneType, RefusedType],
  resolveType: ({ outcome }) => (outcome === 'DONE' ? DoneType : RefusedType),
})

export const WantedRoleInput = builder.inputType('WantedRole', {
  fields: (t) => ({
    role: t.field({ type: StaffRoleType, required: true }),
    from: t.field({
      type: 'Date',
      required: true,
      description: 'First day: today or later, unless it is held already.',
    }),
    to: t.field({ type: 'Date', required: false, description: 'Last day; left out while there is none.' }),
  }),
})

export const NewStaffAccountInput = builder.inputType('NewStaffAccount', {
  fields: (t) => ({
    staffNo: t.string({
      required: true,
      description: 'What is typed at sign-in: 2 to 20 letters, digits and hyphens.',
    }),
    displayName: t.string({ required: true, description: '2 to 40 characters.' }),
    roles: t.field({ type: [WantedRoleInput], required: true }),
  }),
})
