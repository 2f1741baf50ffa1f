import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isRequiredInputField,
} from 'graphql'
import { isRequiredArgument } from 'graphql'
import type { GraphQLField, GraphQLInputType } from 'graphql'

const scalars: Readonly<Record<string, unknown>> = {
  ID: '00000000-0000-4000-8000-000000000000',
  String: 'some text',
  Int: 1,
  Boolean: true,
  Fen: 1,
  Date: '2026-11-02',
  Period: '2026-10',
  CaseMark: 'SUBMITTED.1',
  JSON: {},
}

/** A value of the type: of an input object what it cannot do without, of an enumeration the first. */
function valueOf(type: GraphQLInputType): unknown {
  const inner = getNullableType(type)
  if (isListType(inner)) return [valueOf(inner.ofType)]
  if (isEnumType(inner)) return inner.getValues()[0]?.name
  if (isInputObjectType(inner))
    return Object.fromEntries(
      Object.values(inner.getFields())
        .filter(isRequiredInputField)
        .map((field) => [field.name, valueOf(field.type)]),
    )
  return scalars[inner.name]
}

export interface FieldCall {
  source: string
  variables: Record<string, unknown>
}

/** An operation that calls one field with the arguments it cannot do without, or with those that are given instead. */
export function callField(
  kind: 'query' | 'mutation',
  field: GraphQLField<unknown, unknown>,
  given: Readonly<Record<string, unknown>> = {},
): FieldCall {
  const used = field.args.filter((argument) => isRequiredArgument(argument) || argument.name in given)
  const variables = Object.fromEntries(
    used.map((argument) => [argument.name, argument.name in given ? given[argument.name] : valueOf(argument.type)]),
  )
  const declared = used.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ')
  const passed = used.map(({ name }) => `${name}: $${name}`).join(', ')
  const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'
  return {
    source: `${kind}${declared && ` (${declared})`} { ${field.name}${passed && `(${passed})`}${selection} }`,
    variables,
  }
}
