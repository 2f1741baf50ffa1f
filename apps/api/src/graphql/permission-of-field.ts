import type { GraphQLField, GraphQLSchema } from 'graphql'
import { isObjectType } from 'graphql'
import { permissions } from '../access/permission-table.ts'
import type { Permission } from '../access/permissions.ts'
import { derivationPermissions } from './derivation.ts'

/** What a field names in `authScopes`: a permission of the table, or that anyone may ask. */
export function permissionOf(field: GraphQLField<unknown, unknown>): Permission | 'public' | undefined {
  const options = field.extensions['pothosOptions']
  const scopes: unknown =
    options && typeof options === 'object' && 'authScopes' in options ? options.authScopes : undefined
  if (!scopes || typeof scopes !== 'object') return undefined
  if ('public' in scopes) return 'public'
  return 'may' in scopes ? (Object.keys(permissions) as Permission[]).find((name) => name === scopes.may) : undefined
}

/** The root field that asks for the permission of the subject it is asked about. */
export const bySubject = 'derivation'

/** Every field of every object that names something, as `Type.field`, and each subject of a derivation. */
export function listGuardedFields(schema: GraphQLSchema): { name: string; held: Permission | 'public' }[] {
  const subjects = derivationPermissions().map(([name, held]) => ({ name: `Query.${bySubject}(${name})`, held }))
  const fields = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) => {
        const held = permissionOf(field)
        return held ? [{ name: `${type.name}.${field.name}`, held }] : []
      }),
    )
  return [...fields, ...subjects]
}
