import { TypeInfo, visit, visitWithTypeInfo } from 'graphql'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import type { Permission } from '../access/permissions.ts'
import { bySubject, permissionOf } from './permission-of-field.ts'

/** A field of the root as an operation asks for it; `its own`: the field asks for the permission of its subject by itself. */
export interface AskedField {
  readonly name: string
  readonly held: Permission | 'public' | 'its own'
}

/** What a valid document asks for at the root, within fragments too. */
export function listRootFields(schema: GraphQLSchema, document: DocumentNode): AskedField[] {
  const roots = new Set([schema.getQueryType(), schema.getMutationType()].map((type) => type?.name))
  const asked: AskedField[] = []
  const types = new TypeInfo(schema)
  visit(
    document,
    visitWithTypeInfo(types, {
      Field() {
        const field = types.getFieldDef()
        if (!field || !roots.has(types.getParentType()?.name) || field.name.startsWith('__')) return
        const held = field.name === bySubject ? 'its own' : permissionOf(field)
        if (held === undefined) throw new Error(`The root field ${field.name} names no permission.`)
        asked.push({ name: field.name, held })
      },
    }),
  )
  return asked
}
