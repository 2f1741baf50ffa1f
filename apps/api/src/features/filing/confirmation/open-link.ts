import { timingSafeEqual } from 'node:crypto'
import { normaliseIdentifier } from '@shebao/identifiers'
import { watched } from '../../../access/guess-watch.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findEmployer } from '../../register/employer/index.ts'
import { findList } from './asked-list.ts'
import type { OpenedPerson, OwnList } from './asked-list.ts'
import { numberTries } from './confirmation-codes.ts'
import type { LinkProblem } from './confirmation-codes.ts'
import { hashOfCode } from './confirmation-link.ts'
import { findByCode, forgiveNumberTries, takeNumberTry } from './confirmation.repository.ts'
import type { ConfirmationRow } from './confirmation.repository.ts'
import { sameBytes } from './confirmed-content.ts'
import type { Reply } from './said.ts'

/** How many characters of their number a person types; a shorter number is typed whole. */
export const endLength = 6

export interface ClosedLink {
  kind: 'CLOSED'
  problem: LinkProblem
  triesLeft?: number
  answered?: 'CONFIRMED' | 'DISAGREED'
  answeredAt?: Date
}

const closed = (problem: LinkProblem, more: Partial<ClosedLink> = {}): ClosedLink => ({
  kind: 'CLOSED',
  problem,
  ...more,
})

export interface WaitingLink {
  kind: 'WAITING'
  employerName: string
  year: number
  period: string | null
  expiresAt: Date
}

/** Where a link leads, before anybody proved who they are: who asks, and nothing of the person. */
export async function readLink(
  platform: Platform,
  { code, origin }: { code: string; origin: string },
): Promise<WaitingLink | ClosedLink> {
  const opened = await findOpenLink(platform, code, origin)
  if ('problem' in opened) return opened
  const { found } = opened
  const employer = await findEmployer(platform, found.employerId)
  const { year, period, expiresAt } = found
  return { kind: 'WAITING', employerName: employer?.name ?? '', year, period, expiresAt }
}

export async function findOpenLink(
  platform: Platform,
  code: string,
  origin: string,
): Promise<{ found: ConfirmationRow; own: OwnList } | ClosedLink> {
  // Right links never count, so that a whole workshop may answer from behind one address.
  const looked = await watched(platform, { door: 'CONFIRMATION_LINK', by: origin }, () =>
    findByCode(platform, hashOfCode(platform, code)),
  )
  if (looked.until) return closed('TOO_MANY')
  const { found } = looked
  if (!found) return closed('UNKNOWN')
  const own = await findList(platform, found.declarationId)
  if (!own) return closed('UNKNOWN')
  return problemOf(platform, found, own) ?? { found, own }
}

function problemOf({ clock }: Platform, found: ConfirmationRow, { refusal }: OwnList): ClosedLink | undefined {
  const { status, answeredAt } = found
  if (!found.current || status === 'REPLACED' || status === 'SETTLED') return closed('REPLACED')
  if (status === 'CONFIRMED' || status === 'DISAGREED') {
    return closed(found.stale ? 'CHANGED' : 'ANSWERED', { answered: status, ...(answeredAt ? { answeredAt } : {}) })
  }
  if (refusal) return closed(found.declarationStatus === 'CANCELLED' ? 'GIVEN_UP' : 'HANDED_IN')
  if (found.expiresAt <= clock.now()) return closed('EXPIRED')
  if (found.failures >= numberTries) return closed('LOCKED')
  return undefined
}

export interface OpenedLink {
  kind: 'OPENED'
  found: ConfirmationRow
  own: OwnList
  person: OpenedPerson
  employerName: string
  reply: Reply | undefined
}

/**
 * What the holder of a link sees of their own row, when they know the end of the number it was made for. A link stands for one content:
 * where the row says something else by now it opens nothing, and the employer asks again.
 */
export async function openLink(
  platform: Platform,
  { code, idEnd, origin }: { code: string; idEnd: string; origin: string },
): Promise<OpenedLink | ClosedLink> {
  const opened = await findOpenLink(platform, code, origin)
  if ('problem' in opened) return opened
  const { found, own } = opened
  const person = await own.list.person(platform, own.declaration, found.idHash)
  if (!person) return closed('CHANGED')
  const taken = await takeNumberTry(platform, found.id, numberTries)
  if (taken === undefined) return closed('LOCKED')
  if (!endsWith(person.idNumber, idEnd))
    return refuseNumber(platform, found, { rowNo: person.row, origin, triesLeft: numberTries - taken })
  await forgiveNumberTries(platform, found.id)
  if (!sameBytes(found.contentMark, person.mark())) return closed('CHANGED')
  const employer = await findEmployer(platform, found.employerId)
  return {
    kind: 'OPENED',
    found,
    own,
    person,
    employerName: employer?.name ?? '',
    reply: found.reply ? platform.vault.open<Reply>(found.reply) : undefined,
  }
}

function endsWith(idNumber: string, typed: string): boolean {
  const wanted = normaliseIdentifier(idNumber).slice(-endLength)
  const given = normaliseIdentifier(typed)
  // Compared as hashes would be: of equal length whatever was typed.
  const [one, other] = [wanted, given].map((text) => Buffer.alloc(64, `${text}\0`.slice(0, 64)))
  return one !== undefined && other !== undefined && wanted !== '' && timingSafeEqual(one, other)
}

async function refuseNumber(
  platform: Platform,
  found: ConfirmationRow,
  { rowNo, origin, triesLeft }: { rowNo: number; origin: string; triesLeft: number },
): Promise<ClosedLink> {
  if (triesLeft > 0) return closed('WRONG_NUMBER', { triesLeft })
  await platform.audit.record({
    actorKind: 'ANONYMOUS',
    origin,
    action: 'CONFIRMATION_LOCKED',
    recordType: 'Declaration',
    recordId: found.declarationId,
    change: { rowNo },
  })
  return closed('LOCKED')
}
