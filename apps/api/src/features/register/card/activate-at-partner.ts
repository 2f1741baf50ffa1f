import { normaliseIdentifier, personNumberOnRecord } from '@shebao/identifiers'
import { guarded } from '../../../access/guess-watch.ts'
import { requireMay } from '../../../access/permissions.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import type { PartnerOperator, Viewer } from '../../../access/viewer.ts'
import { takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { activateCard } from './activate-card.ts'
import { cardBankCase, cardCase } from './card-case.ts'
import type { CardDocument } from './card-codes.ts'
import { activationWays, missingDocuments } from './card-documents.ts'
import { changeCard, findCardByNumber, findHolderByNumber, lockCard } from './card.repository.ts'
import type { CardRow } from './card.repository.ts'
import { findDesk, insertSettlement } from './partner.repository.ts'
import type { DeskOfPartner } from './partner.repository.ts'
import { CardRefusal, noteCardEvent, stateRefusals } from './take-card-step.ts'

/**
 * NO_MATCH: no such card of this bank, or not that person's: which, nobody is told who tries numbers. BILL_SETTLED: this bill was
 * settled before.
 */
export class DeskRefusal {
  readonly reason: CardRefusal['reason'] | 'NO_MATCH' | 'BILL_SETTLED'
  constructor(reason: CardRefusal['reason'] | 'NO_MATCH' | 'BILL_SETTLED') {
    this.reason = reason
  }
}
export interface ActivatedAtDesk {
  readonly card: CardRow
  readonly social: boolean
  readonly bank: boolean
}

export interface BankActivation {
  cardNumber: string
  idNumber: string
  documents: readonly CardDocument[]
  byProxy: boolean
}

/** The issuing bank: its own application, and the social security one where the two are linked. Valid ID and card, both IDs for a proxy. */
export async function activateAtBank(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  { cardNumber, idNumber, documents, byProxy }: BankActivation,
): Promise<ActivatedAtDesk | DeskRefusal> {
  const actor = requireMay(asker, 'card:activate-at-bank')
  const desk = await deskOf(platform, actor)
  const person = personNumberOnRecord(idNumber)
  const holder = await findHolderByNumber(platform, person)
  const card = await findAtDesk(platform, actor, origin, {
    number: normaliseIdentifier(cardNumber),
    person,
    matches: (found) => found.bankName === desk.name && found.individualId === holder?.id,
  })
  if (!card) return new DeskRefusal('NO_MATCH')
  return platform.database.transaction(async () => {
    const held = await lockCard(platform, card.id)
    const refusal = held ? bankRefusal(held, desk) : 'NO_MATCH'
    if (!held || refusal) return new DeskRefusal(refusal ?? 'NO_MATCH')
    const [missing] = missingDocuments({ needs: activationWays.BANK.needs, seen: documents, byProxy })
    if (missing) return new DeskRefusal(missing)
    const deed = { actor, origin, channel: 'BANK', documents, byProxy } as const
    const social = desk.linked && cardCase.state(held) === 'INACTIVE'
    const bank = held.bankStatus === 'INACTIVE'
    if (bank) await activateBank(platform, deed, held.id)
    if (!social) return { card: held, social, bank }
    const outcome = await activateCard(platform, actor, origin, { cardId: held.id, ...deed })
    if (outcome instanceof CardRefusal) return new DeskRefusal(outcome.reason)
    return { card: held, social, bank }
  })
}

/** What is lost, frozen, void or not handed over is activated nowhere, whichever application is asked for. */
function bankRefusal(card: CardRow, { linked }: DeskOfPartner): DeskRefusal['reason'] | undefined {
  const state = cardCase.state(card)
  if (state !== 'INACTIVE' && state !== 'NORMAL') return stateRefusals[state]
  if (card.bankStatus === null) return 'NOT_FOR_TEMPORARY'
  const nothingLeft = card.bankStatus !== 'INACTIVE' && !(linked && state === 'INACTIVE')
  return nothingLeft ? 'ALREADY_NORMAL' : undefined
}

async function activateBank(
  platform: Platform,
  deed: {
    actor: PartnerOperator
    origin: string
    channel: 'BANK'
    documents: readonly CardDocument[]
    byProxy: boolean
  },
  id: string,
): Promise<void> {
  const { actor, origin, documents, byProxy } = deed
  await takeStep(platform, cardBankCase, {
    id,
    event: 'ACTIVATE_BANK',
    actor,
    origin,
    facts: () => ({ needs: activationWays.BANK.needs, seen: documents, byProxy, activated: false, temporary: false }),
    async write(row, to) {
      const changed = await changeCard(platform, id, { bankStatus: to })
      await noteCardEvent(platform, deed, {
        row: changed,
        event: 'ACTIVATE_BANK',
        from: row.bankStatus,
        to,
        application: 'BANK',
      })
      return changed
    },
    revision: ({ revision }) => revision,
    trace: ({ numberMasked: cardMasked, bankStatus: from }, to) => ({
      action: 'CARD_BANK_ACTIVATED',
      recordType: 'Card',
      recordId: id,
      change: { cardMasked, from, to, channel: 'BANK', documents, byProxy, partnerId: actor.partnerId },
    }),
  })
}

export interface Settlement {
  cardNumber: string
  billNo: string
  /** Fen. */
  amount: number
}

/** A designated hospital: the bill that is settled with the card activates it, and nothing else does there. */
export async function settleWithCard(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  input: Settlement,
): Promise<ActivatedAtDesk | DeskRefusal> {
  const actor = requireMay(asker, 'card:activate-by-settlement')
  const billNo = requireText('billNo', input.billNo, [1, 40])
  if (!Number.isSafeInteger(input.amount) || input.amount <= 0)
    throw badInput('amount', 'A positive sum in fen is needed.')
  await deskOf(platform, actor)
  const number = normaliseIdentifier(input.cardNumber)
  const card = await findAtDesk(platform, actor, origin, { number, matches: () => true })
  if (!card) return new DeskRefusal('NO_MATCH')
  try {
    return await platform.database.transaction(async () => {
      const bill = { cardId: card.id, partnerId: actor.partnerId, billNo, amount: input.amount }
      if (!(await insertSettlement(platform, { ...bill, settledBy: actor.accountId })))
        throw new NotSettled('BILL_SETTLED')
      const activation = { cardId: card.id, channel: 'HOSPITAL', documents: ['CARD', 'SETTLEMENT'] } as const
      const outcome = await activateCard(platform, actor, origin, activation)
      if (outcome instanceof CardRefusal) throw new NotSettled(outcome.reason)
      if (!('individualId' in outcome)) throw new NotSettled('NO_MATCH')
      return { card: outcome, social: true, bank: false }
    })
  } catch (failure) {
    if (failure instanceof NotSettled) return new DeskRefusal(failure.reason)
    throw failure
  }
}

/** Thrown within the transaction, so that no bill stays settled with a card that was refused. */
class NotSettled extends Error {
  readonly reason: DeskRefusal['reason']
  constructor(reason: DeskRefusal['reason']) {
    super('Nothing was settled.')
    this.reason = reason
  }
}

async function deskOf(platform: Platform, { partnerId }: PartnerOperator): Promise<DeskOfPartner> {
  const desk = await findDesk(platform, partnerId)
  if (!desk) throw notFound('partner')
  return desk
}

interface AskedAtDesk {
  number: string
  /** Where the desk has to name the holder. */
  person?: string
  matches: (card: CardRow) => boolean
}

/**
 * By the whole number. What does not match counts against address and operator, and against the card and the person it was tried on: so
 * numbers cannot be tried one after the other, by one operator or by many.
 */
async function findAtDesk(
  platform: Platform,
  actor: PartnerOperator,
  origin: string,
  asked: AskedAtDesk,
): Promise<CardRow | undefined> {
  const of = [`card:${asked.number}`, ...(asked.person === undefined ? [] : [`person:${asked.person}`])]
  const guess = { door: 'PARTNER_DESK', by: actor.accountId, of, from: origin } as const
  return guarded(platform, guess, () => lookAtDesk(platform, actor, origin, asked))
}

async function lookAtDesk(
  platform: Platform,
  actor: PartnerOperator,
  origin: string,
  { number, matches }: AskedAtDesk,
): Promise<CardRow | undefined> {
  const card = await findCardByNumber(platform, number)
  const found = card !== undefined && matches(card)
  await platform.audit.record({
    actorKind: actor.kind,
    actorId: actor.accountId,
    origin,
    action: 'CARD_LOOKED_UP',
    recordType: 'Card',
    recordId: found ? card.id : '',
    change: { found, partnerId: actor.partnerId },
  })
  return found ? card : undefined
}
