import { GraphQLError } from 'graphql'
import type { ClerkDuty, EmployerLock, TokenScope } from './viewer.ts'

export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'TOO_LARGE'
  | 'TOO_MANY_REQUESTS'
  | 'OPERATION_NOT_ALLOWED'
  | 'CALENDAR_MISSING'
  | 'SCOPE_MISSING'
  | 'TEST_MODE'
  | 'PROOF_NEEDED'
  | 'IDEMPOTENCY_KEY_NEEDED'
  | 'IDEMPOTENCY_KEY_USED'

/** A refusal that the client may read. Everything else is masked behind a reference number. */
export class Refusal extends GraphQLError {
  readonly code: ErrorCode
  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}) {
    super(message, { extensions: { code, ...details } })
    this.code = code
  }
}

export const unauthenticated = () => new Refusal('UNAUTHENTICATED', 'Sign in first.')
export const unknownToken = () =>
  new Refusal('UNAUTHENTICATED', 'This access token is not known, has run out, or was revoked.')

/** Of a token: the scope is named, or nothing when no token at all may do it. */
export const scopeMissing = (scope: TokenScope | undefined, what: string) =>
  scope
    ? new Refusal('SCOPE_MISSING', `This access token lacks the scope ${scope}, which ${what} needs.`, { scope, what })
    : new Refusal('FORBIDDEN', `${what} is for a person who signed in, not for an access token.`, { what })

/**
 * Why somebody may not who otherwise might: the clerk was given other duties, the mandate they act under has ended, the employer is
 * not approved for online filing, locked or no longer in the register; of staff, the employer is another district office's.
 */
export type Barrier =
  | { readonly barrier: 'DUTY'; readonly duty: ClerkDuty }
  | { readonly barrier: 'MANDATE_ENDED'; readonly lastDay: string }
  | { readonly barrier: 'NOT_APPROVED_ONLINE'; readonly reason: string | null }
  | { readonly barrier: 'EMPLOYER_CANCELLED'; readonly lastDay: string }
  | ({ readonly barrier: 'EMPLOYER_LOCKED' } & Omit<EmployerLock, 'kind'>)
  | { readonly barrier: 'OTHER_DISTRICT'; readonly nameZh: string; readonly nameEn: string }
export const forbidden = (barrier?: Barrier) =>
  new Refusal('FORBIDDEN', 'This account may not do that.', { ...barrier })

/** The same may be asked again, once they have proved who they are. */
export const proofNeeded = () =>
  new Refusal('PROOF_NEEDED', 'This takes a fresh proof of who you are: prove the second factor, then ask again.')

/** Also the answer for another employer's record: it behaves as if it did not exist. */
export const notFound = (what: string) => new Refusal('NOT_FOUND', `No such ${what}.`)
export const tooMany = (retryAt: Date) =>
  new Refusal('TOO_MANY_REQUESTS', 'Too many tries. Wait until the time that is told.', {
    retryAt: retryAt.toISOString(),
  })
export const badInput = (field: string, message: string) => new Refusal('BAD_USER_INPUT', message, { field })
