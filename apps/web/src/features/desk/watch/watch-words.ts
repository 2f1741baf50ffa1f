import { defineMessages } from '../../../shared/lib/messages.ts'
import type { WatchedMonthStatus } from './watch.generated.ts'

export const watchWords = defineMessages(
  {
    PAID: '已到账',
    BACK_PAID: '已补缴',
    DEFERRED: '缓缴',
    UNPAID: '未到账',
    OVERDUE: '逾期未缴',
    REFUNDED: '已退费',
    NOT_BILLED: '未核定',
    PENDING: '本月待核定',
  } satisfies Record<WatchedMonthStatus, string>,
  {
    PAID: 'Paid',
    BACK_PAID: 'Paid later',
    DEFERRED: 'Deferred',
    UNPAID: 'Not paid yet',
    OVERDUE: 'Overdue',
    REFUNDED: 'Refunded',
    NOT_BILLED: 'Not billed',
    PENDING: 'Not assessed yet',
  },
)
