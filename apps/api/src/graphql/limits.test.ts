import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { getIntrospectionQuery, Kind, parse, print, visit } from 'graphql'
import type { DefinitionNode } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServer } from '../server.ts'
import { serverParts } from '../server-parts.ts'
import { employerViewer } from '../testing/ask.ts'
import { givenOffice, givenUnit } from '../testing/inspection-scenario.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import type { TestPlatform } from '../testing/test-platform.ts'

let platform: TestPlatform
let app: FastifyInstance
let production: FastifyInstance

beforeAll(async () => {
  platform = await openTestPlatform()
  await givenOffice(platform)
  const { employerId } = await givenUnit(platform)
  const parts = { ...serverParts, findViewer: async () => employerViewer(employerId) }
  app = await createServer(platform, parts)
  const environment = { ...platform.environment, mode: 'production' as const }
  production = await createServer({ ...platform, environment }, parts)
})
afterAll(async () => {
  await app.close()
  await production.close()
  await platform.close()
})

interface Answer {
  status: number
  data?: Record<string, unknown> | null
  codes: string[]
  messages: string
}

async function ask(server: FastifyInstance, query: string, variables: object = {}): Promise<Answer> {
  const response = await server.inject({ method: 'POST', url: '/graphql', payload: { query, variables } })
  const { data, errors = [] } = response.json<{
    data?: Record<string, unknown> | null
    errors?: { message: string; extensions: { code: string } }[]
  }>()
  return {
    status: response.statusCode,
    ...(data === undefined ? {} : { data }),
    codes: [...new Set(errors.map(({ extensions }) => extensions.code))],
    messages: errors.map(({ message }) => message).join(' '),
  }
}

const nested = (levels: number): string => (levels === 0 ? 'id' : `declarations { employer { ${nested(levels - 1)} } }`)

describe('absurd operations are refused', () => {
  it('that go too deep', async () => {
    expect(await ask(app, `{ employer { ${nested(2)} } }`)).toMatchObject({ status: 200, codes: [] })
    expect(await ask(app, `{ employer { ${nested(8)} } }`)).toMatchObject({
      codes: ['TOO_LARGE'],
      messages: expect.stringMatching(/depth/i),
    })
  })

  it('that ask for too much side by side', async () => {
    const wide = Array.from({ length: 500 }, (_, index) => `a${index}: viewer { id }`).join(' ')
    expect(await ask(app, `{ ${wide} }`)).toMatchObject({
      codes: ['TOO_LARGE'],
      messages: expect.stringMatching(/breadth/i),
    })
  })

  it('that cost too much', async () => {
    const dear = Array.from(
      { length: 30 },
      (_, index) => `a${index}: employer { declarations { issues { code } } }`,
    ).join(' ')
    expect(await ask(app, `{ ${dear} }`)).toMatchObject({
      codes: ['TOO_LARGE'],
      messages: expect.stringMatching(/complexity/i),
    })
  })

  it('that are too long to look at, before they are validated', async () => {
    const long = Array.from({ length: 100_000 }, () => 'viewer { id }').join(' ')
    expect(await ask(app, `{ ${long} }`)).toMatchObject({ status: 400, codes: ['GRAPHQL_PARSE_FAILED'] })
  })

  it('that double with every fragment, before anything else is asked of them', async () => {
    const doubling = (levels: number, last: string) =>
      `{ employer { ...f0 } } ${Array.from(
        { length: levels },
        (_, level) =>
          `fragment f${level} on Employer { ${level + 1 < levels ? `...f${level + 1} ...f${level + 1}` : last} }`,
      ).join(' ')}`
    expect(await ask(app, doubling(3, 'id'))).toMatchObject({ status: 200, codes: [] })
    for (const last of ['id', 'nothing', 'id ...f0', '__typename']) {
      for (const server of [app, production])
        expect(await ask(server, doubling(26, last))).toMatchObject({ status: 400, codes: ['TOO_LARGE'] })
    }
    // A circle is no matter of size.
    expect(await ask(app, '{ employer { ...a } } fragment a on Employer { id ...a }')).toMatchObject({
      codes: ['GRAPHQL_VALIDATION_FAILED'],
    })
  })

  it('that nest in what they ask of the schema itself, but not what tools ask', async () => {
    const { data } = await ask(app, getIntrospectionQuery())
    expect(data).toHaveProperty('__schema')
    const deep = (levels: number): string => (levels === 0 ? 'name' : `fields { type { ${deep(levels - 1)} } }`)
    expect((await ask(app, `{ __type(name: "Employer") { ${deep(100)} ${deep(200)} } }`)).codes).toEqual(['TOO_LARGE'])
  })

  it('that come by the hundred, or as something else', async () => {
    const one = { query: '{ viewer { id } }' }
    expect((await app.inject({ method: 'POST', url: '/graphql', payload: Array(100).fill(one) })).statusCode).toBe(400)
    expect((await app.inject({ method: 'GET', url: '/graphql?query={viewer{id}}' })).statusCode).toBe(404)
    const simple = { 'content-type': 'text/plain' }
    expect(
      (await app.inject({ method: 'POST', url: '/graphql', headers: simple, payload: JSON.stringify(one) })).statusCode,
    ).toBeGreaterThanOrEqual(400)
  })
})

const documents = join(import.meta.dirname, '../../../web/src')
const definitions = readdirSync(documents, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.graphql'))
  .flatMap((file) => parse(readFileSync(join(documents, file), 'utf8')).definitions)

const nameOf = (definition: DefinitionNode): string =>
  'name' in definition && definition.name !== undefined && definition.name.kind === Kind.NAME
    ? definition.name.value
    : ''
const named = (name: string): DefinitionNode[] => definitions.filter((definition) => nameOf(definition) === name)

/** Every operation of the web client as its cache sends it: fragments behind it, `__typename` in every selection but the root's. */
const sentOperations = definitions
  .filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
  .map((operation) => {
    const parts = new Set([operation])
    for (const part of parts)
      visit(part, { FragmentSpread: ({ name }) => named(name.value).forEach((used) => parts.add(used)) })
    return [nameOf(operation), [...parts].map(withTypenames).join('\n')] as const
  })

function withTypenames(definition: DefinitionNode): string {
  const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const
  const sent = visit(definition, {
    SelectionSet: (set, _key, parent) =>
      parent !== undefined && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION
        ? undefined
        : { ...set, selections: [...set.selections, typename] },
  })
  return print(sent).replaceAll(' @unmask', '')
}

describe('in production', () => {
  it.each(sentOperations)('%s of the web client is answered', async (_name, text) => {
    const { codes } = await ask(production, text)
    expect(codes).not.toContain('OPERATION_NOT_ALLOWED')
    expect(codes).not.toContain('GRAPHQL_VALIDATION_FAILED')
  })

  it('nothing else is, not even a little more of an operation', async () => {
    const refusal = { status: 400, codes: ['OPERATION_NOT_ALLOWED'] }
    const [viewer] = named('Viewer').map((definition) => print(definition))
    expect(await ask(production, viewer ?? '')).toMatchObject({ status: 200, codes: [] })
    expect(await ask(production, (viewer ?? '').replace('displayName', 'displayName sessions { id }'))).toMatchObject(
      refusal,
    )
    expect(await ask(production, '{ viewer { id } }')).toMatchObject(refusal)
    expect(await ask(production, '{ __typename }')).toMatchObject(refusal)
    expect(await ask(production, 'mutation { signOut }')).toMatchObject(refusal)
    expect(await ask(app, '{ viewer { id } }')).toMatchObject({ status: 200, codes: [] })
  })

  it('the schema is not shown', async () => {
    const { data, codes } = await ask(production, '{ __schema { types { name } } }')
    expect(data ?? null).toBeNull()
    expect(codes).toEqual(['OPERATION_NOT_ALLOWED'])
  })
})
