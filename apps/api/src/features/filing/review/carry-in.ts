import type { Platform } from '../../../platform/platform.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { loadFrozenVersion, loadInspectionPolicy } from '../personnel/index.ts'
import { acceptedVersion, updateRegister } from './update-register.ts'

type Frozen = Parameters<typeof loadFrozenVersion>[1]

/**
 * The version that was submitted becomes what the register says. Acceptance does it, and the look at what acceptance would charge
 * does it and undoes it, so that the two cannot differ.
 */
export async function carryIn(platform: Platform, declaration: DeclarationRow, frozen: Frozen, acceptedBy: string) {
  const complete = await loadFrozenVersion(platform, frozen)
  const policy = await loadInspectionPolicy(platform, declaration)
  const target = await acceptedVersion(platform, declaration, acceptedBy, policy)
  return { complete, target, changed: await updateRegister(platform, target, complete, policy) }
}
