import { addMonths, period } from '@shebao/kernel'
import { noteRead } from '../../../access/note-read.ts'
import { requireMay } from '../../../access/permissions.ts'
import { forbidden, notFound } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listPersonMonths } from '../../money/month/index.ts'
import type { PremiumMonth } from '../../money/month/index.ts'
import { listCards } from '../../register/card/index.ts'
import type { CardRow } from '../../register/card/index.ts'
import { listUnreadOfPerson } from '../../register/notification/index.ts'
import type { NotificationRow } from '../../register/notification/index.ts'
import { findAsker, listWaitingOf } from '../question/index.ts'
import type { AskerRow, QuestionRow } from '../question/index.ts'
import { listTransfersOf, relationTransferCase } from '../transfer/index.ts'
import type { TransferRow } from '../transfer/index.ts'
import type { Dialogue } from './dialogue.ts'
import { isChecked, isOnTheLine, isOwn } from './hotline-desk.ts'
import { findCall, listEarlierCalls } from './hotline.repository.ts'
import type { CallRow } from './hotline.repository.ts'

/** The months an agent sees, the current one with them, and more rows than they ever have [PD]. */
const [monthsBack, mostMonths] = [3, 20]
const mostUnread = 5
const overTransfers: ReadonlySet<string> = new Set(relationTransferCase.table.final)

/** What the office knows of a caller, for as long as they are on the line. */
export interface Caller {
  readonly call: CallRow
  readonly person: AskerRow
  readonly cards: readonly CardRow[]
  readonly months: readonly PremiumMonth[]
  readonly questions: readonly QuestionRow[]
  readonly transfers: readonly TransferRow[]
  readonly earlierCalls: readonly CallRow[]
  readonly unread: readonly NotificationRow[]
  /** Details keyed in before the hand-over that did not fit. */
  readonly wrongKeys: number
}

/**
 * After the check and until the line is gone; that it was read stands in the trail with the call, where the person sees it. Reports
 * about an employer are not among it: who reported is kept apart (R259 21), from agents as well.
 */
export async function readCaller(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  id: string,
): Promise<Caller> {
  const agent = requireMay(asker, 'hotline:see-caller')
  const call = await findCall(platform, id)
  if (!call || !isOwn(call, agent) || !isOnTheLine(call)) throw notFound('call')
  const { individualId } = call
  if (!isChecked(call) || individualId === null) throw forbidden()
  const subject = { action: 'READ_HOTLINE_CALLER', recordType: 'Individual', recordId: individualId } as const
  await noteRead(platform, agent, 'hotline:see-caller', { ...subject, change: { call: id } }, { origin })
  const to = period(platform.clock.today().slice(0, 7))
  const range = { from: addMonths(to, -monthsBack), to }
  const [person, cards, months, questions, transfers, earlierCalls, unread] = await Promise.all([
    findAsker(platform, individualId),
    listCards(platform, individualId),
    listPersonMonths(platform, individualId, range, undefined, mostMonths),
    listWaitingOf(platform, individualId),
    listTransfersOf(platform, individualId),
    listEarlierCalls(platform, individualId),
    listUnreadOfPerson(platform, individualId, mostUnread),
  ])
  const running = transfers.filter(({ status }) => !overTransfers.has(status))
  const wrongKeys = call.dialogue ? platform.vault.open<Dialogue>(call.dialogue).failures : 0
  return { call, person, cards, months, questions, transfers: running, earlierCalls, unread, wrongKeys }
}
