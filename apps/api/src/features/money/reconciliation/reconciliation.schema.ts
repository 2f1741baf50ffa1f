import { dayStatuses } from './day-codes.ts'
import { fen } from '@shebao/kernel'
import { RECONCILIATION_PARTIES } from '@shebao/premium'
import { dayCase } from './day-case.ts'
import { builder } from '../../../graphql/builder.ts'
import { procedure, procedureOf } from '../../../graphql/procedure.ts'
import { markOf } from '../../../case/case-mark.ts'
import { keysetPage, pageComplexity } from '../../../access/keyset.ts'
import { AttachmentType, filesOf, withFiles } from '../../register/attachment/index.ts'
import type { WithFiles } from '../../register/attachment/index.ts'
import { outcomes } from './compare-day.ts'
import type { ItemRow } from './item-view.repository.ts'
import { itemKey, readDay, readDays, readItem, readItems } from './read-days.ts'
import type { DayView } from './read-days.ts'
import { isDecided, mayTakeBack, resolvable } from './item-decision.ts'
import { resolutions, resolutionsFor } from './resolutions.ts'
import { ClaimSuggestionType } from './claim.schema.ts'
import { itemCase, itemState, itemStates } from './item-case.ts'
import { StatementType, WaitingStatementType } from './statement.schema.ts'
import { compareForClaim, suggestClaims } from './suggest-claims.ts'
import { whoMayConfirm } from './who-may-next.ts'

export const OutcomeEnum = builder.enumType('ReconciliationOutcome', {
  description:
    'MATCHED: all sides agree. BANK_ONLY: the office knows no such payment. SYSTEM_ONLY: the bank does not list it. AMOUNT_DIFF: the sides differ, or the treasury does not list it. DUPLICATE: the same money again.',
  values: outcomes,
})
export const ResolutionEnum = builder.enumType('ReconciliationResolution', {
  description:
    'ASSIGN: from suspense to an employer. RETURN_TO_PAYER: stays in suspense until refunded. BOOKED_OTHER_DAY: the missing side stands on another day. REVERSE: the payment is taken back. TO_CREDIT: to the employer’s credit. TO_SUSPENSE: the difference waits to be explained. BANK_ERROR: the bank confirms its mistake.',
  values: resolutions,
})
export const ItemStateEnum = builder.enumType('ReconciliationItemState', {
  description:
    'FOUND: nobody has decided. CLAIM_ASKED, REVERSAL_ASKED: a second person decides. SETTLED: decided, and may be taken back. CLOSED: with its day.',
  values: itemStates,
})
const StatusEnum = builder.enumType('ReconciliationDayStatus', { values: dayStatuses })
export const PartyEnum = builder.enumType('ReconciliationParty', {
  description: 'Whose word an amount is: SYSTEM is the office’s own books.',
  values: RECONCILIATION_PARTIES,
})
const money = (amount: bigint | null) => (amount === null ? null : fen(Number(amount)))

const TotalType = builder.objectRef<DayView['totals'][number]>('ReconciliationTotal').implement({
  description: 'The items of one outcome: how many, how many of them open, and what each side says in fen.',
  fields: (t) => ({
    outcome: t.expose('outcome', { type: OutcomeEnum }),
    count: t.exposeInt('count'),
    open: t.exposeInt('open'),
    system: t.field({ type: 'Fen', resolve: ({ system }) => fen(Number(system)) }),
    bank: t.field({ type: 'Fen', resolve: ({ bank }) => fen(Number(bank)) }),
    treasury: t.field({ type: 'Fen', resolve: ({ treasury }) => fen(Number(treasury)) }),
  }),
})

export const ItemType = builder.objectRef<WithFiles<ItemRow>>('ReconciliationItem').implement({
  description:
    'One payment or line with what each of the three sides says of it, in fen; null where a side has nothing. What was paid out is negative.',
  fields: (t) => ({
    id: t.exposeID('id'),
    day: t.expose('day', { type: 'Date' }),
    outcome: t.expose('outcome', { type: OutcomeEnum }),
    reference: t.exposeString('reference'),
    systemAmount: t.field({ type: 'Fen', nullable: true, resolve: ({ systemAmount }) => money(systemAmount) }),
    bankAmount: t.field({ type: 'Fen', nullable: true, resolve: ({ bankAmount }) => money(bankAmount) }),
    treasuryAmount: t.field({ type: 'Fen', nullable: true, resolve: ({ treasuryAmount }) => money(treasuryAmount) }),
    channel: t.exposeString('channel', { nullable: true }),
    refundNumber: t.exposeString('refundNumber', { nullable: true }),
    employerId: t.exposeID('employerId', {
      nullable: true,
      description: 'Whose payment it is; of an open BANK_ONLY item only a suggestion.',
    }),
    employerName: t.exposeString('employerName', { nullable: true }),
    registrationNo: t.exposeString('registrationNo', { nullable: true }),
    noticeNumber: t.exposeString('noticeNumber', { nullable: true }),
    lineNo: t.exposeInt('lineNo', { nullable: true, description: 'Of the file.' }),
    valueDate: t.expose('valueDate', { type: 'Date', nullable: true }),
    payerName: t.exposeString('payerName', { nullable: true }),
    payerMasked: t.exposeString('payerMasked', { nullable: true, description: 'Account number, masked.' }),
    remittance: t.exposeString('remittance', { nullable: true }),
    otherDay: t.expose('otherDay', { type: 'Date', nullable: true }),
    setAside: t.boolean({
      description: 'Whether the payment’s money waits in suspense.',
      resolve: (item) => resolvable(item).setAside,
    }),
    choices: t.field({
      type: [ResolutionEnum],
      description: 'What may be decided; empty once it is, or while a reversal waits for a second person.',
      resolve: (item) =>
        itemState(item) === 'FOUND' && item.dayStatus === 'OPEN' && !item.held ? resolutionsFor(resolvable(item)) : [],
    }),
    resolution: t.expose('resolution', { type: ResolutionEnum, nullable: true }),
    note: t.exposeString('note', { nullable: true }),
    resolvedByName: t.exposeString('resolvedByName', { nullable: true, description: 'Null: the comparison itself.' }),
    resolvedAt: t.expose('resolvedAt', { type: 'DateTime', nullable: true }),
    reversalAskedByName: t.exposeString('reverseByName', { nullable: true }),
    reversalAskedAt: t.expose('reverseAt', { type: 'DateTime', nullable: true }),
    state: t.field({ type: ItemStateEnum, resolve: itemState }),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a decision about it.',
      resolve: (item, _args, { platform }) => markOf(platform, itemCase, item),
    }),
    held: t.exposeBoolean('held', {
      description: 'Whether the statement of its line waits for a second person: nothing is decided until then.',
    }),
    reversible: t.boolean({
      description: 'Whether the asker can take the decision back now.',
      resolve: (item, _args, { viewer }) => itemState(item) === 'SETTLED' && mayTakeBack(viewer, item),
    }),
    reversibleByOther: t.boolean({
      description: 'It can be taken back, but by somebody else: a reviewer or head who did not confirm it.',
      resolve: (item, _args, { viewer }) =>
        itemState(item) === 'SETTLED' && isDecided(item) && !mayTakeBack(viewer, item),
    }),
    claimAskedByName: t.exposeString('claimByName', { nullable: true }),
    claimAskedAt: t.expose('claimAt', { type: 'DateTime', nullable: true }),
    claimAskedByMe: t.boolean({
      resolve: ({ claimBy }, _args, { viewer }) => claimBy !== null && claimBy === viewer?.accountId,
    }),
    files: t.field({
      type: [AttachmentType],
      complexity: { field: 1, multiplier: 1 },
      description: 'What was handed in with a claim for an employer that is not the payer.',
      resolve: (row, _args, { platform }) => filesOf(platform, 'RECONCILIATION_ITEM', row),
    }),
    suggestions: t.field({
      type: [ClaimSuggestionType],
      complexity: 60,
      description: 'Employers whose money it may be, best first, at most 5; of money that nobody has claimed.',
      resolve: (item, _args, { platform }) => (itemState(item) === 'FOUND' ? suggestClaims(platform, item) : []),
    }),
    claimFor: t.field({
      type: ClaimSuggestionType,
      nullable: true,
      complexity: 30,
      description: 'How an employer compares with who paid; of a claim that waits, the one it is for.',
      args: { employerId: t.arg.id() },
      resolve: (item, { employerId }, { platform, viewer }) => {
        const asked = employerId ?? (item.claimBy === null ? null : item.employerId)
        return asked === null ? null : compareForClaim(platform, viewer, item, asked)
      },
    }),
    whoMayConfirm: t.field({
      type: ['String'],
      complexity: 20,
      description: 'Who may confirm what was asked; empty where nothing waits.',
      resolve: (item, _args, { platform }) => whoMayConfirm(platform, item),
    }),
    reversalAskedByMe: t.boolean({
      resolve: ({ reverseBy }, _args, { viewer }) => reverseBy !== null && reverseBy === viewer?.accountId,
    }),
  }),
})
const ItemConnection = builder.connectionObject({ type: ItemType, name: 'ReconciliationItemConnection' })

export const DayType = builder.objectRef<DayView>('ReconciliationDay').implement({
  description: 'One day of the office’s account: system, bank and treasury side by side.',
  fields: (t) => ({
    day: t.expose('day', { type: 'Date' }),
    status: t.expose('status', { type: StatusEnum }),
    procedure: t.field({ ...procedure, resolve: procedureOf(dayCase) }),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a decision about it.',
      resolve: (row, _args, { platform }) => markOf(platform, dayCase, row),
    }),
    open: t.exposeInt('open', { description: 'Items that wait for a decision.' }),
    totals: t.expose('totals', { type: [TotalType], description: 'All five outcomes.' }),
    systemCount: t.exposeInt('systemCount', { description: 'Payments of this value date in the office’s books.' }),
    systemAmount: t.field({ type: 'Fen', resolve: ({ systemAmount }) => fen(systemAmount) }),
    bankStatement: t.expose('bankStatement', { type: StatementType, nullable: true }),
    treasuryStatement: t.expose('treasuryStatement', { type: StatementType, nullable: true }),
    waitingStatements: t.expose('waitingStatements', {
      type: [WaitingStatementType],
      description: 'Statements of which a page is still to come; nothing of them counts yet.',
    }),
    comparedAt: t.expose('comparedAt', { type: 'DateTime', nullable: true }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true }),
    closedByName: t.exposeString('closedByName', { nullable: true }),
    items: t.field({
      type: ItemConnection,
      complexity: pageComplexity,
      description: 'Open items first, then by outcome. 50 at a time unless `first` (1-100) says otherwise.',
      args: {
        outcome: t.arg({ type: OutcomeEnum }),
        openOnly: t.arg.boolean(),
        first: t.arg.int(),
        after: t.arg.string(),
      },
      resolve: async ({ day }, args, { platform, viewer }) =>
        keysetPage(
          await withFiles(platform, 'RECONCILIATION_ITEM', await readItems(platform, viewer, day, args)),
          args,
          itemKey,
        ),
    }),
  }),
})
const DayConnection = builder.connectionObject({ type: DayType, name: 'ReconciliationDayConnection' })

builder.queryFields((t) => ({
  reconciliationDays: t.field({
    type: DayConnection,
    complexity: pageComplexity,
    description:
      'Days since the first that was reconciled, newest first; 50 at a time unless `first` (1-100) says otherwise. For staff.',
    authScopes: { may: 'reconciliation:read' },
    args: { openOnly: t.arg.boolean(), first: t.arg.int(), after: t.arg.string() },
    resolve: async (_root, args, { platform, viewer }) =>
      keysetPage(await readDays(platform, viewer, args), args, ({ day }) => [day]),
  }),
  reconciliationDay: t.field({
    type: DayType,
    nullable: true,
    description: 'One day; null while neither a file nor the morning’s job has begun it. For staff.',
    authScopes: { may: 'reconciliation:read' },
    args: { day: t.arg({ type: 'Date', required: true }) },
    resolve: (_root, { day }, { platform, viewer }) => readDay(platform, viewer, day),
  }),
  reconciliationItem: t.field({
    type: ItemType,
    description: 'One item of any day. For staff.',
    authScopes: { may: 'reconciliation:read' },
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { platform, viewer }) => readItem(platform, viewer, id),
  }),
}))
