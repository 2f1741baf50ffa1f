import { complexityFromQuery } from '@pothos/plugin-complexity'
import { Kind, TypeInfo, visit, visitWithTypeInfo } from 'graphql'
import type { DocumentNode, FragmentDefinitionNode, GraphQLSchema, SelectionSetNode } from 'graphql'
import { Refusal } from '../access/refusal.ts'

/** Several times the client's largest operation [PD]. */
const most = { depth: 12, breadth: 400, nesting: 40, complexity: 20_000 }

interface Size {
  /** Fields below each other. */
  depth: number
  /** Fields in all, as if every fragment stood where it is used. */
  breadth: number
  /** Selections within each other, fragments and what is asked of the schema itself counted too: comparing them takes the square of it. */
  nesting: number
}

/**
 * Refuses what nests or branches absurdly, before anything else looks at it: validating, compiling and answering a document all
 * take a time that grows with its breadth. A fragment is measured once however often it is used, so that measuring takes no
 * longer than reading the text. Types are not known yet and not needed. Throws TOO_LARGE.
 */
export function requireMeasure({ definitions }: DocumentNode): void {
  const fragments = new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  )
  const sizeOf = createMeasure(fragments)
  for (const definition of definitions) {
    if (!('selectionSet' in definition)) continue
    const { depth, breadth, nesting } = sizeOf(definition.selectionSet)
    // A fragment's depth is counted where it is used: below the schema's own fields it does not matter.
    if (definition.kind === Kind.OPERATION_DEFINITION && depth > most.depth) throw tooLarge('depth', depth)
    if (breadth > most.breadth) throw tooLarge('breadth', breadth)
    if (nesting > most.nesting) throw tooLarge('nesting', nesting)
  }
}

const nothing: Size = { depth: 0, breadth: 0, nesting: 0 }

function createMeasure(fragments: ReadonlyMap<string, FragmentDefinitionNode>): (set: SelectionSetNode) => Size {
  const measured = new Map<string, Size>()

  function sizeOfFragment(name: string): Size {
    const known = measured.get(name)
    if (known) return known
    // One that uses itself, or is missing, is for the validation to refuse by name.
    measured.set(name, nothing)
    const fragment = fragments.get(name)
    const size = fragment ? sizeOf(fragment.selectionSet) : nothing
    measured.set(name, size)
    return size
  }

  function sizeOf({ selections }: SelectionSetNode): Size {
    const size = { ...nothing }
    for (const selection of selections) {
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? sizeOfFragment(selection.name.value)
          : selection.selectionSet
            ? sizeOf(selection.selectionSet)
            : nothing
      const own = selection.kind === Kind.FIELD ? 1 : 0
      // What asks for the schema itself may nest as types do; it costs no row.
      const below = selection.kind === Kind.FIELD && isIntrospection(selection.name.value) ? 0 : inner.depth
      size.depth = Math.max(size.depth, below + own)
      size.breadth += inner.breadth + own
      size.nesting = Math.max(size.nesting, inner.nesting + 1)
    }
    return size
  }
  return sizeOf
}

const isIntrospection = (name: string): boolean => name === '__schema' || name === '__type'

/**
 * What the fields of a valid document with one operation say that they cost, for its variables. Only those variables are looked at
 * that a cost is made of: going through a list of thousands to find that it costs nothing took longer than sealing it. The check
 * answers the cost or throws TOO_LARGE; where no variable counts, it is made here, once.
 */
export function createCostCheck(
  schema: GraphQLSchema,
  document: DocumentNode,
): (variables: Record<string, unknown>) => number {
  const counting = countingVariables(schema, document)
  const counted = visit(document, {
    VariableDefinition: ({ variable }) => (counting.has(variable.name.value) ? undefined : null),
  })
  const check = (variables: Record<string, unknown>) => {
    const { complexity } = complexityFromQuery(counted, { schema, variables })
    if (complexity > most.complexity) throw tooLarge('complexity', complexity)
    return complexity
  }
  if (counting.size > 0) return check
  const cost = check({})
  return () => cost
}

/** The variables within the arguments of fields that work their cost out from them, such as the size of a page. */
function countingVariables(schema: GraphQLSchema, document: DocumentNode): ReadonlySet<string> {
  const counting = new Set<string>()
  const types = new TypeInfo(schema)
  visit(
    document,
    visitWithTypeInfo(types, {
      Field({ arguments: given = [] }) {
        if (typeof types.getFieldDef()?.extensions['complexity'] !== 'function') return
        for (const argument of given) visit(argument, { Variable: ({ name }) => void counting.add(name.value) })
      },
    }),
  )
  return counting
}

const tooLarge = (limit: keyof typeof most, asked: number): Refusal =>
  new Refusal('TOO_LARGE', `The ${limit} of this operation, ${asked}, is over the limit of ${most[limit]}.`, {
    limit,
    asked,
    most: most[limit],
  })
