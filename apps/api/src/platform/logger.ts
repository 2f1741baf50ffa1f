import { pino } from 'pino'

export type Logger = pino.Logger

/**
 * Structured logs. Nothing personal reaches them: request bodies, variables, cookies and addresses are never passed
 * in, and the redaction below is the second net.
 */
export function createLogger(level: string): Logger {
  return pino({
    level,
    redact: {
      paths: ['*.idNumber', '*.name', '*.mobile', '*.phone', '*.password', '*.identifier', '*.personal', 'req.headers'],
      censor: '[hidden]',
    },
  })
}
