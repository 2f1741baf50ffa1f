import { builder } from '../../../graphql/builder.ts'
import { decidedOn, StaleDecisionType } from '../../../graphql/decision.ts'
import { orStale, StaleDecision } from '../../../case/case-mark.ts'
import { requireMay } from '../../../access/permissions.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { closeDay } from './close-day.ts'
import type { CloseOutcome } from './close-day.ts'
import { confirmClaim, confirmReversal, declineClaim, declineReversal } from './confirm-reversal.ts'
import { closeRefusals, openDays } from './day-case.ts'
import { fetchStatements } from './fetch-statements.ts'
import type { FetchOutcome } from './fetch-statements.ts'
import { readDay } from './read-days.ts'
import { DayType, ItemType, ResolutionEnum } from './reconciliation.schema.ts'
import { itemRefusals } from './item-decision.ts'
import { takeBackDecision } from './take-back-decision.ts'
import { resolveItem } from './resolve-item.ts'
import type { ItemOutcome } from './item-decision.ts'

type Resolved = Extract<ItemOutcome, { kind: 'RESOLVED' }>
type Refused = Extract<ItemOutcome, { kind: 'REFUSED' }>

const ItemResolved = builder.objectRef<Resolved>('ReconciliationItemResolved').implement({
  fields: (t) => ({ item: t.field({ type: ItemType, resolve: ({ item }) => item }) }),
})
const ItemRefusalEnum = builder.enumType('ReconciliationItemRefusal', {
  description:
    'MONEY_GONE: it was assigned or refunded meanwhile. CREDIT_SPENT: what the payment left was refunded, so it cannot be taken back.',
  values: itemRefusals,
})
const ItemRefused = builder.objectRef<Refused>('ReconciliationItemRefused').implement({
  fields: (t) => ({
    reason: t.field({ type: ItemRefusalEnum, resolve: ({ reason }) => reason }),
    item: t.field({ type: ItemType, nullable: true, resolve: ({ item }) => item }),
  }),
})
const ResolveResult = builder.unionType('ResolveReconciliationItemResult', {
  types: [ItemResolved, ItemRefused, StaleDecisionType],
  resolveType: (outcome) =>
    outcome instanceof StaleDecision ? StaleDecisionType : outcome.kind === 'RESOLVED' ? ItemResolved : ItemRefused,
})

const ResolveInput = builder.inputType('ResolveReconciliationItemInput', {
  fields: (t) => ({
    itemId: t.id({ required: true }),
    resolution: t.field({ type: ResolutionEnum, required: true }),
    note: t.string({ required: true, description: 'Why, 4 to 300 characters; kept with the item and in the trail.' }),
    employerId: t.id({ description: 'For ASSIGN.' }),
    noticeNumber: t.string({ description: 'For ASSIGN: the one notice it is for; otherwise the oldest debt first.' }),
    otherDay: t.field({ type: 'Date', description: 'For BOOKED_OTHER_DAY.' }),
    asOtherPayer: t.boolean({
      description: 'For ASSIGN to an employer that is not the payer: meant so; it waits for a second person.',
    }),
    files: t.idList({
      description:
        'With asOtherPayer: what shows whose money it is, at most 20 files handed in with POST /attachments.',
    }),
    decidedOn: t.field(decidedOn),
  }),
})

type Closed = Extract<CloseOutcome, { kind: 'CLOSED' }>
type NotClosed = Extract<CloseOutcome, { kind: 'REFUSED' }>
const DayClosed = builder.objectRef<Closed>('ReconciliationDayClosed').implement({
  fields: (t) => ({
    notices: t.exposeInt('notices', { description: 'Paid notices that became RECONCILED.' }),
    day: t.field({
      type: DayType,
      resolve: async ({ day }, _args, { platform, viewer }) =>
        (await readDay(platform, viewer, day)) ?? Promise.reject(notFound('day')),
    }),
  }),
})
const CloseRefusalEnum = builder.enumType('ReconciliationCloseRefusal', {
  description: 'RESOLVED_BY_YOU: whoever resolved an item of a day does not close it.',
  values: closeRefusals,
})
const DayNotClosed = builder.objectRef<NotClosed>('ReconciliationDayNotClosed').implement({
  fields: (t) => ({
    reason: t.field({ type: CloseRefusalEnum, resolve: ({ reason }) => reason }),
    openCount: t.exposeInt('openCount'),
    openItems: t.expose('openItems', { type: [ItemType], description: 'The first 20.' }),
  }),
})
const CloseResult = builder.unionType('CloseReconciliationDayResult', {
  types: [DayClosed, DayNotClosed, StaleDecisionType],
  resolveType: (outcome) =>
    outcome instanceof StaleDecision ? StaleDecisionType : outcome.kind === 'CLOSED' ? DayClosed : DayNotClosed,
})

const FetchedFile = builder.objectRef<FetchOutcome>('FetchedStatement').implement({
  fields: (t) => ({
    source: t.string({ resolve: ({ source }) => source, description: 'BANK or TREASURY.' }),
    outcome: t.field({
      type: 'JSON',
      description:
        'As an upload answers: {kind: IMPORTED, day, entries, pending, corrects, result} | {kind: REPEATED, day, earlier} | {kind: REFUSED, problems} | {kind: UNAVAILABLE}.',
      resolve: ({ outcome }) => outcome,
    }),
  }),
})

builder.mutationFields((t) => ({
  resolveReconciliationItem: t.field({
    type: ResolveResult,
    description:
      'Decides about one item of an open day and books what that moves. REVERSE, and ASSIGN to an employer that is not the payer, only ask: a second person confirms. For officers, reviewers and heads.',
    authScopes: { may: 'reconciliation:resolve' },
    args: { input: t.arg({ type: ResolveInput, required: true }) },
    resolve: (_root, { input }, { platform, viewer }) => orStale(resolveItem(platform, viewer, input)),
  }),
  confirmPaymentReversal: t.field({
    type: ResolveResult,
    description: 'Takes the payment back, for a reviewer or head who did not ask for it.',
    authScopes: { may: 'reconciliation:confirm-reversal' },
    args: { itemId: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: (_root, args, { platform, viewer }) => orStale(confirmReversal(platform, viewer, args)),
  }),
  declinePaymentReversal: t.field({
    type: ResolveResult,
    description: 'The item is open as before. For officers, reviewers and heads.',
    authScopes: { may: 'reconciliation:decline-reversal' },
    args: { itemId: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: (_root, args, { platform, viewer }) => orStale(declineReversal(platform, viewer, args)),
  }),
  confirmReconciliationClaim: t.field({
    type: ResolveResult,
    description: 'Money of another payer goes to the employer, for a reviewer or head who did not ask for it.',
    authScopes: { may: 'reconciliation:confirm-claim' },
    args: { itemId: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: (_root, args, { platform, viewer }) => orStale(confirmClaim(platform, viewer, args)),
  }),
  declineReconciliationClaim: t.field({
    type: ResolveResult,
    description: 'The item is open as before. For officers, reviewers and heads.',
    authScopes: { may: 'reconciliation:decline-claim' },
    args: { itemId: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: (_root, args, { platform, viewer }) => orStale(declineClaim(platform, viewer, args)),
  }),
  takeBackReconciliationDecision: t.field({
    type: ResolveResult,
    description:
      'Takes a decision back while its day is open: what it moved is mirrored. For officers, reviewers and heads; that a payment was taken back, for a reviewer or head who did not confirm it.',
    authScopes: { may: 'reconciliation:take-back' },
    args: {
      itemId: t.arg.id({ required: true }),
      reason: t.arg.string({ required: true, description: '4 to 300 characters.' }),
      decidedOn: t.arg(decidedOn),
    },
    resolve: (_root, args, { platform, viewer }) => orStale(takeBackDecision(platform, viewer, args)),
  }),
  closeReconciliationDay: t.field({
    type: CloseResult,
    description:
      'Closes a day for good, with both files and no open item. For officers and heads who resolved none of its items.',
    authScopes: { may: 'reconciliation:close' },
    args: { day: t.arg({ type: 'Date', required: true }), decidedOn: t.arg(decidedOn) },
    resolve: (_root, { day: id, decidedOn }, { platform, viewer }) =>
      orStale(closeDay(platform, viewer, { id, decidedOn })),
  }),
  fetchBankStatements: t.field({
    type: [FetchedFile],
    complexity: 200,
    description: 'Asks the bank now for a day’s statement and the treasury’s list. For officers, reviewers and heads.',
    authScopes: { may: 'statement:fetch' },
    args: { day: t.arg({ type: 'Date', required: true }) },
    resolve: async (_root, { day }, { platform, viewer }) => {
      const actor = requireMay(viewer, 'statement:fetch')
      if (day > platform.clock.today()) throw badInput('day', 'This day has not begun.')
      await openDays(platform, [day])
      return fetchStatements(platform, day, actor)
    },
  }),
}))
