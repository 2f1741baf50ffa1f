import { requireMay } from '../../../access/permissions.ts'
import { badInput, forbidden, notFound } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { CaseMark } from '../../../case/case-mark.ts'
import type { Platform } from '../../../platform/platform.ts'
import { workCardByPhone } from '../../register/card/index.ts'
import type { CardOutcome } from '../../register/card/index.ts'
import { takeDownQuestion } from '../question/index.ts'
import type { QuestionRow, SaidQuestion } from '../question/index.ts'
import type { PhoneDeed } from './hotline-codes.ts'
import { DeskRefusal, isChecked, isOnTheLine, lockOwn } from './hotline-desk.ts'
import type { CallRow } from './hotline.repository.ts'

export interface DeedForCaller {
  readonly id: string
  readonly deed: PhoneDeed
  readonly decidedOn: CaseMark
}

/** Only for a caller who was checked, at their card alone, while the line stands; the call is held until it is done. */
export function workForCaller(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  { id, deed, decidedOn }: DeedForCaller,
): Promise<CardOutcome | DeskRefusal> {
  const agent = requireMay(asker, 'hotline:work')
  return platform.database.transaction(async () => {
    const call = await lockOwn(platform, agent, id)
    const { cardId } = call
    if (!cardId) throw notFound('call')
    if (!isChecked(call)) throw forbidden()
    if (!isOnTheLine(call) && !isRecordedWish(call, deed)) return new DeskRefusal('GONE')
    // Name and numbers stand on the card itself: whoever found it must not bring it back into use.
    if (deed === 'WITHDRAW_LOSS' && !call.proofs.includes('EMPLOYER'))
      throw badInput('employer', 'The caller has to name an employer first.')
    return workCardByPhone(platform, { actor: agent, origin, does: deed, id: cardId, decidedOn })
  })
}

/** Who said the name on the tape asked for one thing; only that is done without them. */
const isRecordedWish = ({ recording, wish }: CallRow, deed: PhoneDeed) => recording !== null && wish === deed

export type TicketForCaller = Omit<SaidQuestion, 'individualId' | 'callId'> & { readonly id: string }

/** What a caller asks, in writing: they are told its number. */
export function takeDownForCaller(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  { id, ...said }: TicketForCaller,
): Promise<QuestionRow | DeskRefusal> {
  const agent = requireMay(asker, 'question:take-down')
  return platform.database.transaction(async () => {
    const call = await lockOwn(platform, agent, id)
    const { individualId } = call
    if (!isChecked(call) || individualId === null) throw forbidden()
    const taken = await takeDownQuestion(platform, asker, origin, { ...said, individualId, callId: id })
    return taken === 'TOO_MANY_OPEN' ? new DeskRefusal(taken) : taken
  })
}
