import { Refusal } from '../access/refusal.ts'
import type { ErrorCode } from '../access/refusal.ts'
import type { Viewer } from '../access/viewer.ts'
import { UnknownSealingKey } from '../platform/crypto.ts'
import { asDatabaseError, isOfDatabase } from '../platform/database-away.ts'
import type { Environment } from '../platform/environment.ts'
import type { LongDeed } from '../platform/long-work.ts'
import { RehearsalWithin } from '../platform/rehearse.ts'
import { AskedByNobody } from '../platform/tenancy.ts'

// What goes between the two threads. Copies keep neither the class of an error nor what the driver noted of it.

/** What the thread is handed when it starts. */
export interface WorkerData {
  environment: Environment
  counts: SharedArrayBuffer
}

export interface LongOrder {
  deed: LongDeed
  viewer: Viewer
  input: object
}

export type LongAnswer =
  | { outcome: unknown }
  | { refusal: { code: ErrorCode; message: string; extensions: Record<string, unknown> } }
  | { failure: CarriedError }

/** The classes that whoever answers tells apart, besides the refusal. Of another class an error is a mistake of ours, which needs none. */
const toldApart = { UnknownSealingKey, RehearsalWithin, AskedByNobody }
type ToldApart = keyof typeof toldApart

/** By what an error says what it is: codes of PostgreSQL, Prisma, its adapter and the network. */
const marks = ['code', 'kind', 'originalCode'] as const

interface CarriedError extends Partial<Record<(typeof marks)[number], string>> {
  name: string
  message: string
  stack: string | undefined
  is: ToldApart | undefined
  ofDatabase: boolean
  cause: CarriedError | undefined
  /** Where Prisma keeps what the database said. */
  adapterError: CarriedError | undefined
}

/** The outcome, where it can be copied; what cannot would end the thread, and with it whatever else is under way there. */
export function carriedOutcome(outcome: unknown): LongAnswer {
  try {
    return { outcome: structuredClone(outcome) }
  } catch (error) {
    return carriedError(error)
  }
}

export function carriedError(error: unknown): LongAnswer {
  if (!(error instanceof Refusal)) return { failure: copyOf(error) }
  const { code, message, extensions } = error
  const outcome = carriedOutcome({ ...extensions })
  if (!('outcome' in outcome)) return outcome
  return { refusal: { code, message, extensions: outcome.outcome as Record<string, unknown> } }
}

const deepestCause = 5

function copyOf(error: unknown, depth = 0): CarriedError {
  const { name, message, stack } = error instanceof Error ? error : new Error(wordsOf(error))
  const parts = isObject(error) ? error : {}
  const { cause, meta } = parts
  const adapterError = isObject(meta) ? meta['driverAdapterError'] : undefined
  const below = (part: unknown) => (isObject(part) && depth < deepestCause ? copyOf(part, depth + 1) : undefined)
  const copy: CarriedError = {
    name,
    message,
    stack,
    is: (Object.keys(toldApart) as ToldApart[]).find((one) => error instanceof toldApart[one]),
    ofDatabase: isOfDatabase(error),
    cause: below(cause),
    adapterError: below(adapterError),
  }
  for (const mark of marks) {
    const value = parts[mark]
    if (typeof value === 'string') copy[mark] = value
  }
  return copy
}

const wordsOf = (thrown: unknown) =>
  isObject(thrown) && typeof thrown['message'] === 'string' ? thrown['message'] : String(thrown)

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The outcome, or thrown here what was thrown there. */
export function uncarried(answer: LongAnswer): unknown {
  if ('outcome' in answer) return answer.outcome
  if ('refusal' in answer) {
    const { code, message, extensions } = answer.refusal
    throw new Refusal(code, message, extensions)
  }
  throw errorOf(answer.failure)
}

function errorOf({ is, ofDatabase, cause, adapterError, message, ...said }: CarriedError): Error {
  const error = new Error(message, cause && { cause: errorOf(cause) })
  if (is) Object.setPrototypeOf(error, toldApart[is].prototype)
  Object.assign(error, said, adapterError && { meta: { driverAdapterError: errorOf(adapterError) } })
  if (ofDatabase) asDatabaseError(error)
  return error
}
