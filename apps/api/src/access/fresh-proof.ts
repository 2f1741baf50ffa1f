import { permissions } from './permission-table.ts'
import type { Grant, Permission } from './permission-table.ts'
import type { Viewer } from './viewer.ts'

/** For how long a proof of who somebody is counts as fresh [PD]. */
export const freshForMs = 10 * 60_000

/** Whether the viewer first proves once more who they are. Asked of those who hold the permission. */
export function lacksProof(viewer: Viewer | undefined, permission: Permission, now: Date): boolean {
  const { afterProof }: Grant = permissions[permission]
  if (!afterProof || viewer?.kind !== 'STAFF') return false
  return !viewer.fullyProvedAt || now.getTime() - viewer.fullyProvedAt.getTime() >= freshForMs
}
