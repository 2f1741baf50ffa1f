import type { BankEvent } from '@shebao/bank-protocol'
import { applyBankReport } from '../features/money/payment/apply-bank-report.ts'
import { continueRun } from '../features/money/run/continue-run.ts'
import { debitDueNotices } from '../features/money/payment/debit-notice.ts'
import { receiveMoney } from '../features/money/settlement/allocate-credit.ts'
import type { ReceivedMoney } from '../features/money/settlement/received-money.ts'
import { importStatement } from '../features/money/reconciliation/import-statement.ts'
import { payOutRefund } from '../features/money/refund/pay-out-refund.ts'
import type { Payout } from '../features/money/refund/pay-out-refund.ts'
import type { Viewer } from '../access/viewer.ts'
import { openKeyRing } from '../platform/key-ring.ts'
import type { Platform } from '../platform/platform.ts'
import { resealTables } from '../platform/reseal.ts'

/**
 * What can be cut off anywhere (`crash.ts`). Each takes what survives JSON. Add a line for a use case whose promise is
 * "all of it or nothing" or "goes on where it stopped".
 */
export interface CrashInputs {
  receiveMoney: ReceivedMoney
  /** A run, batch by batch to its end. */
  billingRun: { runId: string; people: number }
  payOutRefund: { viewer: Viewer; payout: Payout }
  applyBankReport: BankEvent
  /** At a bank of the test. */
  debitDueNotices: { bankUrl: string }
  /** The file's text. */
  importStatement: string
  /** Sealing everything anew, of an office under this secret key in hex. */
  reseal: string
}

export const crashScenarios: {
  [Scenario in keyof CrashInputs]: (platform: Platform, input: CrashInputs[Scenario]) => Promise<unknown>
} = {
  receiveMoney,
  billingRun: async (platform, { runId, people }) => {
    while ((await continueRun(platform, runId, people)) === 'MORE');
  },
  payOutRefund: (platform, { viewer, payout }) => payOutRefund(platform, viewer, payout, 'crash'),
  applyBankReport,
  async debitDueNotices(platform, { bankUrl }) {
    platform.environment.sandboxBankUrl = bankUrl
    await debitDueNotices(platform)
  },
  importStatement: (platform, text) =>
    importStatement(platform, {
      bytes: new TextEncoder().encode(text),
      fileName: 'crash.csv',
      how: 'FETCHED',
      origin: 'crash',
    }),
  async reseal({ database }, secretKey) {
    const ring = await openKeyRing(database, [Buffer.from(secretKey, 'hex')])
    const resealing = { database, vault: ring.vault, sealing: ring.sealing() }
    await resealTables(resealing, { until: Number.POSITIVE_INFINITY })
  },
}
