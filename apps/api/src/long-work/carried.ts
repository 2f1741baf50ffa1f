import { Refusal } from '../access/refusal.ts'
import type { ErrorCode } from '../access/refusal.ts'
import type { Viewer } from '../access/viewer.ts'
import { isDatabaseAway, isDiskFull } from '../platform/database-away.ts'
import type { LongDeed } from '../platform/long-work.ts'

// What goes between the two threads. Copies keep neither the class of an error nor what the driver noted of it.

export interface LongOrder {
  deed: LongDeed
  viewer: Viewer
  input: object
}

export type LongAnswer =
  | { outcome: unknown }
  | { refusal: { code: ErrorCode; message: string; extensions: Record<string, unknown> } }
  | { failure: { message: string; stack: string | undefined; code: string | undefined } }

/** A connection that broke, and no room: as the database itself says them. */
const awayCode = '08006'
const fullCode = '53100'

export function carriedError(error: unknown): LongAnswer {
  if (error instanceof Refusal) {
    const { code, message, extensions } = error
    return { refusal: { code, message, extensions: { ...extensions } } }
  }
  const code = isDiskFull(error) ? fullCode : isDatabaseAway(error) ? awayCode : undefined
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  return { failure: { message, stack, code } }
}

/** The outcome, or thrown here what was thrown there. */
export function uncarried(answer: LongAnswer): unknown {
  if ('outcome' in answer) return answer.outcome
  if ('refusal' in answer) {
    const { code, message, extensions } = answer.refusal
    throw new Refusal(code, message, extensions)
  }
  const { message, stack, code } = answer.failure
  throw Object.assign(new Error(message), { stack, code })
}
