import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createServer } from './server.ts'
import { serverParts } from './server-parts.ts'
import { employerViewer } from './testing/ask.ts'
import { givenOffice, givenUnit } from './testing/inspection-scenario.ts'
import { openTestPlatform } from './testing/test-platform.ts'
import type { TestPlatform } from './testing/test-platform.ts'

// Whatever fails, wherever: the caller reads a reference and nothing else, and the log has it once.

const secret = 'no route to 10.1.2.3, value "张三"'
let platform: TestPlatform
let app: FastifyInstance
let failing: Error | undefined
const written: string[] = []
const logger = pino({ level: 'info' }, { write: (line) => void written.push(line) })

beforeAll(async () => {
  platform = await openTestPlatform()
  await givenOffice(platform)
  const { employerId } = await givenUnit(platform)
  const { database } = platform
  const query: typeof database.query = (statement, values) =>
    failing ? Promise.reject(failing) : database.query(statement, values)
  const broken = { ...platform, logger, database: Object.assign(Object.create(database), { query }) }
  let asked = 0
  app = await createServer(broken, {
    ...serverParts,
    findViewer: async (_platform, token) => {
      if (token === 'broken') throw new Error(secret)
      return token === 'nobody' ? undefined : employerViewer(employerId)
    },
    routes: [
      ...serverParts.routes,
      (server) =>
        server.get('/breaks', async () => {
          asked += 1
          throw failing ?? new Error(`${secret} ${asked}`)
        }),
    ],
  })
})
beforeEach(() => {
  failing = undefined
  written.length = 0
})
afterAll(async () => {
  await app.close()
  await platform.close()
})

const failures = () => written.map((line) => JSON.parse(line)).filter(({ level }) => level >= 50)
const post = (payload: object, token = 'clerk') =>
  app.inject({ method: 'POST', url: '/graphql', cookies: { shebao_session: token }, payload })

function expectMasked(text: string) {
  expect(text).toMatch(/Reference: /)
  expect(text).not.toContain('10.1.2.3')
  const [failure, ...more] = failures()
  expect(more).toEqual([])
  expect(text).toContain(failure.reference)
  expect(failure.stack).toContain('failures.test.ts')
  expect(written.join()).not.toContain('张三')
}

describe('what fails unexpectedly is masked, referenced and logged once', () => {
  it('in a resolver, of a compiled operation', async () => {
    failing = new Error(secret)
    const answer = await post({ query: '{ employer { notices(first: 5) { edges { node { id } } } } }' })
    expect(answer.statusCode).toBe(200)
    expect(answer.json().errors[0].extensions.code).toBe('INTERNAL_SERVER_ERROR')
    expectMasked(answer.payload)
  })

  it('while the database changes over: it says that the same may be sent again, of a resolver and of a route', async () => {
    failing = Object.assign(new Error(secret), { code: '57P01' })
    const answer = await post({ query: '{ employer { notices(first: 5) { edges { node { id } } } } }' })
    const [error] = answer.json().errors
    expect([error.extensions.code, error.message]).toEqual([
      'DATABASE_AWAY',
      expect.stringContaining('send the same again'),
    ])
    expect(failures()).toMatchObject([{ reference: error.extensions.reference }])
    written.length = 0
    const told = await app.inject({ url: '/breaks' })
    expect([told.statusCode, told.headers['retry-after']]).toEqual([503, '5'])
    expectMasked(told.payload)
  })

  it('in finding who asks', async () => {
    const answer = await post({ query: '{ viewer { id } }' }, 'broken')
    expect([answer.statusCode, answer.json().errors[0].extensions.code]).toEqual([500, 'INTERNAL_SERVER_ERROR'])
    expectMasked(answer.payload)
  })

  it('in a route', async () => {
    const answer = await app.inject({ url: '/breaks' })
    expect(answer.statusCode).toBe(500)
    expectMasked(answer.payload)
  })
})

describe('what the caller did wrong is told, and is no failure', () => {
  it.each([
    ['a body that is no operation', { nothing: 1 }, 400, 'BAD_REQUEST'],
    ['text that is no document', { query: '{' }, 400, 'GRAPHQL_PARSE_FAILED'],
    ['a field that is not there', { query: '{ nothing }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'variables that do not fit',
      { query: 'query ($id: ID!) { paymentNotice(id: $id) { id } }', variables: {} },
      400,
      'BAD_USER_INPUT',
    ],
    ['a name that no operation has', { query: '{ __typename }', operationName: 'x' }, 400, 'BAD_USER_INPUT'],
    ['a cursor of numbers that are none', cursor('[1e400,1]'), 200, 'BAD_USER_INPUT'],
    ['a cursor of half a character', cursor('["\\ud800",1]'), 200, 'BAD_USER_INPUT'],
  ])('%s', async (_what, payload, status, code) => {
    const answer = await post(payload)
    expect([answer.statusCode, answer.json().errors[0].extensions.code]).toEqual([status, code])
    expect(failures()).toEqual([])
  })

  it('no session at all', async () => {
    const answer = await post({ query: '{ employer { id } }' }, 'nobody')
    expect([answer.statusCode, answer.json().errors[0].extensions.code]).toEqual([200, 'UNAUTHENTICATED'])
    expect(failures()).toEqual([])
  })

  it.each([
    '/documents/certificate.pdf?from=2026-01&from=2026-02&to=2026-03',
    '/documents/certificate.pdf?lang=en&lang=en',
    '/documents/notice/1.pdf?lang=en&lang=en',
    '/documents/inspection/00000000-0000-4000-8000-000000000000/1.pdf?lang=en&lang=en',
    '/documents/roster/00000000-0000-4000-8000-000000000000.csv?lang=en&lang=en',
  ])('%s', async (url) => {
    const answer = await app.inject({ url })
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'BAD_USER_INPUT'])
    expect(answer.json().field).toMatch(/from|lang/)
    expect(failures()).toEqual([])
  })
})

describe('text that the database cannot hold is refused by the name of its field', () => {
  const savePersonnel = 'mutation ($input: SavePersonnelInput!) { savePersonnel(input: $input) { __typename } }'
  it.each(['a\0b', '\ud800', 'x\udc00y'])('in a variable: %j', async (text) => {
    const answer = await post({ query: 'query ($id: ID!) { paymentNotice(id: $id) { id } }', variables: { id: text } })
    expect([answer.statusCode, answer.json().errors[0].extensions]).toEqual([
      400,
      { code: 'BAD_USER_INPUT', field: 'id' },
    ])
  })

  it.each([
    ['a field of a row', { name: 'x\0' }, 'input.rows.0.draft.name'],
    ['a value of any shape', { raw: { hireDate: '\ud800' } }, 'input.rows.0.draft.raw.hireDate'],
  ])('in %s', async (_where, draft, field) => {
    const input = {
      declarationId: 'x',
      expectedRevision: 1,
      mode: 'REPLACE',
      part: 1,
      ofParts: 1,
      uploadId: crypto.randomUUID(),
      rows: [{ rowNo: 1, draft }],
    }
    const answer = await post({ query: savePersonnel, variables: { input } })
    expect(answer.json().errors[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT', field })
  })

  it.each([
    ['\u202e王芳', 'U+202E'],
    ['王\u200b芳', 'U+200B'],
    ['甲公司\u2066', 'U+2066'],
  ])('a character that nobody sees is named: %j', async (name, character) => {
    const answer = await post({ query: 'query ($id: ID!) { paymentNotice(id: $id) { id } }', variables: { id: name } })
    const [error] = answer.json().errors
    expect([answer.statusCode, error.extensions]).toEqual([400, { code: 'BAD_USER_INPUT', field: 'id' }])
    expect(error.message).toContain(character)
    const inText = await post({ query: `{ paymentNotice(id: ${JSON.stringify(name)}) { id } }` })
    expect([inText.statusCode, inText.json().errors[0].extensions.field]).toEqual([400, 'id'])
  })

  it('in the document itself', async () => {
    const answer = await post({ query: '{ paymentNotice(id: "a\\u0000b") { id } }' })
    expect([answer.statusCode, answer.json().errors[0].extensions]).toEqual([
      400,
      { code: 'BAD_USER_INPUT', field: 'id' },
    ])
  })
})

describe('an answer with personal data', () => {
  it('shows of a name from before only what can be seen', async () => {
    await platform.database.prisma.employer.updateMany({ data: { name: '甲\u202e公\u200b司' } })
    const answer = await post({ query: '{ employer { name } }' })
    expect(answer.json().data.employer.name).toBe('甲公司')
  })

  it('is not kept by anything between', async () => {
    const answer = await post({ query: '{ employer { name } }' })
    expect(answer.headers['cache-control']).toBe('no-store')
  })
})

function cursor(values: string) {
  const after = Buffer.from(values).toString('base64url')
  return {
    query: 'query ($after: String) { employer { notices(first: 1, after: $after) { edges { cursor } } } }',
    variables: { after },
  }
}
