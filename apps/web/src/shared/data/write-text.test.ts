// @vitest-environment node
import { Kind, parse, print, visit } from 'graphql'
import type { DocumentNode, SelectionSetNode } from 'graphql'
import { expect, it } from 'vitest'
import { writeText } from './write-text.ts'

const texts = import.meta.glob<string>('../../**/*.graphql', { query: '?raw', import: 'default', eager: true })
const documents = Object.values(texts).map((text) => parse(text, { noLocation: true }))

const withTypename = (set: SelectionSetNode): SelectionSetNode =>
  set.selections.some((one) => one.kind === Kind.FIELD && one.name.value === '__typename' && !one.alias)
    ? set
    : {
        ...set,
        selections: [...set.selections, { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }],
      }

/** The same by the reference implementation's own tools. */
const asked = (document: DocumentNode): string =>
  print(
    visit(document, {
      Directive: ({ name }) => (name.value === 'unmask' ? null : undefined),
      SelectionSet: {
        leave: (set, _key, parent) =>
          parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION ? undefined : withTypename(set),
      },
    }),
  )

const ofOperations = documents.flatMap(({ definitions }) =>
  definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION),
)

it('every operation and fragment of the application is sent as it is written, with types and without the mark for the client', () => {
  expect(ofOperations.length).toBeGreaterThan(300)
  for (const document of documents)
    for (const definition of document.definitions) {
      const one: DocumentNode = { kind: Kind.DOCUMENT, definitions: [definition] }
      expect(print(parse(writeText(one)))).toBe(asked(one))
    }
})

it('what can stand in a document and stands in none yet is sent as well', () => {
  const document = parse(
    `query Rare($list: [Int!]! = [1, 2], $of: Of = {kind: BIG, text: "a \\"b\\" 社保", none: null, yes: true, part: 0.5}, $w: Boolean!) {
      first: thing(list: $list, of: $of, nested: [{a: $w}, {a: null}]) @include(if: $w) { id ... on Other @skip(if: $w) { id } }
    }`,
    { noLocation: true },
  )
  expect(print(parse(writeText(document)))).toBe(asked(document))
})

it('the operation stands first and each fragment once', () => {
  const fragment = 'fragment Part on Thing { id }'
  const text = writeText(parse(`${fragment} mutation Do { do { ...Part } }`))
  expect(text).toMatch(/^mutation Do/)
  const [part] = parse(fragment).definitions
  const twice: DocumentNode = { kind: Kind.DOCUMENT, definitions: part ? [part, part] : [] }
  expect(writeText(twice).match(/fragment Part/g)).toHaveLength(1)
})
