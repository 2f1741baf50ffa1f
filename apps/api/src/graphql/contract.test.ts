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

  it.each(rootFields)('says of $type.$field.name what it is for', ({ field }) => {
    expect(field.description, 'description').toBeTruthy()
  })
})
