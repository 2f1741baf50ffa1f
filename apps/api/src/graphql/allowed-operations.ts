import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Kind, parse, print, stripIgnoredCharacters, visit } from 'graphql'
import type { DefinitionNode, DocumentNode, FragmentDefinitionNode } from 'graphql'

/** The operations of the web client: in production nothing else is answered (design, section 7). */
export type AllowedOperations = ReadonlySet<string>

/** Reads every `.graphql` document below the folder; each operation is allowed with exactly the fragments it uses. */
export function readAllowedOperations(folder: string): AllowedOperations {
  const definitions = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.graphql'))
    .flatMap((file) => parse(readFileSync(join(folder, file), 'utf8'), { noLocation: true }).definitions)
  const fragments = new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  )
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  if (operations.length === 0) throw new Error(`There are no operations of the web client in ${folder}.`)
  return new Set(
    operations.map((operation) => hashOf({ kind: Kind.DOCUMENT, definitions: withFragments(operation, fragments) })),
  )
}

function withFragments(
  operation: DefinitionNode,
  known: ReadonlyMap<string, FragmentDefinitionNode>,
): readonly DefinitionNode[] {
  const used = new Map<string, DefinitionNode>()
  const collect = (definition: DefinitionNode): void => {
    visit(definition, {
      FragmentSpread({ name }) {
        const fragment = known.get(name.value)
        if (fragment === undefined) throw new Error(`The web client has no fragment ${name.value}.`)
        if (used.has(name.value)) return
        used.set(name.value, fragment)
        collect(fragment)
      },
    })
  }
  collect(operation)
  return [operation, ...used.values()]
}

/**
 * The same for a document as it is written and as the client sends it: without layout, order of definitions, the
 * mark for the client alone and the `__typename` that its cache asks for everywhere.
 */
function hashOf(document: DocumentNode): string {
  const asked = visit(document, {
    Field: ({ name, alias }) => (name.value === '__typename' && alias === undefined ? null : undefined),
    Directive: ({ name }) => (name.value === 'unmask' ? null : undefined),
  })
  const texts = asked.definitions.map((definition) => stripIgnoredCharacters(print(definition)))
  return createHash('sha256').update(texts.toSorted(byText).join('\n')).digest('base64')
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Whether the document is, in another layout perhaps, one of the web client's. */
export const isAllowed = (allowed: AllowedOperations, document: DocumentNode): boolean => allowed.has(hashOf(document))
