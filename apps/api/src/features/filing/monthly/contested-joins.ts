import { issueOfRule } from '@shebao/declaration-rules'
import type { CompleteChange, Issue } from '@shebao/declaration-rules'
import type { Platform } from '../../../platform/platform.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { personIdHash } from '../personnel/index.ts'
import { claimJoins } from './claims.repository.ts'
import type { Claim } from './claims.repository.ts'

/** Holds the joins to pension and medical for this declaration, and says of which another unit was first. */
export async function contestedJoins(
  platform: Platform,
  { id, employerId }: Pick<DeclarationRow, 'id' | 'employerId'>,
  changes: readonly CompleteChange[],
): Promise<Issue[]> {
  const contested = await claimJoins(platform, { id, employerId }, claimsOf(platform, changes))
  const indexOf = new Map(changes.map(({ row }, index) => [row, index]))
  // One remark a person, as the rules make it of somebody who is in both elsewhere.
  const perRow = [...new Map(contested.toReversed().map((one) => [one.rowNo, one])).values()].toReversed()
  return perRow.map(({ rowNo, insurance }) =>
    issueOfRule('monthly.idNumber.activeElsewhere', 'idNumber', { insurance }, indexOf.get(rowNo) ?? 0, rowNo),
  )
}

function claimsOf({ vault }: Platform, changes: readonly CompleteChange[]): Claim[] {
  return changes.flatMap(({ row, facts }) => {
    const hash = facts.kind === 'ADD' ? personIdHash(vault, facts.idNumber) : null
    if (hash === null || facts.kind !== 'ADD') return []
    return facts.insurances.flatMap((insurance) =>
      insurance === 'PENSION' || insurance === 'MEDICAL' ? { rowNo: row, idHash: hash, insurance } : [],
    )
  })
}
