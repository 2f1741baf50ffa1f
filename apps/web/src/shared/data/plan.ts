import type { ArgumentNode, DirectiveNode, FragmentDefinitionNode, SelectionNode, ValueNode } from 'graphql'
import { possibleTypes } from '../lib/possible-types.generated.ts'

export type Variables = Readonly<Record<string, unknown>>

interface Part {
  selections: readonly SelectionNode[]
  /** Whoever asks the whole question sees it. What only a fragment asks for is its component's. */
  shown: boolean
}

export interface PlannedField {
  /** Under which name the answer holds it. */
  key: string
  name: string
  args: readonly ArgumentNode[]
  shown: boolean
  conditions: readonly DirectiveNode[]
  /** What is asked of it, where it is an object. */
  plan: Plan | undefined
}

interface Gathered {
  key: string
  name: string
  args: readonly ArgumentNode[]
  shown: boolean
  conditions: readonly DirectiveNode[]
  parts: Part[]
}

/** What is asked of one object, all fragments put together; worked out once for each type that it turns out to be. */
export class Plan {
  readonly #parts: readonly Part[]
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly #byType = new Map<string, readonly PlannedField[]>()

  constructor(parts: readonly Part[], fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#parts = parts
    this.#fragments = fragments
  }

  fieldsOf(type: string): readonly PlannedField[] {
    let fields = this.#byType.get(type)
    if (!fields) {
      const gathered = new Map<string, Gathered>()
      for (const part of this.#parts) this.#gather(part, type, gathered)
      fields = [...gathered.values()].map(({ parts, ...field }) => ({
        ...field,
        plan: parts.length > 0 ? new Plan(parts, this.#fragments) : undefined,
      }))
      this.#byType.set(type, fields)
    }
    return fields
  }

  #gather({ selections, shown }: Part, type: string, into: Map<string, Gathered>): void {
    for (const selection of selections) {
      if (selection.kind === 'Field') gatherField(selection, shown, into)
      else {
        const { directives = [] } = selection
        if (directives.some(isCondition)) throw new Error('A fragment with a condition is not understood.')
        const fragment = selection.kind === 'FragmentSpread' ? this.#fragments.get(selection.name.value) : selection
        if (!fragment) throw new Error('A document lacks a fragment.')
        const seen =
          shown && (selection.kind !== 'FragmentSpread' || directives.some(({ name }) => name.value === 'unmask'))
        if (fits(type, fragment.typeCondition?.name.value))
          this.#gather({ selections: fragment.selectionSet.selections, shown: seen }, type, into)
      }
    }
  }
}

function gatherField(
  { alias, name, arguments: args = [], directives = [], selectionSet }: Extract<SelectionNode, { kind: 'Field' }>,
  shown: boolean,
  into: Map<string, Gathered>,
): void {
  const key = (alias ?? name).value
  const conditions = directives.filter(isCondition)
  let field = into.get(key)
  if (!field) into.set(key, (field = { key, name: name.value, args, shown, conditions, parts: [] }))
  // Asked for once with a condition and once without: it comes.
  else if (conditions.length === 0) field.conditions = []
  field.shown ||= shown
  if (selectionSet) field.parts.push({ selections: selectionSet.selections, shown })
}

const isCondition = ({ name }: DirectiveNode) => name.value === 'include' || name.value === 'skip'

const fits = (type: string, condition: string | undefined): boolean =>
  condition === undefined || condition === type || possibleTypes[condition]?.includes(type) === true

/** Whether the field was asked for at all. */
export const isAsked = ({ conditions }: PlannedField, variables: Variables): boolean =>
  conditions.every(({ name, arguments: args = [] }) => {
    const holds = args[0] !== undefined && valueOf(args[0].value, variables) === true
    return holds === (name.value === 'include')
  })

/** What tells the field with these arguments from the same with others. */
export function storedUnder({ name, args }: PlannedField, variables: Variables): string {
  if (args.length === 0) return name
  return `${name}(${inOrder(Object.fromEntries(args.map((arg) => [arg.name.value, valueOf(arg.value, variables)])))})`
}

export function valueOf(node: ValueNode, variables: Variables): unknown {
  switch (node.kind) {
    case 'Variable':
      return variables[node.name.value]
    case 'ListValue':
      return node.values.map((value) => valueOf(value, variables))
    case 'ObjectValue':
      return Object.fromEntries(node.fields.map(({ name, value }) => [name.value, valueOf(value, variables)]))
    case 'NullValue':
      return null
    case 'IntValue':
    case 'FloatValue':
      return Number(node.value)
    default:
      return node.value
  }
}

/** The same text for the same content, in whatever order it was written. */
export const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
