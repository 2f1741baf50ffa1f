import type { EnforcementReply } from '@shebao/bank-protocol/enforcement'
import type { RequestEnding, RequestKind } from './bank-request.repository.ts'

/** What stands against an answer before the case is asked: it says something that our books do not. */
export const replyProblems = [
  'UNKNOWN_REQUEST',
  'OTHER_CASE',
  'REFERENCE_USED',
  'REQUEST_ENDED',
  'WRONG_CURRENCY',
  'OTHER_ACCOUNT',
  'MONEY_KNOWN',
] as const
export type ReplyProblem = (typeof replyProblems)[number]

export interface KnownRequest {
  readonly kind: RequestKind
  readonly caseNumber: string
  readonly ending: RequestEnding | null
  /** That the notice names; of an inquiry nothing. */
  readonly account: string | undefined
}

export interface KnownMoney {
  /** Another answer was given under this reference. */
  readonly referenceUsed: boolean
  /** The money could be booked under it: neither a payment nor a statement says otherwise. */
  readonly receivable: boolean
}

/** The first contradiction between an answer and our books. Amounts and days are held against the case by its guards. */
export function problemOf(
  reply: EnforcementReply,
  request: KnownRequest | undefined,
  { referenceUsed, receivable }: KnownMoney,
): ReplyProblem | undefined {
  if (request?.kind !== reply.kind) return 'UNKNOWN_REQUEST'
  if (request.caseNumber !== reply.caseNumber) return 'OTHER_CASE'
  if (referenceUsed) return 'REFERENCE_USED'
  // A notice that was replaced may have been acted on before the new one came: its money still has to fit.
  if (request.ending !== null && request.ending !== 'REPLACED') return 'REQUEST_ENDED'
  if (reply.currency !== 'CNY') return 'WRONG_CURRENCY'
  if (reply.kind === 'INQUIRY') return undefined
  if (digitsOf(reply.account) !== digitsOf(request.account ?? '')) return 'OTHER_ACCOUNT'
  return reply.amount > 0 && !receivable ? 'MONEY_KNOWN' : undefined
}

const digitsOf = (account: string) => account.replaceAll(/\s/g, '')
