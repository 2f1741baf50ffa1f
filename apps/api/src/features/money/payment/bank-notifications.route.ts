import { BankEvent } from '@shebao/bank-protocol'
import type { FastifyInstance } from 'fastify'
import type { Platform } from '../../../platform/platform.ts'
import { addSignedBankRoute } from '../bank/index.ts'
import { applyBankReport } from './apply-bank-report.ts'

/** Where the bank reports what became of a payment. */
export function addBankNotifications(app: FastifyInstance, platform: Platform): void {
  addSignedBankRoute(app, platform, '/bank/notifications', {
    schema: BankEvent,
    take: async (event) => ({ outcome: await applyBankReport(platform, event) }),
  })
}
