import { GraphQLError } from 'graphql'

/**
 * A stack for the log, without the message, which in an error of the database may quote a value. The words of GraphQL's own
 * errors name types and fields, never a value.
 */
export function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const named = error instanceof GraphQLError && error.originalError === undefined ? error.message : error.name
  return [named, ...(error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))].join('\n')
}
