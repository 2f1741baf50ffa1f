import { statusTable } from '@shebao/case'

/**
 * Money that goes back (3.5). Two decide, neither of them who asked (R765 37); and neither of the two enters the payment. Who
 * asked for money set aside may enter it, so that an office of three can finish what one of them began.
 */
export const refundTable = statusTable({
  lifecycle: 'refund',
  states: ['APPLIED', 'VERIFIED', 'APPROVED', 'PAID_OUT', 'REJECTED'],
  final: ['PAID_OUT', 'REJECTED'],
  goals: ['PAID_OUT'],
  openings: [{ event: 'APPLY', to: 'APPLIED', who: 'refund:apply' }],
  steps: [
    { event: 'CONFIRM_RECEIPT', from: ['APPLIED'], to: 'SAME', who: 'refund:confirm-receipt' },
    {
      event: 'VERIFY',
      from: ['APPLIED'],
      to: 'VERIFIED',
      who: 'refund:verify',
      guards: ['MONEY_MAY_GO_BACK'],
      otherThan: ['APPLY'],
      tells: [{ of: 'REFUND_WAITS', to: ['REVIEWER', 'HEAD'] }],
    },
    {
      event: 'APPROVE',
      from: ['VERIFIED'],
      to: 'APPROVED',
      who: 'refund:approve',
      guards: ['MONEY_MAY_GO_BACK'],
      otherThan: ['APPLY', 'VERIFY'],
      tells: [{ of: 'REFUND_APPROVED', to: 'EMPLOYER' }],
    },
    {
      event: 'PAY_OUT',
      from: ['APPROVED'],
      to: 'PAID_OUT',
      who: 'refund:pay-out',
      guards: ['MONEY_MAY_GO_BACK'],
      otherThan: ['VERIFY', 'APPROVE'],
      tells: [{ of: 'REFUND_PAID_OUT', to: 'EMPLOYER' }],
    },
    // From any step before the money leaves; the employer reads why.
    {
      event: 'REJECT',
      from: ['APPLIED', 'VERIFIED', 'APPROVED'],
      to: 'REJECTED',
      who: 'refund:reject',
      tells: [{ of: 'REFUND_REJECTED', to: 'EMPLOYER' }],
    },
  ],
})
