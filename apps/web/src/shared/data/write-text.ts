import type { DefinitionNode, DirectiveNode, DocumentNode, SelectionSetNode, TypeNode, ValueNode } from 'graphql'

/**
 * The document as it is sent: each fragment once, `__typename` asked for everywhere, since things are kept by it, and without
 * `@unmask`, which is for the client alone. It stands on one line.
 */
export function writeText({ definitions }: DocumentNode): string {
  // The operation stands first.
  const written = new Map<string, string>([['', '']])
  for (const definition of definitions)
    written.set(definition.kind === 'FragmentDefinition' ? definition.name.value : '', definitionText(definition))
  return [...written.values()].join(' ')
}

function definitionText(definition: DefinitionNode): string {
  if (definition.kind === 'FragmentDefinition')
    return `fragment ${definition.name.value} on ${definition.typeCondition.name.value}${setText(definition.selectionSet)}`
  if (definition.kind !== 'OperationDefinition') throw new Error('A document holds operations and fragments.')
  const { operation, name, variableDefinitions = [], selectionSet } = definition
  const variables = variableDefinitions.map(
    ({ variable, type, defaultValue }) =>
      `$${variable.name.value}: ${typeText(type)}${defaultValue ? ` = ${valueText(defaultValue)}` : ''}`,
  )
  return `${operation} ${name?.value ?? ''}${inBrackets(variables)}${setText(selectionSet, true)}`
}

const inBrackets = (parts: readonly string[]) => (parts.length > 0 ? `(${parts.join(', ')})` : '')

function typeText(type: TypeNode): string {
  if (type.kind === 'NonNullType') return `${typeText(type.type)}!`
  return type.kind === 'ListType' ? `[${typeText(type.type)}]` : type.name.value
}

const directivesText = (directives: readonly DirectiveNode[] = []) =>
  directives
    .filter(({ name }) => name.value !== 'unmask')
    .map(({ name, arguments: args }) => ` @${name.value}${argumentsText(args)}`)
    .join('')

const argumentsText = (args: readonly { name: { value: string }; value: ValueNode }[] = []) =>
  inBrackets(args.map(({ name, value }) => `${name.value}: ${valueText(value)}`))

function setText(set: SelectionSetNode | undefined, isRoot = false): string {
  if (!set) return ''
  const parts = set.selections.map((selection) => {
    const directives = directivesText(selection.directives)
    if (selection.kind === 'FragmentSpread') return `...${selection.name.value}${directives}`
    if (selection.kind === 'InlineFragment') {
      const on = selection.typeCondition ? ` on ${selection.typeCondition.name.value}` : ''
      return `...${on}${directives}${setText(selection.selectionSet)}`
    }
    const { alias, name, arguments: args, selectionSet } = selection
    return `${alias ? `${alias.value}: ` : ''}${name.value}${argumentsText(args)}${directives}${setText(selectionSet)}`
  })
  if (!isRoot && !parts.includes('__typename')) parts.push('__typename')
  return ` { ${parts.join(' ')} }`
}

function valueText(value: ValueNode): string {
  switch (value.kind) {
    case 'Variable':
      return `$${value.name.value}`
    case 'ListValue':
      return `[${value.values.map(valueText).join(', ')}]`
    case 'ObjectValue':
      return `{${value.fields.map((field) => `${field.name.value}: ${valueText(field.value)}`).join(', ')}}`
    case 'NullValue':
      return 'null'
    case 'StringValue':
      return JSON.stringify(value.value)
    default:
      return String(value.value)
  }
}
