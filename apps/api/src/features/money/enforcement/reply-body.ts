import type { EnforcementReply } from '@shebao/bank-protocol/enforcement'
import { maskBankAccount } from '@shebao/identifiers'
import { z } from 'zod'
import type { ReplyProblem } from './judge-reply.ts'
import type { EnforcementRefusal } from './take-enforcement-step.ts'

export type ReplyReason =
  | EnforcementRefusal
  | { code: ReplyProblem; law: string; day?: never; amount?: never; missing?: never }

/** A bank's answer as it is kept: as it came, but for the account, of which the last digits are enough. */
const bodySchema = z.object({
  kind: z.enum(['INQUIRY', 'ALLOCATION']),
  request: z.string(),
  caseNumber: z.string(),
  currency: z.string(),
  more: z.boolean(),
  accountMasked: z.string().nullable(),
  /** The balance, or what was drawn. */
  amount: z.int(),
  /** Of the balance, or the value date. */
  day: z.string(),
})
export type ReplyBody = z.infer<typeof bodySchema>
export const readBody = (body: unknown): ReplyBody => bodySchema.parse(body)

export function bodyOf(reply: EnforcementReply): ReplyBody {
  const { kind, request, caseNumber, currency, more, account } = reply
  const said =
    reply.kind === 'INQUIRY'
      ? { amount: reply.balance, day: reply.asOf }
      : { amount: reply.amount, day: reply.valueDate }
  return { kind, request, caseNumber, currency, more, accountMasked: account && maskBankAccount(account), ...said }
}
