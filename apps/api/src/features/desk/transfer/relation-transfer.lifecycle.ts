import { statusTable } from '@shebao/case'

const told = [{ of: 'TRANSFER_EVENT', to: 'PERSON' }] as const

/**
 * A person's insurance relationship moves to another region or comes from one (SIL 19, 32, 52; R765 12-15): voucher, acceptance, funds.
 * Money is entered by one and confirmed by another (R765 37), and undone until its day is closed. From FUNDS_SENT on nobody refuses or
 * withdraws: what was entered is undone first.
 */
export const relationTransferTable = statusTable({
  lifecycle: 'relation-transfer',
  states: [
    'APPLIED',
    'VOUCHER_ISSUED',
    'ACCEPTED_THERE',
    'FUNDS_SENT',
    'MOVED',
    'HANDED_IN',
    'ACCEPTED',
    'INFORMED',
    'FUNDS_RECEIVED',
    'COUNTED',
    'CLOSED',
    'REFUSED',
    'WITHDRAWN',
  ],
  final: ['CLOSED', 'REFUSED', 'WITHDRAWN'],
  goals: ['MOVED', 'COUNTED', 'CLOSED'],
  openings: [
    { event: 'APPLY', to: 'APPLIED', who: 'relation-transfer:apply' },
    { event: 'HAND_IN', to: 'HANDED_IN', who: 'relation-transfer:apply' },
  ],
  steps: [
    {
      event: 'ISSUE_VOUCHER',
      from: ['APPLIED'],
      to: 'VOUCHER_ISSUED',
      who: 'relation-transfer:check',
      guards: ['INSURANCE_ENDED', 'SOMETHING_MOVES'],
      tells: told,
    },
    {
      event: 'RECORD_ACCEPTANCE',
      from: ['VOUCHER_ISSUED'],
      to: 'ACCEPTED_THERE',
      who: 'relation-transfer:check',
      tells: told,
    },
    {
      event: 'SEND_FUNDS',
      from: ['ACCEPTED_THERE'],
      to: 'FUNDS_SENT',
      who: 'relation-transfer:enter-funds',
      guards: ['DAY_OPEN', 'REFERENCE_FREE'],
    },
    {
      event: 'CONFIRM_SENT',
      from: ['FUNDS_SENT'],
      to: 'MOVED',
      who: 'relation-transfer:confirm-funds',
      guards: ['INSURANCE_ENDED', 'DIFFERENCE_EXPLAINED'],
      otherThan: ['SEND_FUNDS'],
      tells: told,
    },
    { event: 'TAKE_OVER', from: ['HANDED_IN'], to: 'ACCEPTED', who: 'relation-transfer:check', tells: told },
    // Corrected until the money is there.
    {
      event: 'RECORD_INFORMATION',
      from: ['ACCEPTED', 'INFORMED'],
      to: 'INFORMED',
      who: 'relation-transfer:check',
      tells: told,
    },
    {
      event: 'RECEIVE_FUNDS',
      from: ['INFORMED'],
      to: 'FUNDS_RECEIVED',
      who: 'relation-transfer:enter-funds',
      guards: ['DAY_OPEN', 'REFERENCE_FREE', 'DOUBLED_SETTLED'],
    },
    {
      event: 'CONFIRM_RECEIVED',
      from: ['FUNDS_RECEIVED'],
      to: 'COUNTED',
      who: 'relation-transfer:confirm-funds',
      guards: ['DOUBLED_SETTLED', 'DIFFERENCE_EXPLAINED'],
      otherThan: ['RECEIVE_FUNDS'],
      tells: told,
    },
    {
      event: 'UNDO_SENT',
      from: ['FUNDS_SENT', 'MOVED'],
      to: 'ACCEPTED_THERE',
      who: 'relation-transfer:undo-funds',
      guards: ['DAY_OPEN'],
      tells: told,
    },
    {
      event: 'UNDO_RECEIVED',
      from: ['FUNDS_RECEIVED', 'COUNTED'],
      to: 'INFORMED',
      who: 'relation-transfer:undo-funds',
      guards: ['NOT_PAID_BACK', 'NOT_MOVED_ON', 'DAY_OPEN'],
      tells: told,
    },
    // To the person, by somebody else than who decided that it goes back.
    {
      event: 'PAY_BACK',
      from: ['COUNTED'],
      to: 'SAME',
      who: 'relation-transfer:pay-back',
      guards: ['NOT_PAID_BACK', 'SOMETHING_GOES_BACK'],
      otherThan: ['CONFIRM_RECEIVED'],
      tells: told,
    },
    {
      event: 'CLOSE',
      from: ['MOVED', 'COUNTED'],
      to: 'CLOSED',
      who: 'relation-transfer:close',
      guards: ['NOTHING_GOES_BACK'],
      tells: told,
    },
    {
      event: 'REFUSE',
      from: ['APPLIED', 'VOUCHER_ISSUED', 'ACCEPTED_THERE', 'HANDED_IN', 'ACCEPTED', 'INFORMED'],
      to: 'REFUSED',
      who: 'relation-transfer:refuse',
      tells: told,
    },
    {
      event: 'WITHDRAW',
      from: ['APPLIED', 'VOUCHER_ISSUED', 'ACCEPTED_THERE', 'HANDED_IN', 'ACCEPTED', 'INFORMED'],
      to: 'WITHDRAWN',
      who: 'relation-transfer:withdraw',
      tells: told,
    },
  ],
})
