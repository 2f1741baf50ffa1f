import { fen, oneOf } from '@shebao/kernel'
import type { EnforcementReply } from '@shebao/bank-protocol/enforcement'
import { contentHash } from '../../../platform/crypto.ts'
import type { Platform } from '../../../platform/platform.ts'
import { isReceivable } from '../reconciliation/index.ts'
import { findRequest, insertReply, listRepliesUnder, requestEndings, requestKinds } from './bank-request.repository.ts'
import { lockEnforcement } from './enforcement.repository.ts'
import type { EnforcementRow } from './enforcement.repository.ts'
import { problemOf } from './judge-reply.ts'
import type { KnownRequest, ReplyProblem } from './judge-reply.ts'
import { legalSteps } from './legal-steps.ts'
import { accountAt } from './standing.ts'
import type { StepInput } from './step-input.ts'
import { bodyOf } from './reply-body.ts'
import type { ReplyReason } from './reply-body.ts'
import { stepAs } from './take-enforcement-step.ts'

export interface ReplyOutcome {
  outcome: 'TAKEN' | 'REPEATED' | 'REFUSED'
  reasons: readonly ReplyReason[]
}

const bankInterface = { kind: 'SYSTEM', job: 'bank' } as const

/**
 * Takes in one genuine answer of a bank, in one transaction: the answer, the step of the case, and the money. What contradicts our
 * books is kept and shown, with its article, and moves nothing. The same answer twice counts once.
 */
export function takeBankReply(platform: Platform, bankId: string, reply: EnforcementReply): Promise<ReplyOutcome> {
  return platform.database.transaction(async () => {
    const request = await findRequest(platform, bankId, reply.request)
    // Held before anything is looked up: two deliveries of one answer come one after the other.
    const row = request ? await lockEnforcement(platform, request.caseId) : undefined
    const hash = contentHash(JSON.stringify(reply))
    const under = await listRepliesUnder(platform, bankId, reply.reference)
    if (under.some((one) => one.contentHash === hash)) return { outcome: 'REPEATED', reasons: [] }
    const referenceUsed = under.some(({ outcome }) => outcome === 'TAKEN')
    const reasons =
      row && request
        ? await judge(platform, bankId, reply, row, { ...knownOf(platform, row, request), referenceUsed })
        : [contradiction('UNKNOWN_REQUEST', reply)]
    const outcome = reasons.length === 0 ? 'TAKEN' : 'REFUSED'
    await insertReply(platform, {
      partnerId: bankId,
      requestId: request?.id ?? null,
      caseId: row?.id ?? null,
      reference: reply.reference,
      contentHash: hash,
      body: bodyOf(reply),
      outcome,
      reasons: JSON.parse(JSON.stringify(reasons)),
      receivedAt: platform.clock.now(),
    })
    if (outcome === 'REFUSED')
      await platform.audit.record({
        actorKind: 'SYSTEM',
        origin: 'bank',
        action: 'BANK_REPLY_REFUSED',
        recordType: 'EnforcementCase',
        recordId: row?.id ?? reply.request,
        change: { number: reply.request, event: reasons[0]?.code ?? '', law: reasons[0]?.law ?? '' },
      })
    return { outcome, reasons }
  })
}

function knownOf(
  { vault }: Platform,
  { number: caseNumber, standing: { query, application } }: EnforcementRow,
  { kind, ending }: { kind: string; ending: string | null },
): KnownRequest {
  const sealed = query && application && accountAt(query, application.bankId)?.accountSealed
  return {
    kind: oneOf(requestKinds, kind, 'request'),
    caseNumber,
    ending: requestEndings.find((one) => one === ending) ?? null,
    account: sealed ? vault.open<string>(Buffer.from(sealed, 'base64')) : undefined,
  }
}

async function judge(
  platform: Platform,
  bankId: string,
  reply: EnforcementReply,
  row: EnforcementRow,
  { referenceUsed, ...known }: KnownRequest & { referenceUsed: boolean },
): Promise<readonly ReplyReason[]> {
  const money = { bankReference: reply.reference, amount: fen(reply.kind === 'ALLOCATION' ? reply.amount : 0) }
  const receivable = reply.kind === 'INQUIRY' || (await isReceivable(platform, money))
  const problem = problemOf(reply, known, { referenceUsed, receivable })
  if (problem) return [contradiction(problem, reply)]
  const outcome = await stepAs(platform, bankInterface, 'bank', { id: row.id, input: inputOf(bankId, reply) })
  return outcome.kind === 'REFUSED' ? outcome.reasons : []
}

const lawOfReply = ({ kind }: EnforcementReply) => legalSteps[kind === 'INQUIRY' ? 'ANSWER_QUERY' : 'ALLOCATE'].law
const contradiction = (code: ReplyProblem, reply: EnforcementReply): ReplyReason => ({ code, law: lawOfReply(reply) })

function inputOf(bankId: string, reply: EnforcementReply): StepInput {
  const { reference, more } = reply
  if (reply.kind === 'ALLOCATION') {
    const { amount, valueDate } = reply
    return { event: more ? 'ALLOCATE_PART' : 'ALLOCATE', bankId, amount, valueDate, reference }
  }
  const { account, balance, asOf } = reply
  return { event: 'ANSWER_QUERY', bankId, account, balance, asOf, reference, more }
}
