import { describe, expect, it } from 'vitest'
import { createOperations, OperationRefused } from './operations.ts'
import { schema } from './schema.ts'

describe('what was made ready', () => {
  it('stays while it is asked for, and gives way when others were asked for more lately', () => {
    const operations = createOperations(schema, undefined)
    const prepare = (text: string) => operations.prepare(text, undefined)
    const often = prepare('{ __typename }')
    const first = prepare('{ other0: __typename }')
    for (let other = 1; other < 500; other += 1) {
      prepare(`{ other${other}: __typename }`)
      expect(prepare('{ __typename }')).toBe(often)
    }
    expect(prepare('{ other499: __typename }')).toBe(prepare('{ other499: __typename }'))
    expect(prepare('{ other0: __typename }')).not.toBe(first)
  })

  it('takes no more memory than its texts are counted for', () => {
    const operations = createOperations(schema, undefined)
    const long = (name: string) => `{ ${name}: __typename } # ${'-'.repeat(3_000_000)}`
    const [one, other] = [long('one'), long('other')]
    const first = operations.prepare(one, undefined)
    expect(operations.prepare(one, undefined)).toBe(first)
    operations.prepare(other, undefined)
    expect(operations.prepare(one, undefined)).not.toBe(first)
  })
})

describe('of a document with several operations', () => {
  const both = 'query a { __typename } query b { b: __typename }'
  it('the named one runs, and no name at all is a mistake that is told', () => {
    const operations = createOperations(schema, undefined)
    expect(() => operations.prepare(both, 'b')).not.toThrow()
    expect(() => operations.prepare(both, undefined)).toThrow(OperationRefused)
    expect(() => operations.prepare(both, 'c')).toThrow(OperationRefused)
  })
})
