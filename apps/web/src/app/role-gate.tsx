import { roleWords } from '@shebao/kernel/staff-role-words'
import type { ReactNode } from 'react'
import type { Place, RolesOfRoute } from '../shared/lib/feature.ts'
import { readers } from '../shared/lib/staff-role.ts'
import { useMessages } from '../shared/lib/language-context.tsx'
import { useHandles } from '../shared/routing/page-router.tsx'
import { OtherRolePage } from '../shared/ui/other-role-page.tsx'

type Role = RolesOfRoute['roles'][number]

interface RoleGateProps {
  held: readonly Role[]
  /** The place in whose part of the office somebody of another role is. */
  place?: Place | undefined
  children: ReactNode
}

/** Shows a page only to the roles that its place and its route name; to others whose it is. The office refuses them in any case. */
export function RoleGate({ held, place, children }: RoleGateProps) {
  const word = useMessages(roleWords)
  const needed = useHandles().flatMap((handle) => (isForRoles(handle) ? [handle.roles] : []))
  const missing = place ? (place.roles ?? readers) : needed.find((roles) => !roles.some((role) => held.includes(role)))
  if (!missing) return children
  return <OtherRolePage home="/staff" roles={missing.map((role) => word(role))} own={held.map((role) => word(role))} />
}

function isForRoles(handle: unknown): handle is RolesOfRoute {
  return typeof handle === 'object' && handle !== null && 'roles' in handle && Array.isArray(handle.roles)
}
