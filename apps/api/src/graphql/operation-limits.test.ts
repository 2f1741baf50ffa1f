import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { createCostCheck, requireMeasure } from './operation-limits.ts'
import { schema } from './schema.ts'

const pages = (count: number, size: string) =>
  Array.from({ length: count }, (_, n) => `p${n}: payments(first: ${size}) { edges { node { period status } } }`).join(
    ' ',
  )
const check = (text: string) => createCostCheck(schema, parse(text))

describe('what an operation costs', () => {
  it('is asked of the variables that it is made of, each time', () => {
    const affordable = check(`query ($size: Int) { me { ${pages(75, '$size')} } }`)
    expect(() => affordable({ size: 1 })).not.toThrow()
    expect(() => affordable({ size: 100 })).toThrow(/complexity/)
  })

  it('is asked within fragments, too', () => {
    const affordable = check(
      `query ($size: Int) { me { ...Pages } } fragment Pages on Individual { ${pages(75, '$size')} }`,
    )
    expect(() => affordable({ size: 100 })).toThrow(/complexity/)
  })

  it('is known at once where no variable counts, and no other variable is looked at', () => {
    const variables = new Proxy<Record<string, unknown>>(
      {},
      {
        get: () => {
          throw new Error('looked at')
        },
      },
    )
    const text = 'mutation ($input: SavePersonnelInput!) { savePersonnel(input: $input) { __typename } }'
    expect(() => check(text)(variables)).not.toThrow()
    const few = check(`query ($year: Int) { me { payments(first: 1, year: 2026) { edges { node { period } } } } }`)
    expect(() => few(variables)).not.toThrow()
    expect(() => check(`query ($year: Int) { me { ${pages(75, '100')} } }`)).toThrow(/complexity/)
  })
})

describe('what an operation may nest', () => {
  const within = (levels: number) =>
    parse(`{ ${'... on Query { '.repeat(levels)} viewer { id } ${'}'.repeat(levels)} }`)
  const through = (count: number) =>
    parse(
      `{ viewer { ...F0 } } ${Array.from({ length: count }, (_, n) => `fragment F${n} on Viewer { id ${n + 1 < count ? `...F${n + 1}` : ''} }`).join(' ')}`,
    )
  it.each([within, through])('counts fragments, which are no fields', (nested) => {
    expect(() => requireMeasure(nested(20))).not.toThrow()
    expect(() => requireMeasure(nested(50))).toThrow(/nesting/)
  })
})
