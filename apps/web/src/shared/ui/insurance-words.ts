import { defineMessages } from '../lib/messages.ts'

/** The five insurances of the month grid, in the order of their stripes. */
export const stripeInsurances = ['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY'] as const
export type StripeInsurance = (typeof stripeInsurances)[number]

export const insuranceWords = defineMessages(
  {
    PENSION: '养老保险',
    MEDICAL: '医疗保险',
    UNEMPLOYMENT: '失业保险',
    WORK_INJURY: '工伤保险',
    MATERNITY: '生育保险',
    LARGE_MEDICAL: '大额医疗互助',
    PAID: '已缴',
    UNPAID: '未缴',
    DEFERRED: '缓缴',
    BACK_PAID: '补缴',
    REFUNDED: '已退',
    TRANSFERRED_IN: '外地转入',
    MOVED_AWAY: '已转往外地',
    PENDING: '待核定',
    GAP: '中断',
    NOT_INSURED: '未参保',
  },
  {
    PENSION: 'Pension',
    MEDICAL: 'Medical',
    UNEMPLOYMENT: 'Unemployment',
    WORK_INJURY: 'Work injury',
    MATERNITY: 'Maternity',
    LARGE_MEDICAL: 'Large-amount medical',
    PAID: 'Paid',
    UNPAID: 'Unpaid',
    DEFERRED: 'Deferred',
    BACK_PAID: 'Paid later',
    REFUNDED: 'Refunded',
    TRANSFERRED_IN: 'Transferred in',
    MOVED_AWAY: 'Moved to another region',
    PENDING: 'Not assessed yet',
    GAP: 'Gap',
    NOT_INSURED: 'Not insured',
  },
)
