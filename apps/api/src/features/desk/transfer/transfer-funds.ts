import { requireMay } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Decision } from '../../../case/case-mark.ts'
import type { Platform } from '../../../platform/platform.ts'
import { isAhead } from './check-transfer.ts'
import { doubledOf, isStillInsured } from './counted-months.ts'
import { requireAmount } from './require-amount.ts'
import {
  bringBack,
  findTransfer,
  hasMovedOn,
  isDayClosed,
  isReferenceUsed,
  letStand,
  listMonths,
  moveOn,
} from './relation-transfer.repository.ts'
import type { TransferChange, TransferRow } from './relation-transfer.repository.ts'
import { takeTransferStep, TransferRefused } from './take-transfer-step.ts'

type Outcome = Promise<TransferRow | TransferRefused>
const referencePattern = /^[\w./-]{4,64}$/

function requireReference(field: string, typed: string): string {
  const reference = typed.trim()
  if (!referencePattern.test(reference)) throw badInput(field, '4 to 64 letters, digits and . / _ - are needed.')
  return reference
}

export interface FundsInput extends Decision {
  account: number
  pooled: number
  on: string
  reference: string
  /** Of the account, for months that count already. */
  refund?: number | null | undefined
}

/** Money that went to the other region or came from it, as the bank says; another person confirms it. */
export async function enterFunds(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  input: FundsInput,
): Outcome {
  const actor = requireMay(asker, 'relation-transfer:enter-funds')
  const [account, pooled] = [requireAmount('account', input.account), requireAmount('pooled', input.pooled)]
  const fundsOn = input.on
  if (isAhead(platform, 'on', fundsOn)) return new TransferRefused(['DAY_AHEAD'])
  const reference = requireReference('reference', input.reference)
  const refund = typeof input.refund === 'number' ? requireAmount('refund', input.refund) : null
  if (refund !== null && refund > account) throw badInput('refund', 'No more than the account received.')
  const outgoing = await isOutgoing(platform, input.id)
  return takeTransferStep(platform, input, {
    event: outgoing ? 'SEND_FUNDS' : 'RECEIVE_FUNDS',
    action: 'TRANSFER_FUNDS_ENTERED',
    change: { account: input.account, pooled: input.pooled, on: fundsOn },
    actor,
    origin,
    already: ({ fundsReference, fundsBy, fundsAccount, fundsPooled, confirmedBy }) =>
      fundsReference === reference &&
      fundsBy === actor.accountId &&
      fundsAccount === account &&
      fundsPooled === pooled &&
      confirmedBy === null,
    facts: async ({ id, individualId, direction }) => ({
      dayClosed: await isDayClosed(platform, fundsOn),
      referenceUsed: await isReferenceUsed(platform, direction, reference),
      doubled: outgoing ? [] : await doubledOf(platform, individualId, await listMonths(platform, id)),
      refund,
    }),
    write: async () => ({
      fundsAccount: account,
      fundsPooled: pooled,
      fundsOn,
      fundsReference: reference,
      fundsBy: actor.accountId,
      refundAccount: outgoing ? null : refund,
    }),
  })
}

const isOutgoing = async (platform: Platform, id: string): Promise<boolean> =>
  (await findTransfer(platform, id))?.direction === 'OUT'

/** By how much the money differs from what was announced; nothing where it was not. */
export function differencesOf({
  announcedPrincipal,
  announcedInterest,
  announcedPooled,
  fundsAccount,
  fundsPooled,
}: TransferRow): { account: bigint; pooled: bigint } {
  const announced = announcedPrincipal === null ? null : announcedPrincipal + (announcedInterest ?? 0n)
  const differs = (moved: bigint | null, said: bigint | null) => (moved === null || said === null ? 0n : moved - said)
  return { account: differs(fundsAccount, announced), pooled: differs(fundsPooled, announcedPooled) }
}

/** A second person holds the money against the announcement: from now on the months count here, or do no longer. */
export async function confirmFunds(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  input: Decision & { explanation?: string | null | undefined },
): Outcome {
  const actor = requireMay(asker, 'relation-transfer:confirm-funds')
  const differenceNote = input.explanation?.trim() ? requireText('explanation', input.explanation) : null
  const outgoing = await isOutgoing(platform, input.id)
  return takeTransferStep(platform, input, {
    event: outgoing ? 'CONFIRM_SENT' : 'CONFIRM_RECEIVED',
    action: 'TRANSFER_FUNDS_CONFIRMED',
    actor,
    origin,
    note: differenceNote ?? undefined,
    facts: async (row) => {
      const { account, pooled } = differencesOf(row)
      return {
        stillInsured: await isStillInsured(platform, row.individualId),
        doubled: outgoing ? [] : await doubledOf(platform, row.individualId, await listMonths(platform, row.id)),
        refund: row.refundAccount,
        differs: account !== 0n || pooled !== 0n,
        explained: differenceNote !== null,
      }
    },
    write: async (row, { doubled = [] }) => {
      if (outgoing) await moveOn(platform, row.individualId, row.id)
      await letStand(platform, row.id, true)
      return {
        confirmedBy: actor.accountId,
        confirmedAt: platform.clock.now(),
        differenceNote,
        doubled: doubled.map(({ insurance, from, to }) => ({ insurance, from, to })),
      }
    },
  })
}

const nothingMoved: TransferChange = {
  fundsAccount: null,
  fundsPooled: null,
  fundsOn: null,
  fundsReference: null,
  fundsBy: null,
  refundAccount: null,
  doubled: [],
  confirmedBy: null,
  confirmedAt: null,
  differenceNote: null,
}

/** While the books of its day are open: the months stand as before, and the money is entered anew. */
export async function undoFunds(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  input: Decision & { reason: string },
): Outcome {
  const actor = requireMay(asker, 'relation-transfer:undo-funds')
  const reason = requireText('reason', input.reason)
  const outgoing = await isOutgoing(platform, input.id)
  return takeTransferStep(platform, input, {
    event: outgoing ? 'UNDO_SENT' : 'UNDO_RECEIVED',
    action: 'TRANSFER_FUNDS_UNDONE',
    actor,
    origin,
    note: reason,
    facts: async ({ id, fundsOn, refundedOn }) => ({
      dayClosed: fundsOn === null || (await isDayClosed(platform, fundsOn)),
      paidBack: refundedOn !== null,
      movedOn: await hasMovedOn(platform, id),
    }),
    write: async ({ id }) => {
      await letStand(platform, id, false)
      await bringBack(platform, id)
      return { ...nothingMoved, decisionNote: reason }
    },
  })
}

/** The account's part of months that count already has left for the person. */
export async function payBack(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  input: Decision & { on: string; reference: string },
): Outcome {
  const actor = requireMay(asker, 'relation-transfer:pay-back')
  const refundedOn = input.on
  if (isAhead(platform, 'on', refundedOn)) return new TransferRefused(['DAY_AHEAD'])
  const refundReference = requireReference('reference', input.reference)
  return takeTransferStep(platform, input, {
    event: 'PAY_BACK',
    action: 'TRANSFER_PAID_BACK',
    change: { on: refundedOn },
    actor,
    origin,
    already: (row) => row.refundReference === refundReference,
    facts: (row) => ({ refund: row.refundAccount, paidBack: row.refundedOn !== null }),
    write: async () => ({ refundedOn, refundReference }),
  })
}

/** The file is closed: nothing of it is undone any more. */
export async function closeTransfer(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  decision: Decision,
): Outcome {
  const actor = requireMay(asker, 'relation-transfer:close')
  return takeTransferStep(platform, decision, {
    event: 'CLOSE',
    action: 'TRANSFER_CLOSED',
    actor,
    origin,
    facts: (row) => ({ refund: row.refundAccount, paidBack: row.refundedOn !== null }),
  })
}
