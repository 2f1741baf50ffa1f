import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { complexityFromQuery } from '@pothos/plugin-complexity'
import { Kind, parse, visit } from 'graphql'
import type { DefinitionNode } from 'graphql'
import { expect, it } from 'vitest'
import { schema } from './schema.ts'

const documents = join(import.meta.dirname, '../../../web/src')
const definitions = readdirSync(documents, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.graphql'))
  .flatMap((file) => parse(readFileSync(join(documents, file), 'utf8')).definitions)
const nameOf = (definition: DefinitionNode) =>
  'name' in definition && definition.name?.kind === Kind.NAME ? definition.name.value : ''

// Lists of many cases with everything about each: what is added to one of them is paid for by the row.
it.each([
  ['WriteOffs', { open: true }],
  ['ReconciliationItems', { day: '2026-01-01' }],
])('%s stays within what an operation may cost', (name, variables) => {
  const parts = new Set(definitions.filter((definition) => nameOf(definition) === name))
  for (const part of parts)
    visit(part, {
      FragmentSpread: ({ name: { value } }) =>
        definitions.filter((one) => nameOf(one) === value).forEach((used) => parts.add(used)),
    })
  const { complexity } = complexityFromQuery({ kind: Kind.DOCUMENT, definitions: [...parts] }, { schema, variables })
  expect(complexity).toBeGreaterThan(0)
  expect(complexity).toBeLessThan(20_000)
})
