import { badInput } from '../../../access/refusal.ts'
import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { askedListOf } from './asked-list.ts'
import type { Ours } from './asked-list.ts'
import { confirmationStates } from './confirmation-codes.ts'
import type { ConfirmationState } from './confirmation-codes.ts'
import { countStates, listConfirmations } from './confirmation-list.repository.ts'
import type { ListedRow } from './confirmation-list.repository.ts'
import { refreshConfirmations } from './refresh-confirmations.ts'
import type { Said } from './said.ts'

export interface ConfirmationView extends Omit<ListedRow, 'personal' | 'content' | 'said'> {
  declarationId: string
  name: string
  /** What the row says of the fields that may be disputed. */
  ours: Ours
  said: Said
}

/** How each person of the open list stands, in the order of its rows; one more than the page holds when others follow. */
export async function readConfirmations(
  platform: Platform,
  declaration: DeclarationRow,
  { state, ...page }: KeysetArgs & { state?: ConfirmationState | null | undefined },
): Promise<ConfirmationView[]> {
  const [afterRow] = decodeCursor(page, 1) ?? [-1]
  if (typeof afterRow !== 'number') throw badInput('after', 'This is no cursor of this list.')
  await refreshConfirmations(platform, declaration)
  const rows = await listConfirmations(platform, declaration, {
    state: state ?? null,
    afterRow,
    limit: pageSize(page) + 1,
  })
  const list = askedListOf(declaration)
  return rows.map(({ personal, content, said, ...row }) => ({
    ...row,
    declarationId: declaration.id,
    ...list.show(platform, { rowNo: row.rowNo, personal, content }),
    said: said ? platform.vault.open<Said>(said) : {},
  }))
}

export type ConfirmationCounts = Readonly<Record<ConfirmationState, number>>

export async function countConfirmations(platform: Platform, declaration: DeclarationRow): Promise<ConfirmationCounts> {
  await refreshConfirmations(platform, declaration)
  const counted = new Map((await countStates(platform, declaration)).map(({ state, people }) => [state, people]))
  const counts = { NOT_ASKED: 0, WAITING: 0, CONFIRMED: 0, DISAGREED: 0, CHANGED: 0, EXPIRED: 0, UNREACHED: 0 }
  for (const state of confirmationStates) counts[state] = counted.get(state) ?? 0
  return counts
}
