import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  Kind,
  parse,
  typeFromAST,
  visit,
} from 'graphql'
import type {
  DefinitionNode,
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLInputType,
  OperationDefinitionNode,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { createCostCheck, requireMeasure } from './operation-limits.ts'
import { schema } from './schema.ts'

const web = join(import.meta.dirname, '../../../web/src')
/** What a screen asks for at once where the size of a page is a variable. */
const usualPage = 50

const definitions = readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.graphql'))
  .flatMap((file): readonly DefinitionNode[] => parse(readFileSync(join(web, file), 'utf8')).definitions)
const fragments = new Map(
  definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])),
)
const operations = definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION)

/** The operation with all fragments that it uses, as the browser sends it. */
function documentOf(operation: OperationDefinitionNode): DocumentNode {
  const used = new Map<string, FragmentDefinitionNode>()
  const collect = (node: DefinitionNode) =>
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value)
        if (!fragment || used.has(name.value)) return
        used.set(name.value, fragment)
        collect(fragment)
      },
    })
  collect(operation)
  return { kind: Kind.DOCUMENT, definitions: [operation, ...used.values()] }
}

const written: Readonly<Record<string, unknown>> = {
  Int: usualPage,
  Fen: 1,
  Boolean: true,
  Date: '2026-11-23',
  Period: '2026-11',
  CaseMark: 'OPEN.1',
}

/** Some value that the type takes: only the sizes of pages count. */
function someValue(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return someValue(type.ofType)
  if (isListType(type)) return [someValue(type.ofType)]
  if (isEnumType(type)) return type.getValues()[0]?.name
  if (!isInputObjectType(type)) return written[type.name] ?? '018f0000-0000-7000-8000-000000000000'
  const fields = Object.values(type.getFields())
  const needed = type.isOneOf ? fields.slice(0, 1) : fields.filter((field) => isRequiredInputField(field))
  return Object.fromEntries(needed.map((field) => [field.name, someValue(field.type)]))
}

function variablesOf({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, unknown> {
  return Object.fromEntries(
    variableDefinitions.map(({ variable, type }) => {
      const known = typeFromAST(schema, type)
      return [variable.name.value, isInputType(known) ? someValue(known) : undefined]
    }),
  )
}

describe('what the screens ask', () => {
  it('is there to be read', () => expect(operations.length).toBeGreaterThan(100))

  it.each(operations.map((operation) => [operation.name?.value ?? '', operation] as const))(
    '%s is within the limits that the server sets',
    (_name, operation) => {
      const document = documentOf(operation)
      expect(() => requireMeasure(document)).not.toThrow()
      expect(() => createCostCheck(schema, document)(variablesOf(operation))).not.toThrow()
    },
  )
})
