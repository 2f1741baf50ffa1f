import { fen, oneOf } from '@shebao/kernel'
import { keysetPage, pageComplexity } from '../../../access/keyset.ts'
import { markOf } from '../../../case/case-mark.ts'
import { builder } from '../../../graphql/builder.ts'
import { beneath, shown } from '../../../graphql/personal.ts'
import { InsuranceEnum } from '../../../graphql/insurance-enum.ts'
import { procedure, procedureOf } from '../../../graphql/procedure.ts'
import { AttachmentType, filesOf } from '../../register/attachment/index.ts'
import { IndividualType } from '../record/index.ts'
import { doubledOf, isStillInsured, rangeOf } from './counted-months.ts'
import { relationTransferCase } from './relation-transfer-case.ts'
import { relationTransferTable } from './relation-transfer.lifecycle.ts'
import { findPerson, listMonths, transferDirections } from './relation-transfer.repository.ts'
import type { DeskTransfer, MaskedPerson, TransferRow } from './relation-transfer.repository.ts'
import { readDeskTransfers, readOwnTransfers, readTransfer } from './read-transfers.ts'
import { differencesOf } from './transfer-funds.ts'
import { readTransferRule, transferTurns, turnOf } from './transfer-rule.ts'
import { storedRanges } from './stored-ranges.ts'
import type { StoredRange } from './stored-ranges.ts'

const StateEnum = builder.enumType('RelationTransferState', {
  description:
    'Out: APPLIED, VOUCHER_ISSUED, ACCEPTED_THERE (by the other region), FUNDS_SENT (entered, not confirmed), MOVED. In: HANDED_IN, ACCEPTED, INFORMED, FUNDS_RECEIVED (entered, not confirmed), COUNTED.',
  values: relationTransferTable.states,
})
const DirectionEnum = builder.enumType('TransferDirection', {
  description: 'IN: to this office. OUT: to another region.',
  values: transferDirections,
})
const TurnEnum = builder.enumType('TransferTurn', {
  description: 'Who acts next. SECOND_PERSON: somebody of this office who did not enter the money.',
  values: transferTurns,
})

const RangeType = builder.objectRef<StoredRange>('TransferredMonths').implement({
  description: 'Months on end of one insurance.',
  fields: (t) => ({
    insurance: t.field({ type: InsuranceEnum, resolve: ({ insurance }) => insurance }),
    from: t.field({ type: 'Period', resolve: ({ from }) => from }),
    to: t.field({ type: 'Period', resolve: ({ to }) => to }),
  }),
})
const PersonType = builder.objectRef<MaskedPerson>('TransferredPerson').implement({
  personal: beneath,
  description: 'Whose insurance moves, masked.',
  fields: (t) => ({ nameMasked: t.exposeString('nameMasked'), idMasked: t.exposeString('idMasked') }),
})

const stateOf = ({ status }: { status: string }) => oneOf(relationTransferTable.states, status, 'state')
const directionOf = ({ direction }: { direction: string }) => oneOf(transferDirections, direction, 'direction')
const amount = (stored: bigint | null) => (stored === null ? null : fen(Number(stored)))

export const RelationTransferType = builder.objectRef<TransferRow>('RelationTransfer').implement({
  personal: shown('READ_TRANSFER', ({ individualId }) => individualId),
  description:
    'A person’s insurance relationship that moves between this office and another region (SIL 19, 32, 52; R765 12-15).',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number'),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a step of it.',
      resolve: (row, _args, { platform }) => markOf(platform, relationTransferCase, row),
    }),
    direction: t.field({ type: DirectionEnum, resolve: directionOf }),
    state: t.field({ type: StateEnum, resolve: stateOf }),
    turn: t.field({ type: TurnEnum, resolve: (row) => turnOf[stateOf(row)] }),
    region: t.exposeString('region', { description: 'Of the other office, GB/T 2260.' }),
    agency: t.exposeString('agency', { description: 'The other office.' }),
    voucherNo: t.exposeString('voucherNo', { nullable: true, description: 'Of the other region’s voucher.' }),
    appliedAt: t.expose('appliedAt', { type: 'DateTime' }),
    dueOn: t.expose('dueOn', { type: 'Date', nullable: true, description: 'By when this office acts.' }),
    overdue: t.boolean({
      resolve: ({ dueOn }, _args, { platform }) => dueOn !== null && dueOn < platform.clock.today(),
    }),
    hasPaper: t.boolean({
      description: 'Voucher or letter of acceptance: /documents/transfer.pdf with the id.',
      resolve: ({ paper, status }) => paper !== null && status !== 'REFUSED' && status !== 'WITHDRAWN',
    }),
    months: t.field({
      type: [RangeType],
      complexity: 10,
      description: 'Which move; of a transfer out as its voucher says.',
      resolve: async ({ id }, _args, { platform }) => (await listMonths(platform, id)).map(rangeOf),
    }),
    doubled: t.field({
      type: [RangeType],
      complexity: 20,
      description: 'Of a transfer in: months of it that count here already, and count once.',
      resolve: async (row, _args, { platform }) =>
        row.direction === 'OUT'
          ? []
          : row.confirmedBy === null
            ? doubledOf(platform, row.individualId, await listMonths(platform, row.id))
            : storedRanges(row.doubled),
    }),
    announcedPrincipal: t.field({ type: 'Fen', nullable: true, resolve: (row) => amount(row.announcedPrincipal) }),
    announcedInterest: t.field({ type: 'Fen', nullable: true, resolve: (row) => amount(row.announcedInterest) }),
    announcedPooled: t.field({
      type: 'Fen',
      nullable: true,
      description: 'The unified part, where the other region says it.',
      resolve: (row) => amount(row.announcedPooled),
    }),
    acceptanceNo: t.exposeString('acceptanceNo', { nullable: true, description: 'Of the receiving region’s letter.' }),
    acceptanceOn: t.expose('acceptanceOn', { type: 'Date', nullable: true }),
    fundsAccount: t.field({ type: 'Fen', nullable: true, resolve: (row) => amount(row.fundsAccount) }),
    fundsPooled: t.field({ type: 'Fen', nullable: true, resolve: (row) => amount(row.fundsPooled) }),
    fundsOn: t.expose('fundsOn', { type: 'Date', nullable: true }),
    fundsReference: t.exposeString('fundsReference', { nullable: true }),
    differenceAccount: t.field({
      type: 'Fen',
      description: 'Money less announcement; 0 where one of them is not known.',
      resolve: (row) => fen(Number(differencesOf(row).account)),
    }),
    differencePooled: t.field({ type: 'Fen', resolve: (row) => fen(Number(differencesOf(row).pooled)) }),
    differenceNote: t.exposeString('differenceNote', { nullable: true }),
    refund: t.field({
      type: 'Fen',
      nullable: true,
      description: 'Of the account, for months that count already: it goes back to the person.',
      resolve: (row) => amount(row.refundAccount),
    }),
    refundedOn: t.expose('refundedOn', { type: 'Date', nullable: true }),
    decisionNote: t.exposeString('decisionNote', { nullable: true, description: 'Why it was refused or undone.' }),
    person: t.field({
      type: PersonType,
      resolve: ({ individualId }, _args, { platform }) => findPerson(platform, individualId),
    }),
    files: t.field({
      type: [AttachmentType],
      resolve: async (row, _args, { platform }) => [...(await filesOf(platform, 'RELATION_TRANSFER', row))],
    }),
    procedure: t.field({ ...procedure, resolve: procedureOf(relationTransferCase) }),
  }),
})

builder.objectFields(IndividualType, (t) => ({
  stillInsured: t.boolean({
    description:
      'An employment here has not ended, or its last month is not over: nothing can move to another region yet.',
    resolve: ({ id }, _args, { platform }) => isStillInsured(platform, id),
  }),
}))

const DeskTransferType = builder.objectRef<DeskTransfer>('DeskTransfer').implement({
  personal: shown('READ_TRANSFER', ({ individualId }) => individualId),
  description: 'A transfer as a line of the desk.',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number'),
    direction: t.field({ type: DirectionEnum, resolve: directionOf }),
    state: t.field({ type: StateEnum, resolve: stateOf }),
    region: t.exposeString('region'),
    agency: t.exposeString('agency'),
    appliedAt: t.expose('appliedAt', { type: 'DateTime' }),
    dueOn: t.expose('dueOn', { type: 'Date', nullable: true }),
    overdue: t.boolean({
      resolve: ({ dueOn }, _args, { platform }) => dueOn !== null && dueOn < platform.clock.today(),
    }),
    personMasked: t.exposeString('nameMasked'),
  }),
})
const DeskTransferConnection = builder.connectionObject({ type: DeskTransferType, name: 'DeskTransferConnection' })

builder.queryFields((t) => ({
  relationTransfer: t.field({
    type: RelationTransferType,
    authScopes: { may: 'relation-transfer:read' },
    description: 'One transfer: the person’s own, or any for staff; that staff looked is noted with the person.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { platform, viewer, origin }) => readTransfer(platform, viewer, { origin }, id),
  }),
  myRelationTransfers: t.field({
    type: [RelationTransferType],
    authScopes: { may: 'relation-transfer:read' },
    description: 'Of the signed-in person, newest first; at most 50. Nobody else has any.',
    complexity: { field: 20, multiplier: 5 },
    resolve: (_root, _args, { platform, viewer }) => readOwnTransfers(platform, viewer),
  }),
  relationTransfers: t.field({
    type: DeskTransferConnection,
    authScopes: { may: 'relation-transfer:list' },
    description:
      'Transfers in one state, or all that are not over; oldest first, 50 at a time unless `first` (1-100) says otherwise.',
    args: {
      state: t.arg({ type: StateEnum }),
      direction: t.arg({ type: DirectionEnum }),
      first: t.arg.int(),
      after: t.arg.string(),
    },
    complexity: pageComplexity,
    resolve: async (_root, { state, direction, ...args }, { platform, viewer }) => {
      const wanted = { state: state ?? undefined, direction: direction ?? undefined, ...args }
      return keysetPage(await readDeskTransfers(platform, viewer, wanted), args, ({ id }) => [id])
    },
  }),
  relationTransferStepDays: t.field({
    type: 'Int',
    authScopes: { may: 'relation-transfer:list' },
    description: 'Working days this office takes for a step; the office’s own figure.',
    resolve: (_root, _args, { platform, viewer }) => readTransferRule(platform, viewer),
  }),
}))
