import { pino } from 'pino'
import type { Tracing } from './tracing.ts'

export type Logger = pino.Logger

/**
 * Structured logs. Nothing personal reaches them: request bodies, variables, cookies and addresses are never passed
 * in, and the redaction below is the second net. With traces each line says which one it belongs to.
 */
export function createLogger(level: string, tracing?: Tracing): Logger {
  return pino({
    level,
    ...(tracing ? { mixin: () => traceOf(tracing.traceId()) } : {}),
    redact: {
      paths: ['*.idNumber', '*.name', '*.mobile', '*.phone', '*.password', '*.identifier', '*.personal', 'req.headers'],
      censor: '[hidden]',
    },
  })
}

const traceOf = (traceId: string | undefined) => (traceId === undefined ? {} : { traceId })
