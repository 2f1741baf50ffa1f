import { signatureProblem } from '@shebao/bank-protocol'
import type { FastifyInstance } from 'fastify'
import type { ZodType } from 'zod'
import type { Platform } from '../../../platform/platform.ts'
import { asOffice } from '../../../platform/tenancy.ts'
import { bankKeyOf } from './bank-client.ts'

/**
 * Where the bank tells something. 200 means "recorded, do not send again", whatever became of it; 401 and 400 are for messages
 * that are not the bank's or not whole; a failure of ours is a 500, and the bank tries again.
 */
export function addSignedBankRoute<Message>(
  app: FastifyInstance,
  platform: Platform,
  path: string,
  { schema, take }: { schema: ZodType<Message>; take(message: Message): Promise<{ outcome: string }> },
): void {
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
        platform.logger.warn({ requestId: request.id, path, problem }, 'a message of the bank was refused')
        return reply.code(401).send({ error: problem })
      }
      const message = schema.safeParse(parseJson(body))
      if (!message.success) return reply.code(400).send({ error: 'MALFORMED' })
      const answer = await asOffice('BANK', () => take(message.data))
      platform.logger.info(
        { requestId: request.id, path, outcome: answer.outcome },
        'a message of the bank was taken in',
      )
      return reply.send(answer)
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
