import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Decision } from '../../../case/case-mark.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findCard, findCardRule } from './card.repository.ts'
import { takeCardStep } from './take-card-step.ts'
import type { CardOutcome } from './take-card-step.ts'

const dayMs = 86_400_000
const channelOf = ({ kind }: Viewer) => (kind === 'INSURED' ? 'WEB' : 'WINDOW')

/** Blocks the card at once for the days of the region's figure; reported again before they are over, they run anew. */
export async function reportCardLoss(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  { id, decidedOn }: Decision,
): Promise<CardOutcome> {
  const actor = requireMay(asker, 'card:report-loss')
  const { oralLossDays } = await findCardRule(platform)
  const lostUntil = new Date(platform.clock.now().getTime() + oralLossDays * dayMs)
  const order = { id, decidedOn, actor, origin, channel: channelOf(actor) } as const
  return takeCardStep(platform, {
    ...order,
    event: 'REPORT_LOSS',
    action: 'CARD_LOSS_REPORTED',
    change: () => ({ lostUntil }),
  })
}

/** Found again before the days were over. */
export async function withdrawCardLoss(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  { id, decidedOn }: Decision,
): Promise<CardOutcome> {
  const actor = requireMay(asker, 'card:withdraw-loss')
  const card = await findCard(platform, id)
  const event = card?.activatedOn ? 'WITHDRAW_LOSS' : 'WITHDRAW_LOSS_UNUSED'
  const order = { id, decidedOn, actor, origin, channel: channelOf(actor) } as const
  return takeCardStep(platform, { ...order, event, action: 'CARD_LOSS_WITHDRAWN' })
}
