import type { ReactNode } from 'react'
import { useMatches } from 'react-router'
import type { RolesOfRoute } from '../shared/lib/feature.ts'
import { useMessages } from '../shared/lib/language-context.tsx'
import { OtherRolePage } from '../shared/ui/other-role-page.tsx'
import { roleMessages } from './role-messages.ts'

type Role = RolesOfRoute['roles'][number]

/** Shows a page only to the roles that its route names; to others whose it is. The office refuses them in any case. */
export function RoleGate({ held, children }: { held: readonly Role[]; children: ReactNode }) {
  const word = useMessages(roleMessages)
  const needed = useMatches().flatMap(({ handle }) => (isForRoles(handle) ? [handle.roles] : []))
  const missing = needed.find((roles) => !roles.some((role) => held.includes(role)))
  if (!missing) return children
  return <OtherRolePage home="/staff" roles={missing.map((role) => word(role))} own={held.map((role) => word(role))} />
}

function isForRoles(handle: unknown): handle is RolesOfRoute {
  return typeof handle === 'object' && handle !== null && 'roles' in handle && Array.isArray(handle.roles)
}
