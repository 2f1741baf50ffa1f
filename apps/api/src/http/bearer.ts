import type { FastifyRequest } from 'fastify'
import type { SessionCookie } from '../graphql/context.ts'

/**
 * The access token that a request shows, or undefined when it shows none. One that does is no session, whatever cookie comes along:
 * the two are never mixed.
 */
export function bearerOf({ headers }: FastifyRequest): string | undefined {
  const { authorization } = headers
  if (authorization === undefined || !/^bearer(\s|$)/i.test(authorization)) return undefined
  return authorization.slice('bearer'.length).trim()
}

/** A token opens no session and ends none. */
export const noCookie: SessionCookie = { token: undefined, set: () => undefined, clear: () => undefined }
