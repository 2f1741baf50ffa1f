import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isScalarType,
  typeFromAST,
} from 'graphql'
import type { GraphQLInputObjectType, GraphQLInputType, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import { holdsOnlyFitting, isFitting } from '../access/storable-text.ts'

type Fits = (value: unknown) => boolean

/**
 * Whether graphql-js, and the database as to texts, would surely take these variables. It is the one that decides, and words what is wrong; but it makes a path
 * and a copy for every value, which for a list of thousands takes as long as sealing it. No error is made here: the first
 * doubt ends it, so that a body of nothing but mistakes costs no more than one of none.
 */
export function createVariableCheck(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): (variables: Readonly<Record<string, unknown>>) => boolean {
  const known = new Map<GraphQLInputType, Fits>()
  const checks = variableDefinitions.map(({ variable, type: node, defaultValue }) => {
    const type = typeFromAST(schema, node)
    const fits = type && isInputType(type) ? checkOf(type, known) : () => false
    const mayLack = defaultValue !== undefined || (type !== undefined && !isNonNullType(type))
    return { name: variable.name.value, fits, mayLack }
  })
  return (variables) =>
    checks.every(({ name, fits, mayLack }) => (Object.hasOwn(variables, name) ? fits(variables[name]) : mayLack))
}

function checkOf(type: GraphQLInputType, known: Map<GraphQLInputType, Fits>): Fits {
  const made = known.get(type)
  if (made) return made
  // An input that holds itself finds this one while its own is being made.
  known.set(type, (value) => fits(value))
  const fits = makeCheck(type, known)
  known.set(type, fits)
  return fits
}

function makeCheck(type: GraphQLInputType, known: Map<GraphQLInputType, Fits>): Fits {
  if (isNonNullType(type)) {
    const inner = checkOf(type.ofType, known)
    return (value) => value !== null && value !== undefined && inner(value)
  }
  const given = checkOfGiven(type, known)
  return (value) => value === null || value === undefined || given(value)
}

function checkOfGiven(type: GraphQLInputType, known: Map<GraphQLInputType, Fits>): Fits {
  if (isListType(type)) {
    const item = checkOf(type.ofType, known)
    // One value for a list of one is left to graphql-js.
    return (value) => Array.isArray(value) && value.every(item)
  }
  if (isInputObjectType(type)) return checkOfObject(type, known)
  if (isEnumType(type)) return (value) => typeof value === 'string' && type.getValue(value) !== undefined
  return isScalarType(type) ? (builtIn.get(type.name) ?? parses((value) => type.parseValue(value))) : () => false
}

const largestInt = 2 ** 31 - 1
const builtIn: ReadonlyMap<string, Fits> = new Map<string, Fits>([
  [GraphQLString.name, (value) => typeof value === 'string' && isFitting(value)],
  [GraphQLID.name, (value) => (typeof value === 'string' ? isFitting(value) : Number.isInteger(value))],
  [GraphQLBoolean.name, (value) => typeof value === 'boolean'],
  [GraphQLFloat.name, (value) => Number.isFinite(value)],
  [
    GraphQLInt.name,
    (value) => typeof value === 'number' && Number.isInteger(value) && value <= largestInt && value >= -largestInt - 1,
  ],
])

function parses(parseValue: (value: unknown) => unknown): Fits {
  return (value) => {
    try {
      return holdsOnlyFitting(value) && parseValue(value) !== undefined
    } catch {
      return false
    }
  }
}

function checkOfObject(type: GraphQLInputObjectType, known: Map<GraphQLInputType, Fits>): Fits {
  // Exactly one of its fields: left to graphql-js.
  if (type.isOneOf) return () => false
  const fields = new Map(
    Object.values(type.getFields()).map((field) => [
      field.name,
      { fits: checkOf(field.type, known), needed: isNonNullType(field.type) && field.defaultValue === undefined },
    ]),
  )
  const needed = [...fields].filter(([, field]) => field.needed).map(([name]) => name)
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
    for (const name of needed) if (!Object.hasOwn(value, name)) return false
    for (const [name, part] of Object.entries(value)) {
      const field = fields.get(name)
      if (!field || part === undefined || !field.fits(part)) return false
    }
    return true
  }
}
