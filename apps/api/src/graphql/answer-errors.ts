import type { GraphQLFormattedError } from 'graphql'
import { Refusal } from '../access/refusal.ts'
import type { Platform } from '../platform/platform.ts'
import { isDatabaseAway, isDiskFull } from '../platform/database-away.ts'
import { RehearsalWithin } from '../platform/rehearse.ts'
import { stackOf } from '../platform/stack-of.ts'

/** What graphql-js and graphql-jit have in common: only the former's are of its class, and only some carry extensions. */
interface ResolverError {
  message: string
  path?: readonly (string | number)[] | undefined
  originalError?: unknown
}

/**
 * An error of an answer as the client may read it: a refusal as it is, everything else as a reference number, whose other half,
 * the stack, is logged once.
 */
export function formatResolverError(
  error: ResolverError,
  { logger, noteFailure, room }: Platform,
): GraphQLFormattedError {
  const original = unwrap(error)
  const path = error.path ? { path: error.path } : {}
  if (original instanceof Refusal) return { message: original.message, ...path, extensions: original.extensions }
  if (original instanceof RehearsalWithin) return { ...askedWithin, ...path }
  const reference = crypto.randomUUID().slice(0, 8)
  noteFailure?.()
  logger.error({ reference, stack: stackOf(original), path: error.path }, 'a resolver failed')
  if (isDiskFull(original)) {
    room?.noteFull()
    return { message: fullWords, ...path, extensions: { code: 'DATABASE_AWAY', reference } }
  }
  if (isDatabaseAway(original)) return { message: awayWords, ...path, extensions: { code: 'DATABASE_AWAY', reference } }
  return {
    message: `Something went wrong on our side. Reference: ${reference}`,
    ...path,
    extensions: { code: 'INTERNAL_SERVER_ERROR', reference },
  }
}

/** Said of reading and of writing alike: of a commit whose answer was lost nobody knows. */
export const awayWords =
  'The database cannot be reached just now. What was asked may have been done all the same: send the same again, with the same key.'

/** To a client the same: nothing can be kept now, and the same again is right later. */
const fullWords =
  'The database has no room just now: nothing of this was kept. Send the same again later, with the same key.'

const askedWithin: GraphQLFormattedError = {
  message: 'This is worked out by doing it and undoing it: ask for it in a query of its own, behind the mutation.',
  extensions: { code: 'BAD_USER_INPUT' },
}

function unwrap(error: unknown): unknown {
  if (error instanceof Refusal || typeof error !== 'object' || error === null || !('originalError' in error))
    return error
  return error.originalError ? unwrap(error.originalError) : error
}
