import { BankEvent, signatureProblem } from '@shebao/bank-protocol'
import type { FastifyInstance } from 'fastify'
import type { Platform } from '../../../platform/platform.ts'
import { applyBankReport } from './apply-bank-report.ts'
import { bankKeyOf } from '../bank/index.ts'

const path = '/bank/notifications'

/**
 * Where the bank reports. 200 means "recorded, do not send again", whatever the report says; 401 and 400 are for
 * messages that are not the bank's or not whole; a failure of ours is a 500, and the bank tries again.
 */
export function addBankNotifications(app: FastifyInstance, platform: Platform): void {
  const sharedKey = bankKeyOf(platform)
  app.register(async (scope) => {
    // The signature covers the bytes as sent, so the body stays text until it has been checked.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 16 * 1024 }, (_request, body, done) =>
      done(null, body),
    )
    scope.post(path, async (request, reply) => {
      const body = typeof request.body === 'string' ? request.body : ''
      const problem = signatureProblem(sharedKey, { method: 'POST', path, body }, request.headers, Date.now())
      if (problem) {
        platform.logger.warn({ requestId: request.id, problem }, 'a bank notification was refused')
        return reply.code(401).send({ error: problem })
      }
      const event = BankEvent.safeParse(parseJson(body))
      if (!event.success) return reply.code(400).send({ error: 'MALFORMED' })
      const outcome = await applyBankReport(platform, event.data)
      platform.logger.info({ requestId: request.id, outcome }, 'a bank notification was taken in')
      return reply.send({ outcome })
    })
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
