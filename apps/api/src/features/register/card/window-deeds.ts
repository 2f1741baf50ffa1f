import { requireMay } from '../../../access/permissions.ts'
import { requireText } from '../../../access/require-text.ts'
import type { StaffMember, Viewer } from '../../../access/viewer.ts'
import { orStale } from '../../../case/case-mark.ts'
import type { Decision } from '../../../case/case-mark.ts'
import type { Platform } from '../../../platform/platform.ts'
import { activateCard } from './activate-card.ts'
import type { CardDocument } from './card-codes.ts'
import { cancelGrounds, windowNeeds } from './card-documents.ts'
import type { CancelGround } from './card-documents.ts'
import { findCard } from './card.repository.ts'
import { endBank } from './end-bank.ts'
import { endTemporaryOf } from './temporary-card.ts'
import { takeCardStep } from './take-card-step.ts'
import type { CardOrder, CardOutcome } from './take-card-step.ts'

export interface AtWindow extends Decision {
  readonly documents: readonly CardDocument[]
  readonly byProxy: boolean
}
/** What the window sends with a deed that needs no papers of the holder. */
export type WithReason = Decision & { readonly reason: string }

type Order = Pick<CardOrder, 'event' | 'action'> & Partial<CardOrder>

const atWindow = (platform: Platform, actor: StaffMember, origin: string, { id, decidedOn }: Decision, order: Order) =>
  takeCardStep(platform, { actor, origin, channel: 'WINDOW', id, decidedOn, ...order })

const shown = ({ documents, byProxy }: AtWindow, needs: readonly CardDocument[]) => ({
  documents,
  byProxy,
  facts: { needs, seen: documents, byProxy },
})

/** The maker delivered it: from now on it waits for its holder. */
export async function makeCard(platform: Platform, asker: Viewer | undefined, origin: string, decision: Decision) {
  const actor = requireMay(asker, 'card:make')
  return atWindow(platform, actor, origin, decision, { event: 'MAKE', action: 'CARD_MADE' })
}

/** Handed over; the temporary one that stood in for it ends. */
export async function issueCard(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  input: AtWindow,
): Promise<CardOutcome> {
  const actor = requireMay(asker, 'card:issue')
  return orStale(
    platform.database.transaction(async () => {
      const issued = await atWindow(platform, actor, origin, input, {
        event: 'ISSUE',
        action: 'CARD_ISSUED',
        ...shown(input, windowNeeds.ISSUE),
        change: () => ({ issuedOn: platform.clock.today() }),
      })
      if ('individualId' in issued) await endTemporaryOf(platform, issued.individualId)
      return issued
    }),
  )
}

export async function activateAtWindow(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  { id, ...input }: AtWindow,
): Promise<CardOutcome> {
  const actor = requireMay(asker, 'card:activate')
  return activateCard(platform, actor, origin, { cardId: id, channel: 'WINDOW', ...input })
}

/** Signed at the window: it does not end by itself. */
export async function confirmCardLoss(platform: Platform, asker: Viewer | undefined, origin: string, input: AtWindow) {
  const actor = requireMay(asker, 'card:confirm-loss')
  const order = {
    event: 'CONFIRM_LOSS',
    action: 'CARD_LOSS_CONFIRMED',
    ...shown(input, windowNeeds.CONFIRM_LOSS),
  } as const
  return atWindow(platform, actor, origin, input, order)
}

/** The holder alone, in person, with ID and card. */
export async function releaseCardLoss(platform: Platform, asker: Viewer | undefined, origin: string, input: AtWindow) {
  const actor = requireMay(asker, 'card:release')
  const event = (await wasActivated(platform, input)) ? 'RELEASE_LOSS' : 'RELEASE_LOSS_UNUSED'
  return atWindow(platform, actor, origin, input, {
    event,
    action: 'CARD_LOSS_RELEASED',
    ...shown(input, windowNeeds[event]),
  })
}

export async function freezeCard(platform: Platform, asker: Viewer | undefined, origin: string, input: WithReason) {
  const actor = requireMay(asker, 'card:freeze')
  const reason = requireText('reason', input.reason)
  return atWindow(platform, actor, origin, input, { event: 'FREEZE', action: 'CARD_FROZEN', reason })
}

export async function unfreezeCard(platform: Platform, asker: Viewer | undefined, origin: string, input: WithReason) {
  const actor = requireMay(asker, 'card:unfreeze')
  const reason = requireText('reason', input.reason)
  const event = (await wasActivated(platform, input)) ? 'UNFREEZE' : 'UNFREEZE_UNUSED'
  return atWindow(platform, actor, origin, input, { event, action: 'CARD_UNFROZEN', reason })
}

const wasActivated = async (platform: Platform, { id }: Decision) =>
  Boolean((await findCard(platform, id))?.activatedOn)

/** For good, with the paper that proves why. */
export async function cancelCard(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  input: AtWindow & { readonly ground: CancelGround },
): Promise<CardOutcome> {
  const actor = requireMay(asker, 'card:cancel')
  const { documents, ground } = input
  return orStale(
    platform.database.transaction(async () => {
      const ended = await atWindow(platform, actor, origin, input, {
        event: 'CANCEL',
        action: 'CARD_CANCELLED',
        reason: ground,
        documents,
        // Whoever brings the paper does not come for the holder: no ID of theirs is asked for.
        facts: { needs: cancelGrounds[ground], seen: documents, byProxy: false },
      })
      if (!('individualId' in ended)) return ended
      await endBank(platform, { actor, origin, channel: 'WINDOW' }, ended)
      return (await findCard(platform, ended.id)) ?? ended
    }),
  )
}
