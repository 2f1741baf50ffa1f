import { buildSchema, getVariableValues, Kind, parse } from 'graphql'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createVariableCheck } from './fitting-variables.ts'
import { schema as ours } from './schema.ts'

const schema = buildSchema(`
  enum Colour { RED GREEN }
  input Half { name: String, colour: Colour, inner: Half }
  input Whole { id: ID!, half: Half!, counts: [Int!], shade: Colour! = RED }
  input One @oneOf { name: String, id: ID }
  type Query { ask(half: Half, whole: Whole, list: [Whole!], one: One, rate: Float, yes: Boolean): Int }`)

function prepare(of: typeof schema, text: string) {
  const [operation] = parse(text).definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('an operation is needed')
  const fits = createVariableCheck(of, operation)
  const taken = (variables: Record<string, unknown>) =>
    getVariableValues(of, operation.variableDefinitions ?? [], variables).errors === undefined
  return { fits, taken }
}

const { fits, taken } = prepare(
  schema,
  'query ($half: Half, $whole: Whole, $list: [Whole!], $one: One, $rate: Float, $yes: Boolean! = true) { ask }',
)
const whole = { id: 'a', half: {} }

describe('variables that fit', () => {
  it('are seen to without graphql-js', () => {
    for (const good of [
      {},
      { yes: false, rate: 1.5, half: null },
      { half: { name: null, colour: 'GREEN', inner: { inner: { name: 'x' } } } },
      { list: [whole, { ...whole, id: 7, counts: [1, -2_147_483_648], shade: 'RED' }] },
    ])
      expect([fits(good), taken(good)]).toEqual([true, true])
  })

  it('are not those that graphql-js refuses', () => {
    for (const bad of [
      { half: [] },
      { half: 'x' },
      { half: { name: 1 } },
      { half: { unknown: 1 } },
      { half: { colour: 'BLUE' } },
      { half: { inner: { inner: [] } } },
      { whole: { id: 'a' } },
      { whole: { ...whole, id: 1.5 } },
      { whole: { ...whole, half: null } },
      { whole: { ...whole, counts: [null] } },
      { whole: { ...whole, counts: [2 ** 31] } },
      { whole: { ...whole, shade: null } },
      { list: [whole, null] },
      { one: { name: 'x', id: 'y' } },
      { one: { name: null } },
      { yes: null },
      { rate: '1' },
    ])
      expect([JSON.stringify(bad), fits(bad), taken(bad)]).toEqual([JSON.stringify(bad), false, false])
  })

  it('are always taken by graphql-js, whatever was sent', () => {
    const key = fc.constantFrom('id', 'half', 'counts', 'shade', 'name', 'colour', 'inner', '__proto__', 'constructor')
    const leaf = fc.oneof(
      fc.constantFrom(null, 'RED', 'x', 1, 1.5, 2 ** 31, true, undefined),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    )
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('value'), { maxLength: 2 }), tie('object')),
      object: fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    }))
    const name = fc.constantFrom('half', 'whole', 'list', 'one', 'rate', 'yes')
    fc.assert(
      fc.property(fc.dictionary(name, value, { maxKeys: 3 }), (variables) => !fits(variables) || taken(variables)),
      { numRuns: 3_000 },
    )
  })

  it('are judged by our own scalars too', () => {
    const { fits: ourFits, taken: ourTaken } = prepare(
      ours,
      'mutation ($input: SavePersonnelInput!) { savePersonnel(input: $input) { __typename } }',
    )
    const list = { declarationId: 'd', expectedRevision: 0, uploadId: 'u', mode: 'REPLACE', part: 1, ofParts: 1 }
    const of = (draft: unknown) => ({ input: { ...list, rows: [{ rowNo: 1, draft }] } })
    const good = of({ name: '王芳', hireDate: '2020-02-29', wagesLastYear: 1, participation: { PENSION: true } })
    expect([ourFits(good), ourTaken(good)]).toEqual([true, true])
    for (const draft of [[], { hireDate: '2021-02-29' }, { wagesLastYear: 1.5 }, { sex: 'X' }, { participation: [] }])
      expect([ourFits(of(draft)), ourTaken(of(draft))]).toEqual([false, false])
  })
})
