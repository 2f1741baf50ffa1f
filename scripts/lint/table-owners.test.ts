import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { tableOwners } from './table-owners.ts'

const root = resolve(import.meta.dirname, '../..')
const schema = readFileSync(join(root, 'prisma/schema.prisma'), 'utf8')
const tables = [...schema.matchAll(/@@map\("(\w+)"\)/g)].map(([, name = '']) => name)

it('names an owner for each table of the database, and for no other', () => {
  expect(tables.length).toBeGreaterThan(30)
  expect(Object.keys(tableOwners).toSorted()).toEqual(tables.toSorted())
})
