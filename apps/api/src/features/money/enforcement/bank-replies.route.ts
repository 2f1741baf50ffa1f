import { EnforcementReply } from '@shebao/bank-protocol/enforcement'
import type { FastifyInstance } from 'fastify'
import type { Platform } from '../../../platform/platform.ts'
import { addSignedBankRoute } from '../bank/index.ts'
import { findInterfaceBank } from './banks.repository.ts'
import { takeBankReply } from './take-bank-reply.ts'

/** Where the bank answers inquiries and says what it drew (SIL 63); the protocol is in docs/bank-interface.md. */
export function addBankReplies(app: FastifyInstance, platform: Platform): void {
  addSignedBankRoute(app, platform, '/bank/replies', {
    schema: EnforcementReply,
    async take(reply) {
      const bank = await findInterfaceBank(platform)
      // The office has no such bank, so nobody was asked: nothing can be recorded, and it need not come again.
      return bank ? takeBankReply(platform, bank.id, reply) : { outcome: 'NO_INTERFACE' }
    },
  })
}
