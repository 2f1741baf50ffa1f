import type { RecurringJob } from '../../../platform/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { tellDueNotices } from '../debt/index.ts'
import { proveLedger } from '../ledger/index.ts'
import { debitDueNotices, refreshOpenPayments } from '../payment/index.ts'
import { followAgreements } from '../agreement/index.ts'
import { billingRunsJobOf } from './run-job.ts'

/** A clerk who is still at the cashier page needs no questions. */
const leaveAloneSeconds = 60

export function billingJobs(platform: Platform): RecurringJob[] {
  return [
    billingRunsJobOf(platform),
    {
      name: 'refresh-open-payments',
      cron: '* * * * *',
      async run() {
        const settled = await refreshOpenPayments(platform, leaveAloneSeconds)
        if (settled > 0) platform.logger.info({ settled }, 'open payments settled by asking the bank')
      },
    },
    {
      name: 'debit-due-notices',
      cron: '*/5 * * * *',
      async run() {
        const { sent, left } = await debitDueNotices(platform)
        if (sent + left > 0) platform.logger.info({ sent, left }, 'notices debited on agreements')
      },
    },
    {
      name: 'follow-open-agreements',
      cron: '*/5 * * * *',
      run: () => followAgreements(platform, 'OPEN'),
    },
    {
      // The bank may have ended one without a debit showing it.
      name: 'follow-active-agreements',
      cron: '0 6 * * *',
      run: () => followAgreements(platform, 'ACTIVE'),
    },
    {
      // When desks open, so that somebody reads it who can still act on the day.
      name: 'tell-due-notices',
      cron: '30 8 * * *',
      async run() {
        const told = await tellDueNotices(platform)
        if (told > 0) platform.logger.info({ notices: told }, 'bills due soon or overdue were looked through')
      },
    },
    {
      name: 'prove-ledger',
      cron: '30 2 * * *',
      async run() {
        const { holds, breaks } = await proveLedger(platform)
        if (!holds) platform.logger.error({ breaks }, 'the ledger does not hold')
      },
    },
  ]
}
