import type { FastifyInstance } from 'fastify'
import { Refusal } from '../access/refusal.ts'
import type { ErrorCode } from '../access/refusal.ts'
import { isDatabaseAway, isDiskFull } from '../platform/database-away.ts'
import { sendUnread } from './unread-request.ts'
import { stackOf } from '../platform/stack-of.ts'
import type { Platform } from '../platform/platform.ts'

export const statusOf: Record<ErrorCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  TOO_LARGE: 413,
  TOO_MANY_REQUESTS: 429,
  CALENDAR_MISSING: 409,
  OPERATION_NOT_ALLOWED: 400,
  SCOPE_MISSING: 403,
  TEST_MODE: 409,
  PROOF_NEEDED: 403,
  IDEMPOTENCY_KEY_NEEDED: 400,
  IDEMPOTENCY_KEY_USED: 422,
}

/**
 * What a route answers when it throws: a refusal in its own words, a request that Fastify could not read by its status, and
 * everything else as a reference number, whose other half is logged once. To be set before the routes: each takes the handler
 * that stands when it is added.
 */
export function maskFailures(app: FastifyInstance, platform: Platform): void {
  const { logger, room } = platform
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    if (error instanceof Refusal) {
      const { code, field } = error.extensions
      return reply.code(statusOf[error.code]).send({ error: error.message, code, ...(field ? { field } : {}) })
    }
    const full = isDiskFull(error)
    if (full) room?.noteFull()
    const away = full || isDatabaseAway(error)
    const status = away ? 503 : (error.statusCode ?? 500)
    if (status < 500) return sendUnread(reply, error)
    platform.noteFailure?.()
    logger.error({ requestId: request.id, reference: request.id, stack: stackOf(error) }, 'a request failed')
    // A bank or an employer's software sends the same again: what it was about is done once.
    if (away) reply.header('retry-after', '5')
    return reply.code(status).send({ error: `Something went wrong on our side. Reference: ${request.id}` })
  })
}
