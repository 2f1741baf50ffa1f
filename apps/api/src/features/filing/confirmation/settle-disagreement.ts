import { badInput } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import type { Clerk } from '../../../access/viewer.ts'
import { noFacts, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { sendsTextMessages } from '../../../telling/tell.ts'
import { readMobile } from '../../register/notification/index.ts'
import type { DeclarationRow, EditRefusal } from '../declaration/index.ts'
import { ask } from './ask-employees.ts'
import { lockOwnList } from './asked-list.ts'
import type { ListedPerson } from './asked-list.ts'
import { confirmationCase } from './confirmation-case.ts'
import type { DisputedField } from './confirmation-codes.ts'
import { findCurrentOf, writeStatus } from './confirmation.repository.ts'
import { sameBytes } from './confirmed-content.ts'
import type { Disagreement, Reply, Said } from './said.ts'

export interface SettleInput {
  declarationId: string
  rowNo: number
  /** The asking that was answered: what is settled is this answer and no later one. */
  askingId: string
  /** The fields in which what the person said is taken over; in all others ours stays. */
  take: readonly DisputedField[]
  /** Why ours stays; the person reads it with their next link. */
  reason?: string | undefined
  origin: string
}

export type SettleOutcome =
  | { kind: 'SETTLED'; declarationId: string; asked: boolean }
  | { kind: 'REFUSED'; declarationId: string; code: EditRefusal | 'NOTHING_TO_SETTLE' }

/** Settles what one person disagrees with, and asks them again: with what was taken over, or with the reason why it was not. */
export async function settleDisagreement(
  platform: Platform,
  viewer: Clerk,
  input: SettleInput,
): Promise<SettleOutcome> {
  if (input.take.includes('BASES'))
    throw badInput('take', 'Bases follow from the wages: change the row in the list, or keep it and say why.')
  return platform.database.transaction(async () => {
    const { declaration, list, refusal } = await lockOwnList(platform, viewer, input.declarationId)
    const refuse = (code: Extract<SettleOutcome, { kind: 'REFUSED' }>['code']): SettleOutcome => ({
      kind: 'REFUSED',
      declarationId: declaration.id,
      code,
    })
    if (refusal) return refuse(refusal)
    const [person] = await list.people(platform, declaration, [input.rowNo])
    const open = person?.idHash && (await findCurrentOf(platform, declaration.id, person.idHash))
    if (!person || !open?.said || open.id !== input.askingId || open.status !== 'DISAGREED')
      return refuse('NOTHING_TO_SETTLE')
    const { disagreements = [] } = platform.vault.open<Said>(open.said)
    const reply = replyOf(disagreements, input)
    // A row that another clerk changed meanwhile is not the one that was decided on.
    if (!sameBytes(open.contentMark, person.mark())) return refuse('NOTHING_TO_SETTLE')
    const outcome = await takeStep(platform, confirmationCase, {
      id: open.id,
      event: 'SETTLE',
      actor: viewer,
      origin: input.origin,
      facts: noFacts,
      write: (row, to) => writeStatus(platform, row.id, to),
      trace: () => ({
        action: 'SETTLE_DISAGREEMENT',
        recordType: 'Declaration',
        recordId: declaration.id,
        ...(reply.reason === undefined ? {} : { reason: reply.reason }),
        change: { rowNo: input.rowNo, taken: reply.taken },
      }),
    })
    if (outcome.kind !== 'TAKEN') return refuse('NOTHING_TO_SETTLE')
    const { rowNo, origin } = input
    const taking = { rowNo, origin, idHash: open.idHash, disagreements, take: reply.taken }
    const settled = await list.take(platform, viewer, declaration, taking)
    const asked = await askAgain(platform, viewer, declaration, settled, reply)
    return { kind: 'SETTLED', declarationId: declaration.id, asked }
  })
}

function replyOf(disagreements: readonly Disagreement[], { take, reason }: SettleInput): Reply {
  const fields = disagreements.map(({ field }) => field)
  const taken = fields.filter((field) => take.includes(field))
  const kept = fields.filter((field) => !take.includes(field))
  return kept.length === 0 ? { taken, kept } : { taken, kept, reason: requireText('reason', reason ?? '') }
}

async function askAgain(
  platform: Platform,
  viewer: Clerk,
  declaration: DeclarationRow,
  { idHash, mark, mobile: typed }: ListedPerson,
  reply: Reply,
): Promise<boolean> {
  if (!idHash) return false
  const mobile = sendsTextMessages(platform) ? readMobile(typed ?? '') : undefined
  const { asked } = await ask(platform, viewer, declaration, [{ idHash, mark: mark(), mobile, again: true, reply }])
  return asked === 1
}
