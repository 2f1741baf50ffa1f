import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Decision } from '../../../case/case-mark.ts'
import type { Platform } from '../../../platform/platform.ts'
import { figureOn } from '../../../platform/service-figures.ts'
import { findCard } from './card.repository.ts'
import { takeCardStep } from './take-card-step.ts'
import type { CardDeed, CardOutcome } from './take-card-step.ts'

const dayMs = 86_400_000
const channelOf = ({ kind }: Viewer) => (kind === 'INSURED' ? 'WEB' : 'WINDOW')
type Deed = Decision & Pick<CardDeed, 'actor' | 'origin' | 'channel'>

/** Blocks the card at once for the days of the office's figure; reported again before they are over, they run anew. */
export async function reportCardLoss(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  decision: Decision,
): Promise<CardOutcome> {
  const actor = requireMay(asker, 'card:report-loss')
  return writeLoss(platform, { ...decision, actor, origin, channel: channelOf(actor) })
}

/** Found again before the days were over. */
export async function withdrawCardLoss(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  decision: Decision,
): Promise<CardOutcome> {
  const actor = requireMay(asker, 'card:withdraw-loss')
  return endLoss(platform, { ...decision, actor, origin, channel: channelOf(actor) })
}

export async function writeLoss(platform: Platform, deed: Deed): Promise<CardOutcome> {
  const days = await figureOn(platform, 'CARD_LOSS_DAYS')
  const lostUntil = new Date(platform.clock.now().getTime() + days * dayMs)
  return takeCardStep(platform, {
    ...deed,
    event: 'REPORT_LOSS',
    action: 'CARD_LOSS_REPORTED',
    change: () => ({ lostUntil }),
  })
}

export async function endLoss(platform: Platform, deed: Deed): Promise<CardOutcome> {
  const card = await findCard(platform, deed.id)
  const event = card?.activatedOn ? 'WITHDRAW_LOSS' : 'WITHDRAW_LOSS_UNUSED'
  return takeCardStep(platform, { ...deed, event, action: 'CARD_LOSS_WITHDRAWN' })
}
