import { isAdd, issueOfRule, personOfChange } from '@shebao/declaration-rules'
import type { Issue } from '@shebao/declaration-rules'
import type { Platform } from '../../../platform/platform.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { personIdHash } from '../personnel/index.ts'
import { claimJoins } from './claims.repository.ts'
import type { Claim } from './claims.repository.ts'
import type { LoadedChange } from './evaluate-monthly.ts'
import { hex } from './load-context.ts'

/**
 * Holds the joins to pension and medical for this declaration, and says of which another unit was first. What is refused afterwards
 * gives them up again.
 */
export async function contestedJoins(
  platform: Platform,
  { id, employerId }: Pick<DeclarationRow, 'id' | 'employerId'>,
  changes: readonly LoadedChange[],
): Promise<Issue[]> {
  const contested = await claimJoins(platform, { id, employerId }, claimsOf(platform, changes))
  if (contested.length === 0) return []
  const indexOf = new Map(changes.map(({ row }, index) => [row, index]))
  // One remark a person, as the rules make it of somebody who is in both elsewhere.
  const perRow = [...new Map(contested.toReversed().map((one) => [one.rowNo, one])).values()].toReversed()
  return perRow.map(({ rowNo, insurance }) =>
    issueOfRule('monthly.idNumber.activeElsewhere', 'idNumber', { insurance }, indexOf.get(rowNo) ?? 0, rowNo),
  )
}

function claimsOf({ vault, clock }: Platform, changes: readonly LoadedChange[]): Claim[] {
  const today = clock.today()
  return changes.flatMap(({ row, draft, idKey: written }) => {
    if (draft.changeType === undefined || !isAdd(draft.changeType)) return []
    const person = personOfChange(draft, today)
    if (person?.ok !== true) return []
    // The hash that was stored is of the number as it was written.
    const stored = person.value === draft.idNumber ? written : null
    const claimed = (draft.insurances ?? []).filter((one) => one === 'PENSION' || one === 'MEDICAL')
    const idKey = stored ?? hex(personIdHash(vault, person.value) ?? undefined)
    return idKey === '' || claimed.length === 0 ? [] : [{ rowNo: row, idKey, insurances: [...new Set(claimed)] }]
  })
}
