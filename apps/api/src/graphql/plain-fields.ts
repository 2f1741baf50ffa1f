import { isObjectType } from 'graphql'
import type { GraphQLField, GraphQLSchema } from 'graphql'

/**
 * A field that hands out the property of its own name needs no resolver: GraphQL reads it so by itself, and a compiled operation
 * without a call and a promise check for each cell. Pothos gives it one nevertheless. Fields whose reading is guarded or changed
 * keep theirs.
 */
export function readPlainFieldsDirectly(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue
    for (const field of Object.values(type.getFields())) if (isPlain(field)) delete field.resolve
  }
  return schema
}

function isPlain({ name, extensions, resolve }: GraphQLField<unknown, unknown>): boolean {
  return extensions['pothosExposedField'] === name && extensions['pothosOriginalResolve'] === resolve
}
