import { orStale } from '../../../case/case-mark.ts'
import { builder } from '../../../graphql/builder.ts'
import { decidedOn } from '../../../graphql/decision.ts'
import { InsuranceEnum } from '../../../graphql/insurance-enum.ts'
import { acceptTransfer, issueVoucher, recordAcceptance, recordInformation } from './check-transfer.ts'
import { refuseTransfer, withdrawTransfer } from './end-transfer.ts'
import { applyForTransfer, handInVoucher } from './open-transfer.ts'
import { closeTransfer, confirmFunds, enterFunds, payBack, undoFunds } from './transfer-funds.ts'
import { OpeningResult, StepResult } from './transfer-results.schema.ts'
import { setTransferRule } from './transfer-rule.ts'

const MonthsInput = builder.inputType('TransferredMonthsInput', {
  fields: (t) => ({
    insurance: t.field({ type: InsuranceEnum, required: true, description: 'Pension, medical or unemployment.' }),
    from: t.field({ type: 'Period', required: true }),
    to: t.field({ type: 'Period', required: true }),
  }),
})
const askingKey = { required: true, description: 'A UUID that the screen draws for one press.' } as const
const personNumber = { description: 'At the window: the whole number of the person’s ID.' } as const
const region = { required: true, description: 'Of the other office: six digits of GB/T 2260.' } as const
const agency = { required: true, description: 'The other office, 4 to 100 characters.' } as const

const ApplyInput = builder.inputType('ApplyForTransferInput', {
  fields: (t) => ({
    askingKey: t.id(askingKey),
    personNumber: t.string(personNumber),
    region: t.string(region),
    agency: t.string(agency),
  }),
})
const VoucherInput = builder.inputType('HandInVoucherInput', {
  fields: (t) => ({
    askingKey: t.id(askingKey),
    personNumber: t.string(personNumber),
    region: t.string(region),
    agency: t.string(agency),
    voucherNo: t.string({ required: true, description: '2 to 60 characters.' }),
    months: t.field({ type: [MonthsInput], required: true }),
    principal: t.field({ type: 'Fen', required: true, description: 'Of the personal pension account.' }),
    interest: t.field({ type: 'Fen', required: true }),
    pooled: t.field({ type: 'Fen', description: 'The unified part, where the voucher says it.' }),
    files: t.idList({ required: true, description: 'The voucher, handed in with POST /attachments.' }),
  }),
})
const InformationInput = builder.inputType('TransferInformationInput', {
  fields: (t) => ({
    id: t.id({ required: true }),
    decidedOn: t.field(decidedOn),
    months: t.field({ type: [MonthsInput], required: true }),
    principal: t.field({ type: 'Fen', required: true }),
    interest: t.field({ type: 'Fen', required: true }),
    pooled: t.field({ type: 'Fen' }),
    files: t.idList({ required: true }),
  }),
})
const FundsInput = builder.inputType('TransferFundsInput', {
  fields: (t) => ({
    id: t.id({ required: true }),
    decidedOn: t.field(decidedOn),
    account: t.field({ type: 'Fen', required: true }),
    pooled: t.field({ type: 'Fen', required: true }),
    on: t.field({ type: 'Date', required: true, description: 'The day of the bank.' }),
    reference: t.string({ required: true, description: 'The bank’s own number of it.' }),
    refund: t.field({ type: 'Fen', description: 'Of the account received, for months that count already.' }),
  }),
})

builder.mutationFields((t) => ({
  applyForTransfer: t.field({
    type: OpeningResult,
    authScopes: { may: 'relation-transfer:apply' },
    description: 'Asks for a move to another region; by the person, or at the window for them.',
    args: { input: t.arg({ type: ApplyInput, required: true }) },
    resolve: (_root, { input }, { platform, viewer, origin }) => applyForTransfer(platform, viewer, origin, input),
  }),
  handInTransferVoucher: t.field({
    type: OpeningResult,
    authScopes: { may: 'relation-transfer:apply' },
    description: 'Hands in the voucher of the region the person comes from.',
    args: { input: t.arg({ type: VoucherInput, required: true }) },
    resolve: (_root, { input }, { platform, viewer, origin }) => handInVoucher(platform, viewer, origin, input),
  }),
  issueTransferVoucher: t.field({
    type: StepResult,
    authScopes: { may: 'relation-transfer:check' },
    description: 'Checks and issues the voucher: what it says is what moves.',
    args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: (_root, decision, { platform, viewer, origin }) =>
      orStale(issueVoucher(platform, viewer, origin, decision)),
  }),
  recordTransferAcceptance: t.field({
    type: StepResult,
    authScopes: { may: 'relation-transfer:check' },
    description: 'The receiving region’s letter came.',
    args: {
      id: t.arg.id({ required: true }),
      decidedOn: t.arg(decidedOn),
      documentNo: t.arg.string({ required: true, description: '2 to 60 characters.' }),
      on: t.arg({ type: 'Date', required: true }),
      files: t.arg.idList({ required: true }),
    },
    resolve: (_root, input, { platform, viewer, origin }) => orStale(recordAcceptance(platform, viewer, origin, input)),
  }),
  acceptTransfer: t.field({
    type: StepResult,
    authScopes: { may: 'relation-transfer:check' },
    description: 'Takes the relationship over and issues the letter of acceptance.',
    args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: (_root, decision, { platform, viewer, origin }) =>
      orStale(acceptTransfer(platform, viewer, origin, decision)),
  }),
  recordTransferInformation: t.field({
    type: StepResult,
    authScopes: { may: 'relation-transfer:check' },
    description: 'The other region’s information form: it takes the place of what the voucher said.',
    args: { input: t.arg({ type: InformationInput, required: true }) },
    resolve: (_root, { input }, { platform, viewer, origin }) =>
      orStale(recordInformation(platform, viewer, origin, input)),
  }),
  enterTransferFunds: t.field({
    type: StepResult,
    authScopes: { may: 'relation-transfer:enter-funds' },
    description: 'Money went to the other region, or came from it.',
    args: { input: t.arg({ type: FundsInput, required: true }) },
    resolve: (_root, { input }, { platform, viewer, origin }) => orStale(enterFunds(platform, viewer, origin, input)),
  }),
  confirmTransferFunds: t.field({
    type: StepResult,
    authScopes: { may: 'relation-transfer:confirm-funds' },
    description: 'By somebody else than who entered it: the months count here from now on, or do no longer.',
    args: {
      id: t.arg.id({ required: true }),
      decidedOn: t.arg(decidedOn),
      explanation: t.arg.string({ description: 'Where money and announcement differ: 4 to 500 characters.' }),
    },
    resolve: (_root, input, { platform, viewer, origin }) => orStale(confirmFunds(platform, viewer, origin, input)),
  }),
  undoTransferFunds: t.field({
    type: StepResult,
    authScopes: { may: 'relation-transfer:undo-funds' },
    description: 'Until the books of its day are closed.',
    args: {
      id: t.arg.id({ required: true }),
      decidedOn: t.arg(decidedOn),
      reason: t.arg.string({ required: true, description: '4 to 500 characters.' }),
    },
    resolve: (_root, input, { platform, viewer, origin }) => orStale(undoFunds(platform, viewer, origin, input)),
  }),
  payBackTransfer: t.field({
    type: StepResult,
    authScopes: { may: 'relation-transfer:pay-back' },
    description: 'The account’s part of months that count already has left for the person.',
    args: {
      id: t.arg.id({ required: true }),
      decidedOn: t.arg(decidedOn),
      on: t.arg({ type: 'Date', required: true }),
      reference: t.arg.string({ required: true, description: 'The bank’s own number of it.' }),
    },
    resolve: (_root, input, { platform, viewer, origin }) => orStale(payBack(platform, viewer, origin, input)),
  }),
  closeTransfer: t.field({
    type: StepResult,
    authScopes: { may: 'relation-transfer:close' },
    description: 'Closes the file: nothing of it is undone any more.',
    args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: (_root, decision, { platform, viewer, origin }) =>
      orStale(closeTransfer(platform, viewer, origin, decision)),
  }),
  refuseTransfer: t.field({
    type: StepResult,
    authScopes: { may: 'relation-transfer:refuse' },
    description: 'Refuses it with a reason, which the person reads.',
    args: {
      id: t.arg.id({ required: true }),
      decidedOn: t.arg(decidedOn),
      reason: t.arg.string({ required: true, description: '4 to 500 characters.' }),
    },
    resolve: (_root, input, { platform, viewer, origin }) => orStale(refuseTransfer(platform, viewer, origin, input)),
  }),
  withdrawTransfer: t.field({
    type: StepResult,
    authScopes: { may: 'relation-transfer:withdraw' },
    description: 'The person does not want it any more; before money is entered.',
    args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: (_root, decision, { platform, viewer, origin }) =>
      orStale(withdrawTransfer(platform, viewer, origin, decision)),
  }),
  setTransferStepDays: t.field({
    type: 'Int',
    authScopes: { may: 'relation-transfer:set-rule' },
    description: 'For steps that become due from now on.',
    args: { stepDays: t.arg.int({ required: true, description: '1 to 60 working days.' }) },
    resolve: (_root, { stepDays }, { platform, viewer, origin }) => setTransferRule(platform, viewer, origin, stepDays),
  }),
}))
