import { addDays, civilDate, parseCivilDate } from '@shebao/kernel'
import type { CivilDate } from '@shebao/kernel'
import { maskCardNumber } from '@shebao/identifiers'
import { requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Decision } from '../../../case/case-mark.ts'
import { openCase } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { figureOn } from '../../../platform/service-figures.ts'
import { drawNumber, tellOf } from './apply-for-card.ts'
import { cardTable } from './card.lifecycle.ts'
import { findCard, findHolder, insertCard, listCards, listRunOut, lockHolder } from './card.repository.ts'
import type { CardRow } from './card.repository.ts'
import { noteCardEvent, takeCardStep } from './take-card-step.ts'
import type { CardOutcome } from './take-card-step.ts'

/** In all, however often it is prolonged (domain 8). */
const mostMonths = 6

/** NOTHING_BEING_MADE: a temporary card is for the time until another is made. HAS_TEMPORARY: it has one already. */
export class TemporaryRefused {
  readonly reason: 'NOTHING_BEING_MADE' | 'HAS_TEMPORARY'
  constructor(reason: 'NOTHING_BEING_MADE' | 'HAS_TEMPORARY') {
    this.reason = reason
  }
}

const runs = ({ kind, status }: CardRow) => kind === 'TEMPORARY' && status !== 'CANCELLED' && status !== 'REPLACED'
const beingMade = ({ kind, status }: CardRow) => kind === 'PERMANENT' && (status === 'APPLIED' || status === 'MADE')

/** The same day six months on, or the last of that month. */
export function sixMonthsFrom(day: CivilDate): CivilDate {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) + mostMonths]
  const [ofYear, ofMonth] = [year + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1]
  for (let date = Number(day.slice(8)); ; date -= 1) {
    const text = `${ofYear}-${String(ofMonth).padStart(2, '0')}-${String(date).padStart(2, '0')}`
    const found = parseCivilDate(text)
    if (found) return found
  }
}

/** At the window, at once: for the days of the office's figure, without a bank application. */
export async function giveTemporaryCard(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  { individualId }: { individualId: string },
): Promise<CardRow | TemporaryRefused> {
  const actor = requireMay(asker, 'card:give-temporary')
  if (!(await findHolder(platform, individualId))) throw notFound('person')
  const today = platform.clock.today()
  const days = await figureOn(platform, 'CARD_TEMPORARY_DAYS')
  return platform.database.transaction(async () => {
    await lockHolder(platform, individualId)
    const held = await listCards(platform, individualId)
    if (held.some(runs)) return new TemporaryRefused('HAS_TEMPORARY')
    const [waited] = held.filter(beingMade)
    if (!waited) return new TemporaryRefused('NOTHING_BEING_MADE')
    const number = await drawNumber(platform)
    const given = await openCase(platform, cardTable, {
      event: 'GIVE_TEMPORARY',
      actor,
      origin,
      write: () =>
        insertCard(platform, {
          individualId,
          kind: 'TEMPORARY',
          numberHash: platform.vault.lookupHash('card-number', number),
          numberCipher: platform.vault.seal(number),
          numberMasked: maskCardNumber(number),
          bankName: waited.bankName,
          bankStatus: null,
          status: 'NORMAL',
          appliedOn: today,
          issuedOn: today,
          activatedOn: today,
          channel: 'WINDOW',
          validTo: addDays(civilDate(today), days),
          revision: 1,
          createdAt: platform.clock.now(),
        }),
      trace: ({ id: recordId, numberMasked: cardMasked, validTo }) => ({
        action: 'TEMPORARY_CARD_GIVEN',
        recordType: 'Card',
        recordId,
        change: { cardMasked, validTo, channel: 'WINDOW' },
      }),
    })
    const deed = { actor, origin, channel: 'WINDOW' } as const
    await noteCardEvent(platform, deed, { row: given, event: 'GIVE_TEMPORARY', from: null, to: 'NORMAL' })
    await tellOf(platform, given, 'GIVE_TEMPORARY')
    return given
  })
}

/** As many days more, never beyond six months from its first day. */
export async function prolongTemporaryCard(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  { id, decidedOn }: Decision,
): Promise<CardOutcome> {
  const actor = requireMay(asker, 'card:prolong-temporary')
  const card = await findCard(platform, id)
  const most = sixMonthsFrom(civilDate(card?.issuedOn ?? platform.clock.today()))
  const days = await figureOn(platform, 'CARD_TEMPORARY_DAYS')
  const wanted = addDays(civilDate(card?.validTo ?? platform.clock.today()), days)
  const validTo = wanted > most ? most : wanted
  const withinSixMonths = card?.validTo !== null && card?.validTo !== undefined && card.validTo < most
  const order = { actor, origin, channel: 'WINDOW', id, decidedOn, facts: { withinSixMonths } } as const
  return takeCardStep(platform, {
    ...order,
    event: 'PROLONG',
    action: 'TEMPORARY_CARD_PROLONGED',
    change: () => ({ validTo }),
  })
}

const job = (name: string) => ({ actor: { kind: 'SYSTEM', job: name }, origin: name, channel: 'JOB' }) as const

/** What it stood in for was handed over. */
export async function endTemporaryOf(platform: Platform, individualId: string): Promise<void> {
  const [running] = (await listCards(platform, individualId)).filter(runs)
  if (running) await expire(platform, running.id)
}

const expire = (platform: Platform, id: string) =>
  takeCardStep(platform, {
    ...job('end-what-ran-out'),
    id,
    event: 'EXPIRE',
    action: 'TEMPORARY_CARD_ENDED',
    facts: { ranOut: true },
  })

const atOnce = 200

/** Losses reported by phone or web whose days are over, and temporary cards past their last day. Gives how many ended. */
export async function endWhatRanOut(platform: Platform): Promise<number> {
  let ended = 0
  for (;;) {
    const cards = await listRunOut(platform, atOnce)
    const taken = await Promise.all(cards.map((card) => endOne(platform, card)))
    const done = taken.filter((outcome) => 'individualId' in outcome).length
    ended += done
    if (cards.length < atOnce || done === 0) return ended
  }
}

/** Looked at again under the lock: reported lost anew meanwhile, it runs on. */
function endOne(platform: Platform, { id, kind, validTo, activatedOn }: CardRow): Promise<CardOutcome> {
  if (kind === 'TEMPORARY' && validTo !== null && validTo < platform.clock.today()) return expire(platform, id)
  const event = activatedOn ? 'LAPSE_LOSS' : 'LAPSE_LOSS_UNUSED'
  return takeCardStep(platform, {
    ...job('end-what-ran-out'),
    id,
    event,
    action: 'CARD_LOSS_LAPSED',
    factsOf: ({ lostUntil }) => ({ ranOut: lostUntil !== null && lostUntil <= platform.clock.now() }),
  })
}
