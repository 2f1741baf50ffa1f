import { orStale } from '../../../case/case-mark.ts'
import type { CaseMark, StaleDecision } from '../../../case/case-mark.ts'
import { takeStep } from '../../../case/take-step.ts'
import type { Actor } from '../../../access/viewer.ts'
import type { AuditAction } from '../../../platform/audit-vocabulary.ts'
import type { Platform } from '../../../platform/platform.ts'
import { cardCase } from './card-case.ts'
import type { CardFacts, CardProblem, CardState, CardStep } from './card-case.ts'
import type { CardChannel, CardDocument } from './card-codes.ts'
import { changeCard, insertCardEvent, isPasswordLocked } from './card.repository.ts'
import type { CardChange, CardRow } from './card.repository.ts'

/** How something reached a card: by which way, from whose desk, and what was seen there. */
export interface CardDeed {
  readonly actor: Actor
  readonly origin: string
  readonly channel: CardChannel
  readonly documents?: readonly CardDocument[]
  readonly byProxy?: boolean
  readonly reason?: string
}

export interface CardOrder extends CardDeed {
  readonly id: string
  readonly event: CardStep
  readonly action: AuditAction
  readonly decidedOn?: CaseMark | undefined
  readonly facts?: Omit<CardFacts, 'activated' | 'temporary'>
  /** What is only known once the card is held. */
  factsOf?(row: CardRow): Omit<CardFacts, 'activated' | 'temporary'>
  /** Besides the state: dates and the like. */
  change?(row: CardRow): CardChange
}

/** Why nothing was done, by what the card is; each has words of its own. */
export const stateRefusals = {
  APPLIED: 'NOT_ISSUED',
  MADE: 'NOT_ISSUED',
  INACTIVE: 'NOT_ACTIVATED',
  NORMAL: 'ALREADY_NORMAL',
  ORAL_LOSS: 'LOST',
  WRITTEN_LOSS: 'LOST',
  FROZEN: 'FROZEN',
  PIN_LOCKED: 'PIN_LOCKED',
  REPLACED: 'REPLACED',
  CANCELLED: 'CANCELLED',
} as const satisfies Record<CardState, string>

export type CardRefusalCode = (typeof stateRefusals)[CardState] | CardProblem
export class CardRefusal {
  readonly reason: CardRefusalCode
  constructor(reason: CardRefusalCode) {
    this.reason = reason
  }
}
export type CardOutcome = CardRow | CardRefusal | StaleDecision

/** One step of the social security application of one card, with its line in the card's own history. */
export async function takeCardStep(platform: Platform, order: CardOrder): Promise<CardOutcome> {
  return orStale(platform.database.transaction(() => step(platform, order)))
}

async function step(platform: Platform, order: CardOrder): Promise<CardRow | CardRefusal> {
  const { id, event, actor, origin, decidedOn, reason } = order
  const outcome = await takeStep(platform, cardCase, {
    id,
    event,
    actor,
    origin,
    decidedOn,
    note: reason,
    facts: (row) => ({
      ...order.facts,
      ...order.factsOf?.(row),
      activated: row.activatedOn !== null,
      temporary: row.kind === 'TEMPORARY',
    }),
    async write(row, to) {
      const changed = await changeCard(platform, id, {
        ...order.change?.(row),
        status: to,
        ...(row.status === 'ORAL_LOSS' && to !== 'ORAL_LOSS' ? { lostUntil: null } : {}),
      })
      await noteCardEvent(platform, order, { row: changed, event, from: row.status, to })
      return changed
    },
    revision: ({ revision }) => revision,
    trace: ({ id: recordId, numberMasked, status: from }, to) => ({
      action: order.action,
      recordType: 'Card',
      recordId,
      ...(reason ? { reason } : {}),
      change: { cardMasked: numberMasked, from, to, channel: order.channel, ...shownAt(order) },
    }),
  })
  if (outcome.kind === 'REFUSED') return refusalFor(outcome.refusal, cardCase.state(outcome.row))
  if (outcome.kind === 'ALREADY') return outcome.row
  return lockWithPassword(platform, outcome.result, event)
}

const shownAt = ({ documents = [], byProxy = false }: CardDeed) => ({
  ...(documents.length > 0 ? { documents } : {}),
  ...(byProxy ? { byProxy } : {}),
})

function refusalFor(refusal: { code: string; problems?: readonly CardProblem[] }, state: CardState): CardRefusal {
  const [problem] = refusal.problems ?? []
  return new CardRefusal(problem ?? stateRefusals[state])
}

/** A card that comes back into use while its password is locked comes back locked. */
async function lockWithPassword(platform: Platform, row: CardRow, event: CardStep): Promise<CardRow> {
  if (row.status !== 'NORMAL' || event === 'UNLOCK_PIN' || event === 'PROLONG') return row
  if (!(await isPasswordLocked(platform, row.individualId))) return row
  const locked = await step(platform, lockOrder(row.id))
  return locked instanceof CardRefusal ? row : locked
}

export const lockOrder = (id: string): CardOrder => ({
  id,
  event: 'LOCK_PIN',
  action: 'CARD_PIN_LOCKED',
  actor: { kind: 'SYSTEM', job: 'card-password' },
  origin: 'card-password',
  channel: 'JOB',
})

interface Happened {
  readonly row: CardRow
  readonly event: string
  readonly from: string | null
  readonly to: string
  readonly application?: 'SOCIAL' | 'BANK'
}

/** Who stood where, with what in hand. The card's revision is the number of its event. */
export async function noteCardEvent(
  platform: Platform,
  { actor, channel, documents = [], byProxy = false, reason }: CardDeed,
  { row, event, from, to, application = 'SOCIAL' }: Happened,
): Promise<void> {
  await insertCardEvent(platform, {
    cardId: row.id,
    seq: row.revision,
    application,
    event,
    fromState: from,
    toState: to,
    at: platform.clock.now(),
    channel,
    actorKind: actor.kind,
    accountId: actor.kind === 'SYSTEM' ? null : actor.accountId,
    operator: actor.kind === 'STAFF' || actor.kind === 'PARTNER' ? actor.displayName : null,
    partnerId: actor.kind === 'PARTNER' ? actor.partnerId : null,
    documents: [...documents],
    byProxy,
    reason: reason ?? null,
  })
}
