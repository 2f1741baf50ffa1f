import { isAbstractType, Kind, visit } from 'graphql'
import type { DocumentNode, GraphQLSchema } from 'graphql'

/**
 * Which types an interface or union can be, of those that some fragment is about: without it the cache would have to guess whether
 * a fragment fits. Of the many unions of outcomes, most are asked for by their own types alone.
 */
export function plugin(schema: GraphQLSchema, documents: readonly { document?: DocumentNode }[]): string {
  const asked = new Set<string>()
  for (const { document } of documents)
    if (document)
      visit(document, {
        [Kind.FRAGMENT_DEFINITION]: ({ typeCondition }) => void asked.add(typeCondition.name.value),
        [Kind.INLINE_FRAGMENT]: ({ typeCondition }) => void (typeCondition && asked.add(typeCondition.name.value)),
      })
  const possible = [...asked].toSorted().flatMap((name) => {
    const type = schema.getType(name)
    if (!isAbstractType(type)) return []
    const names = schema.getPossibleTypes(type).map((one) => `'${one.name}'`)
    return [`  ${name}: [${names.toSorted().join(', ')}],`]
  })
  return ['export const possibleTypes: Readonly<Record<string, readonly string[]>> = {', ...possible, '}', ''].join(
    '\n',
  )
}
