import type { Random } from './random.ts'

const signs = [
  '{',
  '}',
  '(',
  ')',
  '$',
  '!',
  ':',
  '"',
  '"""',
  '...',
  '@',
  '#',
  '\\u{110000}',
  '\\ud800',
  '\u0000',
  '🀄',
  '&',
  '|',
]
const words = [
  'fragment',
  'on',
  'query',
  'mutation',
  'subscription',
  '__schema',
  '__type',
  '__typename',
  'null',
  'true',
  'nothing',
]

/** The text with one place at which nothing that parses can stand, or cut off. */
export function tear(random: Random, text: string): string {
  const at = random.below(text.length)
  if (random.chance(0.3)) return text.slice(0, at)
  return (
    text.slice(0, at) +
    random.pick([' { ', ' ) ', '"', ' ! ', ' ] ', ' $ ', ' .. ', ' \u0000 ', ' 0x ', ' 1.. ', ' 🀄 ']) +
    text.slice(at)
  )
}

/** The text with a few places damaged: most of these no longer parse, or do not fit the contract. */
export function damage(random: Random, text: string): string {
  let damaged = text
  for (let times = 1 + random.below(3); times > 0; times -= 1) {
    const at = random.below(damaged.length)
    const length = random.chance(0.5) ? 1 : random.below(20)
    const put = random.pick(['', random.pick(signs), ` ${random.pick(words)} `, damaged.slice(at, at + length * 2)])
    damaged = damaged.slice(0, at) + put + damaged.slice(at + length)
  }
  return damaged
}

const repeat = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ')

/** Texts that are small and ask for much. Each is refused before anything runs. */
export const bombs: Readonly<Record<string, (random: Random) => string>> = {
  alias: (random) => `{ ${repeat(401 + random.below(200), (n) => `a${n}: __typename`)} }`,
  aliasOfWork: (random) =>
    `{ ${repeat(150 + random.below(50), (n) => `a${n}: me { payments(first: 100) { edges { node { period } } } }`)} }`,
  depth: (random) => {
    const levels = 13 + random.below(300)
    return `{ employer ${'{ declarations { employer '.repeat(levels)} { id } ${'} }'.repeat(levels)} }`
  },
  inlineFragments: (random) => {
    const levels = 600 + random.below(600)
    return `{ ${'... on Query { '.repeat(levels)} nothing ${'}'.repeat(levels)} }`
  },
  directives: (random) => `{ viewer ${'@include(if: true) '.repeat(100 + random.below(400))} { id } }`,
  unknownDirectives: (random) => `{ viewer ${repeat(100 + random.below(400), (n) => `@d${n}`)} { id } }`,
  circle: (random) => {
    const size = 1 + random.below(20)
    return `{ viewer { ...F0 } } ${repeat(size, (n) => `fragment F${n} on Viewer { id ...F${(n + 1) % size} }`)}`
  },
  doubling: (random) => {
    const size = 20 + random.below(40)
    return `{ viewer { ...F0 } } ${repeat(size, (n) => `fragment F${n} on Viewer { ${n + 1 < size ? `...F${n + 1} ...F${n + 1}` : 'id'} }`)}`
  },
  operations: (random) => repeat(2 + random.below(200), (n) => `query Q${n} { __typename }`),
  variables: (random) => `query (${repeat(100 + random.below(300), (n) => `$v${n}: Int`)}) { viewer { id } }`,
  list: (random) =>
    `{ employers(first: 1, states: [${'ACTIVE '.repeat(500 + random.below(2_000))}]) { edges { cursor } } }`,
  nestedList: (random) => `{ employerById(id: ${'['.repeat(200 + random.below(800))}) { id } }`,
  nestedObject: (random) => {
    const levels = 100 + random.below(300)
    return `mutation { signIn(input: ${'{ a: '.repeat(levels)}1${' }'.repeat(levels)}) { __typename } }`
  },
  longName: (random) => `{ ${'x'.repeat(5_000 + random.below(5_000))} }`,
  longText: (random) => `{ employerById(id: "${'x'.repeat(5_000 + random.below(5_000))}\u0000") { id } }`,
  introspection: (random) =>
    `{ __type(name: "Employer") ${'{ fields { type '.repeat(40 + random.below(100))}{ name }${' } }'.repeat(40)} }`,
  subscription: () => 'subscription { viewer { id } }',
  nothing: (random) => random.pick(['', ' ', '#', '{}', '{', 'null', '""', ',,,,']),
}
