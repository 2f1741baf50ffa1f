import type { Actor } from '../../../access/viewer.ts'
import type { CaseMark } from '../../../case/case-mark.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { CardDocument } from './card-codes.ts'
import { activationWays } from './card-documents.ts'
import type { ActivationChannel } from './card-documents.ts'
import { takeCardStep } from './take-card-step.ts'
import type { CardOutcome } from './take-card-step.ts'

export interface Activation {
  readonly cardId: string
  readonly channel: ActivationChannel
  readonly documents: readonly CardDocument[]
  readonly byProxy?: boolean
  readonly decidedOn?: CaseMark | undefined
}

/**
 * Activates the social security application, whichever of the four ways it came (domain 8): each asks for its own documents, has its
 * own permission and is written down with time, operator and channel. From then on the holder is asked for a new password.
 */
export function activateCard(
  platform: Platform,
  actor: Actor,
  origin: string,
  { cardId, channel, documents, byProxy = false, decidedOn }: Activation,
): Promise<CardOutcome> {
  const { event, needs } = activationWays[channel]
  return takeCardStep(platform, {
    id: cardId,
    event,
    action: 'CARD_ACTIVATED',
    actor,
    origin,
    channel,
    documents,
    byProxy,
    decidedOn,
    facts: { needs, seen: documents, byProxy },
    change: () => ({ activatedOn: platform.clock.today(), channel, passwordDue: true }),
  })
}
