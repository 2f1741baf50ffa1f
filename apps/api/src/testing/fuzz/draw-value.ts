import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql'
import type { GraphQLInputType } from 'graphql'
import type { Random } from './random.ts'

/** What earlier answers showed and the fixture made: what somebody who tries things would try next. */
export interface Pools {
  ids: string[]
  marks: string[]
  cursors: string[]
  texts: string[]
  /** What belongs to each tenant, by what it is the id of: `refundId`. */
  rows: readonly Readonly<Record<string, string>>[]
}

const strange = [
  '',
  ' ',
  '王小明',
  '甲'.repeat(1_000),
  "' OR 1=1 --",
  '%',
  '_\\%',
  '../../etc/passwd',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '=1+1',
  '𬱖𠮷👩‍👩‍👧',
  'é́́́́',
  '１２３４５６',
  '0',
  '-1',
  '1e999',
  'null',
  'true',
  '110101199003078515',
  '11010519491231002X',
  '13800000000',
  '91350211M000100Y43',
  '6222020200112233',
  '2026-10',
  '2026-10-31',
  '110000',
  '110108',
  '00000000-0000-0000-0000-000000000000',
  '[object Object]',
  '__proto__',
  'constructor',
  'toString',
]
/** Refused wherever they stand: what no text of the database holds, and what nobody sees. */
const unfit = ['a\u0000b', '\ud800', 'x\u202Ey', 'zero\u200Bwidth', '\uFEFF', '\uDFFF\uD800']
const days = [
  '2026-10-31',
  '2026-11-23',
  '2026-11-01',
  '2025-12-31',
  '0001-01-01',
  '1900-02-28',
  '9999-12-31',
  '2024-02-29',
]
const periods = ['2026-10', '2026-11', '2025-01', '0001-01', '0000-01', '9999-12', '2023-07']
const instants = ['2026-11-23T02:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '+275760-09-13T00:00:00Z']
const counts = [0, 1, 2, 3, 10, 50, 100, 101, 2026, -1, -2_147_483_648, 2_147_483_647]
const amounts = [0, 1, 100, -1, 1_000_000, 9_007_199_254_740_991, -9_007_199_254_740_991, 99_999_999_999]

export function createValues(random: Random, pools: Pools) {
  const text = (): string => {
    if (random.chance(0.02)) return random.pick(unfit)
    if (pools.texts.length > 0 && random.chance(0.3)) return random.pick(pools.texts)
    return random.pick(strange)
  }
  const cursor = (): string => {
    if (pools.cursors.length > 0 && random.chance(0.5)) return random.pick(pools.cursors)
    if (random.chance(0.2)) return text()
    const parts = Array.from({ length: 1 + random.below(4) }, () =>
      random.pick<unknown>([null, text(), random.pick(counts), random.pick(days), random.pick(pools.ids), 1e300, 0.5]),
    )
    return Buffer.from(JSON.stringify(parts)).toString('base64url')
  }
  const json = (depth: number): unknown => {
    const kind = random.below(depth > 0 ? 7 : 5)
    if (kind === 5) return Array.from({ length: random.below(4) }, () => json(depth - 1))
    if (kind === 6) return Object.fromEntries(Array.from({ length: random.below(4) }, () => [text(), json(depth - 1)]))
    return [null, text(), random.pick(amounts), random.chance(0.5), random.next() * 1e6][kind]
  }
  /** An id of the kind that is asked for, of either tenant; kinds are told by the names of the argument and of its field. */
  const id = (name: string, field: string): unknown => {
    const asked = `${name} ${field}`.toLowerCase()
    const fitting = Object.keys(pools.rows[0] ?? {}).filter(
      (key) => name === key || asked.includes(key.slice(0, -2).toLowerCase()),
    )
    if (fitting.length > 0 && random.chance(0.7)) return random.pick(pools.rows)[random.pick(fitting)]
    return random.chance(0.85) ? random.pick(pools.ids) : random.chance(0.2) ? random.pick(counts) : text()
  }
  const leaves: Readonly<Record<string, (name: string, field: string) => unknown>> = {
    ID: id,
    String: (name) =>
      /^(after|before)$/.test(name)
        ? cursor()
        : name.endsWith('Key') && random.chance(0.7)
          ? random.pick(pools.ids)
          : text(),
    Int: () => random.pick(counts),
    Float: () => random.pick([0, 0.1, -1e308, 1e308]),
    Boolean: () => random.chance(0.5),
    Fen: () => random.pick(amounts),
    Date: () => random.pick(days),
    Period: () => random.pick(periods),
    DateTime: () => random.pick(instants),
    CaseMark: () =>
      pools.marks.length > 0 && random.chance(0.8)
        ? random.pick(pools.marks)
        : `${random.pick(['DRAFT', 'X'])}.${random.below(3)}`,
    JSON: () => json(3),
  }

  /** A value that the type takes, however odd; `name` is that of the argument or of the field of the input, `at` that of what is asked. */
  function right(type: GraphQLInputType, name = '', at = ''): unknown {
    if (!isNonNullType(type) && random.chance(0.1)) return null
    const inner = getNullableType(type)
    if (isListType(inner)) return Array.from({ length: random.below(4) }, () => right(inner.ofType, name, at))
    if (isEnumType(inner)) return random.pick(inner.getValues()).name
    if (isInputObjectType(inner)) {
      const fields = Object.values(inner.getFields())
      if (inner.isOneOf) {
        const one = random.pick(fields)
        const value = right(one.type, one.name, at)
        return { [one.name]: value ?? text() }
      }
      return Object.fromEntries(
        fields
          .filter((field) => isRequiredInputField(field) || random.chance(0.5))
          .map((field) => [field.name, right(field.type, field.name, at)]),
      )
    }
    const leaf = leaves[inner.name]
    if (!leaf) throw new Error(`Nothing is known to draw for ${inner.name}.`)
    return leaf(name, at)
  }

  /** A value that the type does not take. */
  function wrong(type: GraphQLInputType): unknown {
    const inner = getNullableType(type)
    if (isNonNullType(type) && random.chance(0.3)) return null
    if (isListType(inner)) return [random.chance(0.5) ? [[]] : { a: 1 }]
    if (isInputObjectType(inner)) {
      const some = right(inner)
      if (random.chance(0.5)) return random.pick<unknown>([1, 'text', true, [[]]])
      return { ...(some as object), [random.pick(['__proto__x', 'nothing', 'constructor'])]: 1 }
    }
    if (isEnumType(inner)) return random.pick<unknown>(['NO_SUCH_VALUE', 1, true, {}, ['A']])
    switch (inner.name) {
      case 'String':
      case 'ID':
        return random.pick<unknown>([{}, true, 0.5, ['a', 'b'], random.pick(unfit)])
      case 'Boolean':
        return random.pick<unknown>(['true', 1, {}, [0]])
      case 'JSON':
        return random.pick(unfit)
      default:
        return random.pick<unknown>(['', 'x', {}, 1.5, 1e300, true, '2026-13', '2026-02-30', [['x']]])
    }
  }
  return { right, wrong, text }
}

export type Values = ReturnType<typeof createValues>
