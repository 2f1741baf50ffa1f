import type { Clerk } from '../../../access/viewer.ts'
import { badInput } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { sendsTextMessages, tellStrangers } from '../../../telling/tell.ts'
import type { StrangerTelling } from '../../../telling/tell.ts'
import { findEmployer } from '../../register/employer/index.ts'
import { readMobile } from '../../register/notification/index.ts'
import type { DeclarationRow, EditRefusal } from '../declaration/index.ts'
import { lockOwnList } from './asked-list.ts'
import type { ListedPerson } from './asked-list.ts'
import { numberTries, reminderPauseMs, validDays } from './confirmation-codes.ts'
import { drawLinkCode, hashOfCode, urlOf } from './confirmation-link.ts'
import { insertConfirmations, listAsked } from './confirmation.repository.ts'
import type { AskedPerson, NewConfirmation } from './confirmation.repository.ts'
import { hexOf, sameBytes } from './confirmed-content.ts'
import { refreshConfirmations } from './refresh-confirmations.ts'
import type { Reply } from './said.ts'

/** How many people one statement takes; an asking of everybody is a few of them. */
const atOnce = 5_000
export const namedRowsAtMost = 1_000

export interface AskCounts {
  asked: number
  /** Noted as to be asked; their link has to be handed over. */
  unreached: number
  /** Asked before, and nothing has changed since. */
  already: number
  /** No number to prove who they are with. */
  withoutNumber: number
}

export type AskOutcome =
  | ({ kind: 'ASKED'; declarationId: string } & AskCounts)
  | { kind: 'REFUSED'; declarationId: string; code: EditRefusal }

/**
 * Asks everybody of the open list, or these rows, to confirm what is declared of them. Whoever was asked for just this content before is
 * left in peace; a row that is named is reminded once a day, and so is everybody who has not answered where `remind` says so.
 */
export async function askEmployees(
  platform: Platform,
  viewer: Clerk,
  input: { declarationId: string; rowNos?: readonly number[] | undefined; remind?: boolean; origin: string },
): Promise<AskOutcome> {
  const { rowNos } = input
  if (rowNos && (rowNos.length === 0 || rowNos.length > namedRowsAtMost))
    throw badInput('rowNos', `Between 1 and ${namedRowsAtMost} rows.`)
  return platform.database.transaction(async () => {
    const { declaration, list, refusal } = await lockOwnList(platform, viewer, input.declarationId)
    if (refusal) return { kind: 'REFUSED', declarationId: declaration.id, code: refusal }
    const listed = await list.people(platform, declaration, rowNos)
    await refreshConfirmations(platform, declaration)
    const { people, counts } = await choose(
      platform,
      declaration,
      listed,
      rowNos !== undefined || input.remind === true,
    )
    const reached = await ask(platform, viewer, declaration, people)
    await platform.audit.record({
      actorKind: 'EMPLOYER',
      actorId: viewer.accountId,
      origin: input.origin,
      action: 'ASK_EMPLOYEES',
      recordType: 'Declaration',
      recordId: declaration.id,
      change: reached,
    })
    return { kind: 'ASKED', declarationId: declaration.id, ...counts, ...reached }
  })
}

export interface AskedRow {
  idHash: Uint8Array
  mark: Uint8Array
  mobile: string | undefined
  again: boolean
  reply?: Reply
}

async function choose(
  platform: Platform,
  declaration: DeclarationRow,
  listed: readonly ListedPerson[],
  remind: boolean,
): Promise<{ people: AskedRow[]; counts: Pick<AskCounts, 'already' | 'withoutNumber'> }> {
  const before = new Map((await listAsked(platform, declaration.id)).map((one) => [hexOf(one.idHash), one]))
  const now = platform.clock.now().getTime()
  const seen = new Set<string>()
  const people: AskedRow[] = []
  const counts = { already: 0, withoutNumber: 0 }
  for (const { idHash, mobile: typed, mark: markOf } of listed) {
    const key = idHash && hexOf(idHash)
    if (!idHash || !key) {
      counts.withoutNumber += 1
      continue
    }
    if (seen.has(key)) continue
    seen.add(key)
    const mark = markOf()
    const mobile = sendsTextMessages(platform) ? readMobile(typed ?? '') : undefined
    const known = before.get(key)
    if (known && !isAskedAnew(known, { mark, mobile, now, remind })) counts.already += 1
    else people.push({ idHash, mark, mobile, again: known !== undefined && !sameBytes(known.contentMark, mark) })
  }
  return { people, counts }
}

function isAskedAnew(
  known: AskedPerson,
  { mark, mobile, now, remind }: { mark: Uint8Array; mobile: string | undefined; now: number; remind: boolean },
): boolean {
  if (!sameBytes(known.contentMark, mark)) return true
  if (known.status === 'UNREACHED') return mobile !== undefined
  if (known.status !== 'ASKED') return false
  if (known.givenUp) return mobile !== undefined && (remind || now - known.askedAt.getTime() >= reminderPauseMs)
  if (known.expiresAt.getTime() <= now || known.failures >= numberTries) return true
  return remind && now - known.askedAt.getTime() >= reminderPauseMs
}

/** Makes the cases and sends the links, inside the open transaction. */
export async function ask(
  platform: Platform,
  { accountId }: Clerk,
  { id: declarationId, employerId }: DeclarationRow,
  people: readonly AskedRow[],
): Promise<Pick<AskCounts, 'asked' | 'unreached'>> {
  const employer = await findEmployer(platform, employerId)
  const expiresAt = new Date(platform.clock.now().getTime() + validDays * 86_400_000)
  const counts = { asked: 0, unreached: 0 }
  for (let start = 0; start < people.length; start += atOnce) {
    const part = people.slice(start, start + atOnce).map((person) => linked(platform, person))
    await insertConfirmations(
      platform,
      { declarationId, askedBy: accountId, expiresAt },
      part.map(({ row }) => row),
    )
    const tellings = part.flatMap(({ telling }) => (telling ? [telling] : []))
    await tellStrangers(
      platform,
      accountId,
      tellings.map(({ again, ...telling }): StrangerTelling => {
        const params = { employer: employer?.name ?? '', expiresAt: expiresAt.toISOString(), again }
        return { ...telling, params, expiresAt }
      }),
    )
    counts.asked += tellings.length
    counts.unreached += part.length - tellings.length
  }
  return counts
}

function linked(platform: Platform, { idHash, mark, mobile, again, reply }: AskedRow) {
  const base = { id: crypto.randomUUID(), idHash, contentMark: mark, reply: reply ? platform.vault.seal(reply) : null }
  if (mobile === undefined) {
    const row: NewConfirmation = { ...base, status: 'UNREACHED', way: 'NONE', codeHash: null, notificationId: null }
    return { row }
  }
  const code = drawLinkCode()
  const notificationId = crypto.randomUUID()
  const row: NewConfirmation = {
    ...base,
    notificationId,
    status: 'ASKED',
    way: 'SMS',
    codeHash: hashOfCode(platform, code),
  }
  return { row, telling: { id: notificationId, key: base.id, secret: urlOf(platform, code), mobile, again } }
}
