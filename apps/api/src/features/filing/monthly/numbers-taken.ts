import { issueOfRule } from '@shebao/declaration-rules'
import type { CompleteChange, Issue } from '@shebao/declaration-rules'
import type { Platform } from '../../../platform/platform.ts'
import { findHeldNumbers } from '../../register/individual/index.ts'

/** Changes of a number to one that is somebody else's in the register: two people never become one by a declaration. */
export async function numbersTaken(platform: Platform, changes: readonly CompleteChange[]): Promise<Issue[]> {
  const wanted = changes.flatMap(({ row, facts }, index) =>
    facts.kind === 'INFO' && facts.field === 'idNumber' ? { row, index, number: facts.value } : [],
  )
  if (wanted.length === 0) return []
  const held = await findHeldNumbers(
    platform,
    wanted.map(({ number }) => number),
  )
  return wanted.flatMap(({ row, index, number }) =>
    held.has(number) ? issueOfRule('monthly.infoValue.taken', 'infoValue', {}, index, row) : [],
  )
}
