import type { DocumentNode, FragmentDefinitionNode } from 'graphql'
import { Plan, valueOf, type Variables } from './plan.ts'
import { writeText } from './write-text.ts'

/** A question or a change, ready to be sent and kept. */
export interface Operation {
  kind: 'query' | 'mutation'
  name: string
  text: string
  plan: Plan
  /** With what the document itself gives where nothing is said. */
  complete: (variables: Variables) => Variables
}

const operations = new WeakMap<DocumentNode, Operation>()

export function operationOf(document: DocumentNode): Operation {
  const known = operations.get(document)
  if (known) return known
  const operation = prepare(document)
  operations.set(document, operation)
  return operation
}

function prepare(document: DocumentNode): Operation {
  const definition = document.definitions.find((one) => one.kind === 'OperationDefinition')
  if (!definition || definition.operation === 'subscription') throw new Error('This document asks and changes nothing.')
  const given = Object.fromEntries(
    (definition.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueOf(defaultValue, {})]] : [],
    ),
  )
  const hasGiven = Object.keys(given).length > 0
  return {
    kind: definition.operation,
    name: definition.name?.value ?? '',
    text: writeText(document),
    plan: new Plan([{ selections: definition.selectionSet.selections, shown: true }], fragmentsOf(document)),
    complete: (variables) => {
      if (!hasGiven) return variables
      const said = Object.entries(variables).filter(([, value]) => value !== undefined)
      return { ...given, ...Object.fromEntries(said) }
    },
  }
}

const fragmentPlans = new WeakMap<DocumentNode, Map<string, Plan>>()

/** What a fragment asks for: the first of the document unless another is named; what it spreads stands behind it. */
export function fragmentPlan(document: DocumentNode, fragmentName?: string): Plan {
  let plans = fragmentPlans.get(document)
  if (!plans) fragmentPlans.set(document, (plans = new Map<string, Plan>()))
  const fragments = fragmentsOf(document)
  const name = fragmentName ?? fragments.keys().next().value ?? ''
  let plan = plans.get(name)
  if (!plan) {
    const fragment = fragments.get(name)
    if (!fragment) throw new Error(`This document has no fragment ${name}.`)
    plans.set(name, (plan = new Plan([{ selections: fragment.selectionSet.selections, shown: true }], fragments)))
  }
  return plan
}

const fragmentsOf = ({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    definitions.flatMap((definition) =>
      definition.kind === 'FragmentDefinition' ? [[definition.name.value, definition] as const] : [],
    ),
  )
