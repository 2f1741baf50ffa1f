import type { Clerk } from '../../../access/viewer.ts'
import { badInput } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { EditRefusal } from '../declaration/index.ts'
import { maskIdNumber } from '@shebao/identifiers'
import { lockOwnList } from './asked-list.ts'
import { validDays } from './confirmation-codes.ts'
import { drawLinkCode, hashOfCode, urlOf } from './confirmation-link.ts'
import { insertConfirmations, listAsked } from './confirmation.repository.ts'
import type { NewConfirmation } from './confirmation.repository.ts'
import { hexOf } from './confirmed-content.ts'
import { refreshConfirmations } from './refresh-confirmations.ts'

/** As many as are printed and handed out at once. */
export const linksAtMost = 200

export interface HandedLink {
  rowNo: number
  name: string
  idMasked: string
  /** In clear, this once. */
  url: string
}

export type HandOverOutcome =
  | { kind: 'HANDED'; declarationId: string; expiresAt: Date; links: readonly HandedLink[] }
  | { kind: 'REFUSED'; declarationId: string; code: EditRefusal }

/**
 * New links for people who were asked and get no text message, to be printed or copied. What was sent to them before leads nowhere
 * any more. Kept with the confirmation: it came by a link that passed through the employer's hands (ADR 37).
 */
export async function handOverLinks(
  platform: Platform,
  viewer: Clerk,
  input: { declarationId: string; rowNos: readonly number[]; origin: string },
): Promise<HandOverOutcome> {
  if (input.rowNos.length === 0 || input.rowNos.length > linksAtMost)
    throw badInput('rowNos', `Between 1 and ${linksAtMost} rows.`)
  return platform.database.transaction(async () => {
    const { declaration, list, refusal } = await lockOwnList(platform, viewer, input.declarationId)
    if (refusal) return { kind: 'REFUSED', declarationId: declaration.id, code: refusal }
    await refreshConfirmations(platform, declaration)
    const open = new Map(
      (await listAsked(platform, declaration.id))
        .filter(({ status, stale }) => !stale && (status === 'UNREACHED' || status === 'ASKED'))
        .map((one) => [hexOf(one.idHash), one]),
    )
    const people = await list.people(platform, declaration, input.rowNos)
    const drawn = people
      .toSorted((one, other) => one.row - other.row)
      .flatMap((person) => {
        const asked = person.idHash ? open.get(hexOf(person.idHash)) : undefined
        return asked === undefined ? [] : [{ asked, person, code: drawLinkCode() }]
      })
    const expiresAt = new Date(platform.clock.now().getTime() + validDays * 86_400_000)
    const made = drawn.map(({ asked: { idHash, contentMark, reply }, code }): NewConfirmation => ({
      idHash,
      contentMark,
      reply,
      id: crypto.randomUUID(),
      status: 'ASKED',
      way: 'HANDED',
      codeHash: hashOfCode(platform, code),
      notificationId: null,
    }))
    await insertConfirmations(platform, { declarationId: declaration.id, askedBy: viewer.accountId, expiresAt }, made)
    await platform.audit.record({
      actorKind: 'EMPLOYER',
      actorId: viewer.accountId,
      origin: input.origin,
      action: 'HAND_OVER_LINKS',
      recordType: 'Declaration',
      recordId: declaration.id,
      change: { links: made.length },
    })
    const links = drawn.map(({ person: { row, name, idNumber }, code }) => ({
      rowNo: row,
      name,
      idMasked: maskIdNumber(idNumber),
      url: urlOf(platform, code),
    }))
    return { kind: 'HANDED', declarationId: declaration.id, expiresAt, links }
  })
}
