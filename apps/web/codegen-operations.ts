import { plugin as printOperations } from '@graphql-codegen/typescript-operations'
import { getNamedType, isEnumType, TypeInfo, visit, visitWithTypeInfo } from 'graphql'
import type { FragmentDefinitionNode, GraphQLSchema } from 'graphql'

type Given = Parameters<typeof printOperations>

/** What the preset tells each file beside the configuration. */
interface PresetConfig {
  externalFragments?: readonly { name: string; node: FragmentDefinitionNode }[]
  scalars?: Record<string, string>
}

/**
 * `typescript-operations`, whose imports fit what it prints: a fragment of another file that is spread with `@unmask` stands
 * there field by field, so the file needs the enums and scalars of those fields, and not the fragment's own type.
 */
export async function plugin(
  schema: Given[0],
  documents: Given[1],
  config: Given[2] & PresetConfig,
  info: Parameters<typeof printOperations>[3],
) {
  const printed = await printOperations(schema, documents, config, info)
  if (typeof printed === 'string') return printed
  const { content, prepend = [] } = printed
  const names = (name: string) => new RegExp(String.raw`\b${name}\b`).test(content)
  const declared = (name: string) => content.includes(`export type ${name} =`)
  const enumsOf = (fragment: string) =>
    (config.externalFragments ?? [])
      .filter(
        ({ name }) =>
          fragment === `${name}Fragment` || (fragment.startsWith(`${name}_`) && fragment.endsWith('_Fragment')),
      )
      .flatMap(({ node }) => fieldEnums(schema, node))
  const imported = new Set<string>()
  const lines = prepend.flatMap((line) => {
    const [, list, from] = /^import type \{ (.+) \} from '(.+\.generated\.ts)';$/.exec(line) ?? []
    if (list === undefined) return [line]
    const own = list.split(', ')
    const needed = [...own, ...own.flatMap(enumsOf)].filter(
      (name) => names(name) && !declared(name) && !imported.has(name),
    )
    for (const name of needed) imported.add(name)
    return needed.length === 0 ? [] : [`import type { ${[...new Set(needed)].join(', ')} } from '${from}';`]
  })
  const scalars = Object.values(config.scalars ?? {}).flatMap((written) => {
    const [from, name] = written.split('#')
    if (name === undefined || !names(name) || lines.some((line) => line.includes(`{ ${name} }`))) return []
    return [`import type { ${name} } from '${from}';`]
  })
  return { ...printed, prepend: [...lines, ...scalars] }
}

/** The enums of a fragment's own fields; those of fragments in it stand in their files. */
function fieldEnums(schema: GraphQLSchema, fragment: FragmentDefinitionNode): string[] {
  const types = new TypeInfo(schema)
  const found: string[] = []
  visit(
    fragment,
    visitWithTypeInfo(types, {
      Field() {
        const type = getNamedType(types.getType())
        if (isEnumType(type)) found.push(type.name)
      },
    }),
  )
  return found
}
