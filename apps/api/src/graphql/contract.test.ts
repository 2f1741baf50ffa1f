import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isObjectType } from 'graphql'
import { printContract } from './print-schema.ts'
import { schema } from './schema.ts'

const rootFields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
  type ? Object.values(type.getFields()).map((field) => ({ type: type.name, field })) : [],
)

describe('the contract', () => {
  it('is committed as it is', () => {
    const committed = readFileSync(join(import.meta.dirname, '../../schema.graphql'), 'utf8')
    expect(committed, 'run: node apps/api/src/graphql/print-schema.ts').toBe(printContract())
  })

  it('has the five nouns', () => {
    for (const noun of ['Employer', 'Declaration', 'PersonnelRecord', 'PremiumPayment', 'Card']) {
      expect(isObjectType(schema.getType(noun)), noun).toBe(true)
    }
  })

  it.each(rootFields.map(({ type, field }) => [`${type}.${field.name}`, field] as const))(
    'says in %s who may call it',
    (_name, field) => {
      const options = field.extensions['pothosOptions']
      const scopes = options && typeof options === 'object' && 'authScopes' in options ? options.authScopes : undefined
      expect(scopes, 'authScopes').toBeDefined()
      expect(field.description, 'description').toBeTruthy()
    },
  )
})
