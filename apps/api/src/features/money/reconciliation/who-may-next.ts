import { barredFrom, stepOf } from '@shebao/case'
import { permissions } from '../../../access/permission-table.ts'
import type { Permission } from '../../../access/permissions.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findTakers } from '../../../case/case-event.repository.ts'
import { listWhoMay } from './claim.repository.ts'
import { itemState } from './item-case.ts'
import type { ItemRow } from './item-view.repository.ts'
import { reconciliationItemTable } from './reconciliation-item.lifecycle.ts'
import { statementTable } from './statement.lifecycle.ts'

/** Who may confirm what was asked of an item: everybody with the permission but whoever asked. Empty where nothing waits. */
export async function whoMayConfirm(platform: Platform, item: ItemRow): Promise<string[]> {
  const state = itemState(item)
  const event = state === 'CLAIM_ASKED' ? 'CONFIRM_CLAIM' : state === 'REVERSAL_ASKED' ? 'CONFIRM_REVERSAL' : undefined
  const step = event && stepOf(reconciliationItemTable, state, event)
  const asker = item.claimBy ?? item.reverseBy
  return step ? listWhoMay(platform, rolesOf(step.who), asker === null ? [] : [asker]) : []
}

/** Who may release a statement that a person brought. */
export async function whoMayRelease(platform: Platform, id: string): Promise<string[]> {
  const step = stepOf(statementTable, 'HELD', 'RELEASE')
  if (!step) return []
  const takers = await findTakers(platform, { lifecycle: statementTable.lifecycle, id }, step.otherThan ?? [], 0)
  return listWhoMay(platform, rolesOf(step.who), barredFrom(step, takers))
}

const rolesOf = (who: Permission): string[] => {
  const grant = permissions[who]
  return 'staff' in grant ? Object.keys(grant.staff) : []
}
