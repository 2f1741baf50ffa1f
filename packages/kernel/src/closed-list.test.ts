import { describe, expect, expectTypeOf, it } from 'vitest'
import { isOneOf, oneOf, UnknownCode } from './closed-list.ts'

const states = ['OPEN', 'CLOSED'] as const

describe('a closed list', () => {
  it('gives what it holds its own type', () => {
    const text: string = 'OPEN'
    expectTypeOf(oneOf(states, text, 'state')).toEqualTypeOf<'OPEN' | 'CLOSED'>()
    expect(oneOf(states, text, 'state')).toBe('OPEN')
    expect(isOneOf(states, 'open')).toBe(false)
  })

  it.each(['open', '', 1, null, undefined])('refuses %j by name', (value) => {
    expect(() => oneOf(states, value, 'state')).toThrow(new UnknownCode('state', value))
  })
})
