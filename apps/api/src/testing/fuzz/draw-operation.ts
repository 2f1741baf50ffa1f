import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isInputObjectType,
} from 'graphql'
import type {
  GraphQLArgument,
  GraphQLCompositeType,
  GraphQLField,
  GraphQLInputType,
  GraphQLNamedType,
  GraphQLSchema,
} from 'graphql'
import type { Values } from './draw-value.ts'
import type { Random } from './random.ts'

export interface DrawnOperation {
  text: string
  /** Names and types of what it wants to be handed. */
  variables: readonly { name: string; of: string; at: string; type: GraphQLInputType }[]
}

const deepest = 4

/**
 * Operations that the contract allows, as odd as it allows them: any fields, aliases, fragments, directives, arguments as
 * variables and in the text.
 */
export function createOperationsDrawer(schema: GraphQLSchema, random: Random, values: Values) {
  let made = 0
  const fresh = (prefix: string) => `${prefix}${(made += 1)}`

  function draw(kind: 'query' | 'mutation', fieldNames: readonly string[]): DrawnOperation {
    made = 0
    const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType()
    const variables: { name: string; of: string; at: string; type: GraphQLInputType }[] = []
    const fragments: string[] = []

    const argumentOf = (at: string, { name, type }: GraphQLArgument): string => {
      if (random.chance(0.75)) {
        const variable = fresh('v')
        variables.push({ name: variable, of: name, at, type })
        return `${name}: $${variable}`
      }
      return `${name}: ${asLiteral(values.right(type, name, at), type)}`
    }
    const directive = (): string => {
      if (!random.chance(0.06)) return ''
      const which = random.pick(['include', 'skip'])
      return ` @${which}(if: ${random.pick(['true', 'false'])})`
    }
    const field = (one: GraphQLField<unknown, unknown>, depth: number, alone: boolean): string => {
      const given = one.args.filter((argument) => isRequiredArgument(argument) || random.chance(0.35))
      const named = given.length > 0 || !alone || random.chance(0.1)
      const inner = getNamedType(one.type)
      const below = isCompositeType(inner) ? ` ${selection(inner, depth - 1)}` : ''
      const passed = given.length > 0 ? `(${given.map((argument) => argumentOf(one.name, argument)).join(', ')})` : ''
      return `${named ? `${fresh('a')}: ` : ''}${one.name}${passed}${directive()}${below}`
    }
    const selection = (type: GraphQLCompositeType, depth: number): string => {
      if (isAbstractType(type)) {
        const possible = schema.getPossibleTypes(type).filter(() => random.chance(0.7))
        return `{ __typename ${possible.map((one) => `... on ${one.name} ${fieldsOf(one, depth, false)}`).join(' ')} }`
      }
      return fieldsOf(type, depth, true)
    }
    const fieldsOf = (type: GraphQLCompositeType, depth: number, alone: boolean): string => {
      const all = 'getFields' in type ? Object.values(type.getFields()) : []
      const possible =
        depth > 0
          ? all
          : all.filter(({ type: of, args }) => isLeafType(getNamedType(of)) && !args.some(isRequiredArgument))
      const chosen = possible.filter(() => random.chance(0.6)).slice(0, depth > 2 ? 9 : 6)
      const body = `{ __typename ${chosen.map((one) => field(one, depth, alone)).join(' ')} }`
      if (!random.chance(0.05)) return body
      if (random.chance(0.5)) return `{ ... on ${type.name} ${body} }`
      const name = fresh('F')
      fragments.push(`fragment ${name} on ${type.name} ${body}`)
      return `{ ...${name} }`
    }

    const fields = fieldNames.map((name) => {
      const one = root?.getFields()[name]
      if (!one) throw new Error(`The contract has no ${kind} ${name}.`)
      return field(one, 1 + random.below(deepest), false)
    })
    const declared = variables.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ')
    return {
      text: [`${kind} Drawn${declared && `(${declared})`} { ${fields.join(' ')} }`, ...fragments].join('\n'),
      variables,
    }
  }
  return { draw }
}

/** A value as it stands in the text of an operation. */
export function asLiteral(value: unknown, type: GraphQLInputType): string {
  if (value === null || value === undefined) return 'null'
  if (isNonNullType(type)) return asLiteral(value, type.ofType)
  if (isListType(type))
    return Array.isArray(value) ? `[${value.map((one) => asLiteral(one, type.ofType)).join(', ')}]` : 'null'
  if (isEnumType(type)) return typeof value === 'string' ? value : 'null'
  if (isInputObjectType(type)) {
    const fields = type.getFields()
    const parts = Object.entries(value).map(([name, part]) => {
      const of = fields[name]
      return `${name}: ${of ? asLiteral(part, of.type) : 'null'}`
    })
    return `{ ${parts.join(', ')} }`
  }
  return plainLiteral(value, type)
}

function plainLiteral(value: unknown, type: GraphQLNamedType): string {
  if (Array.isArray(value)) return `[${value.map((one) => plainLiteral(one, type)).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).filter(([name]) => /^[_A-Za-z]\w*$/.test(name))
    return `{ ${parts.map(([name, part]) => `${name}: ${plainLiteral(part, type)}`).join(', ')} }`
  }
  return JSON.stringify(value) ?? 'null'
}
