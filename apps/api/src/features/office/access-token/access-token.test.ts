import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { serverParts } from '../../../server-parts.ts'
import { createServer } from '../../../server.ts'
import { ask } from '../../../testing/ask.ts'
import { completeDraft, declarationNow, givenOffice, givenUnit } from '../../../testing/inspection-scenario.ts'
import { addClerk } from '../../../testing/readers.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { removeTokenTraces } from './access-token-jobs.ts'
import { mostInMinute } from './admit-request.ts'
import { makeToken, mostTokens, readTokens, revokeToken } from './manage-tokens.ts'
import type { WantedToken } from './manage-tokens.ts'

type Clerk = Awaited<ReturnType<typeof addClerk>>
type Unit = Awaited<ReturnType<typeof givenUnit>>

let platform: TestPlatform
let app: FastifyInstance
let unit: Unit
let clerk: Clerk
let declarationId: string
let seed = 60

beforeAll(async () => {
  platform = await openTestPlatform()
  await givenOffice(platform)
  // In production a session is answered the web client's own operations alone.
  const environment = { ...platform.environment, mode: 'production' as const }
  app = await createServer({ ...platform, environment }, serverParts)
})
afterAll(async () => {
  await app.close()
  await platform.close()
})
beforeEach(async () => {
  platform.clock.set('2026-11-23T10:00:00+08:00')
  unit = await givenUnit(platform, { seed: (seed += 1) })
  clerk = await addClerk(platform, unit.employerId)
  unit = { ...unit, clerk }
  declarationId = await completeDraft(platform, unit)
})

async function tokenWith(wanted: Partial<WantedToken> = {}, viewer: Clerk = clerk) {
  const outcome = await makeToken(
    platform,
    { viewer, origin: 'test' },
    { name: '工资系统', scopes: [], test: false, days: 30, ...wanted },
  )
  if (outcome.kind !== 'MADE') throw new Error(outcome.reason)
  return { secret: outcome.secret, id: outcome.token.id }
}

async function send(secret: string, query: string, variables: object = {}, headers: Record<string, string> = {}) {
  const answer = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { authorization: `Bearer ${secret}`, ...headers },
    payload: { query, variables },
  })
  const {
    data,
    errors = [],
    extensions,
  } = answer.json<{
    data?: Record<string, never>
    errors?: { message: string; extensions: Record<string, unknown> }[]
    extensions?: object
  }>()
  return { status: answer.statusCode, data, errors, extensions, headers: answer.headers, body: answer.body }
}

const who = '{ ownAccessToken { name scopes test employerId } }'
const submitText = `mutation ($input: SubmitDeclarationInput!) { submitDeclaration(input: $input) {
  __typename ... on DeclarationSubmitted { receipt { version contentHash } } } }`
async function submission() {
  const { unitRevision, personnelRevision } = await declarationNow(platform, declarationId)
  return { input: { declarationId, unitRevision, personnelRevision, truthDeclared: true, signer: '王建国' } }
}
const statusNow = async () => (await declarationNow(platform, declarationId)).status
const saveText = `mutation ($input: SaveUnitFormInput!) { saveUnitForm(input: $input) { __typename } }`
async function staffTotal(value: number) {
  const { unitRevision } = await declarationNow(platform, declarationId)
  return { input: { declarationId, expectedRevision: unitRevision, changes: { staffTotal: value } } }
}

describe('a token', () => {
  it('is made by the clerk, kept as a hash alone, and opens the contract beyond the web client’s operations', async () => {
    const { secret, id } = await tokenWith({ scopes: ['SUBMIT'] })
    const answer = await send(secret, who)
    expect([answer.status, answer.data]).toEqual([
      200,
      {
        ownAccessToken: { name: '工资系统', scopes: ['READ', 'SUBMIT'], test: false, employerId: unit.employerId },
      },
    ])
    const [kept] = await platform.database.query<{ text: string }>(
      {
        text: 'SELECT row_to_json(t)::text AS text FROM access_token t WHERE id = $1',
      },
      [id],
    )
    expect(kept?.text).not.toContain(secret.slice(8))
    expect(secret.endsWith(kept ? (JSON.parse(kept.text) as { hint: string }).hint : '-')).toBe(true)
    const [made] = await platform.database.prisma.auditEvent.findMany({ where: { recordId: id } })
    expect(made).toMatchObject({ action: 'MAKE_ACCESS_TOKEN', actorId: clerk.accountId })
    expect(JSON.stringify(made?.change)).not.toContain(secret)
  })

  it('opens nothing once it is revoked, has run out, or its clerk no longer acts for the employer', async () => {
    const unknown = { status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] }
    const { secret, id } = await tokenWith()
    await revokeToken(platform, { viewer: clerk, origin: 'test' }, id)
    expect(await send(secret, who)).toMatchObject(unknown)
    expect(await send('shebao_nonsense', who)).toMatchObject(unknown)

    const short = await tokenWith({ days: 1 })
    platform.clock.advance(86_400_000 - 1)
    expect((await send(short.secret, who)).status).toBe(200)
    platform.clock.advance(1)
    expect(await send(short.secret, who)).toMatchObject(unknown)

    const long = await tokenWith({ days: 366 })
    await platform.database.prisma.membership.updateMany({
      where: { accountId: clerk.accountId },
      data: { endedAt: platform.clock.now() },
    })
    expect(await send(long.secret, who)).toMatchObject(unknown)
  })

  it('sees its own employer alone, and ends no more than its own employer’s', async () => {
    const { secret } = await tokenWith()
    const other = await addClerk(platform, (await givenUnit(platform, { seed: (seed += 1) })).employerId)
    const foreign = await tokenWith({}, other)
    const answer = await send(secret, 'query ($id: ID!) { employerById(id: $id) { name } }', {
      id: other.employerId,
    })
    expect(answer.errors[0]?.extensions['code']).toBe('NOT_FOUND')
    await expect(revokeToken(platform, { viewer: clerk, origin: 'test' }, foreign.id)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('is made with a name, for a year at most, without paying in test mode, and not beyond so many', async () => {
    await expect(tokenWith({ name: ' ' })).rejects.toMatchObject({ extensions: { field: 'name' } })
    await expect(tokenWith({ days: 367 })).rejects.toMatchObject({ extensions: { field: 'days' } })
    await expect(tokenWith({ test: true, scopes: ['PAY'] })).rejects.toMatchObject({ extensions: { field: 'scopes' } })
    const reader = { ...clerk, duties: ['ADMINISTER', 'PREPARE'] as const }
    await expect(tokenWith({ scopes: ['SUBMIT'] }, reader)).rejects.toMatchObject({ extensions: { field: 'scopes' } })
    await expect(tokenWith({}, { ...clerk, duties: ['PREPARE'] })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    for (let made = 0; made < mostTokens; made += 1) await tokenWith()
    await expect(tokenWith()).rejects.toThrow('TOO_MANY')
  })
})

describe('scopes', () => {
  it('are asked for before anything runs, and the missing one is named', async () => {
    const { secret } = await tokenWith()
    const answer = await send(secret, saveText, await staffTotal(77))
    expect(answer).toMatchObject({
      status: 403,
      errors: [{ extensions: { code: 'SCOPE_MISSING', scope: 'PREPARE', what: 'saveUnitForm' } }],
    })
    const submitting = await send((await tokenWith({ scopes: ['PREPARE'] })).secret, submitText, await submission())
    expect(submitting.errors[0]?.extensions).toMatchObject({ code: 'SCOPE_MISSING', scope: 'SUBMIT' })
    expect(await statusNow()).toBe('NOT_STARTED')
    const id = crypto.randomUUID()
    for (const [scope, text] of [
      ['PREPARE', 'mutation { openMonthlyDeclaration(filing: REGULAR) { __typename } }'],
      ['SUBMIT', `mutation { withdrawParticularsChange(id: "${id}", decidedOn: "REQUESTED.1") { __typename } }`],
      ['PAY', `mutation { debitNotice(noticeId: "${id}", idempotencyKey: "12345678") { __typename } }`],
    ] as const)
      expect((await send(secret, text)).errors[0]?.extensions, text).toMatchObject({ code: 'SCOPE_MISSING', scope })
  })

  it('never reach what belongs to a person: tokens, passwords, signing in, the sessions of the account', async () => {
    const { secret } = await tokenWith({ scopes: ['PREPARE', 'SUBMIT', 'PAY'] })
    for (const text of [
      'mutation { makeAccessToken(name: "x", scopes: [], test: false, days: 1) { __typename } }',
      '{ accessTokens { id } }',
      'mutation { signOutEverywhere }',
      'mutation { signOut }',
      'mutation { requestVerificationCode(kind: IMAGE) { id } }',
    ])
      expect(await send(secret, text), text).toMatchObject({
        status: 403,
        errors: [{ extensions: { code: 'FORBIDDEN' } }],
      })
    expect((await send(secret, '{ viewer { sessions { id } } }')).data).toEqual({ viewer: null })
  })

  it('hold for documents, too, and no cookie helps', async () => {
    const { secret } = await tokenWith()
    const get = (authorization: string) =>
      app.inject({
        method: 'GET',
        url: '/documents/certificate.pdf?from=2026-01&to=2026-02',
        headers: { authorization, cookie: 'shebao_session=anything' },
      })
    expect((await get('Bearer shebao_wrong')).statusCode).toBe(401)
    expect((await get(`Bearer ${secret}`)).statusCode).not.toBe(401)
  })
})

describe('limits', () => {
  it('are named with their figures', async () => {
    const { secret } = await tokenWith()
    const dear = Array.from({ length: 30 }, (_, n) => `a${n}: employer { declarations { issues { code } } }`).join(' ')
    expect((await send(secret, `{ ${dear} }`)).errors[0]?.extensions).toMatchObject({
      code: 'TOO_LARGE',
      limit: 'complexity',
      most: 20_000,
    })
    expect((await send(secret, '{ __schema { queryType { name } } }')).status).toBe(200)
  })

  it.each(['requests', 'cost'] as const)('count %s by the minute, each token for itself', async (limit) => {
    const { secret, id } = await tokenWith()
    await send(secret, who)
    await platform.database.prisma.accessToken.update({
      where: { id },
      data: { [limit === 'cost' ? 'windowCost' : 'windowRequests']: mostInMinute[limit] },
    })
    const over = await send(secret, who)
    expect(over).toMatchObject({
      status: 429,
      headers: { 'retry-after': '60' },
      errors: [{ extensions: { code: 'TOO_MANY_REQUESTS', limit, most: mostInMinute[limit] } }],
    })
    expect((await send((await tokenWith()).secret, who)).status).toBe(200)
    platform.clock.advance(60_000)
    expect((await send(secret, who)).status).toBe(200)
    // A minute that was begun by a clock ten days ahead is not waited for.
    const tenDays = 10 * 86_400_000
    platform.clock.advance(tenDays)
    await platform.database.prisma.accessToken.update({
      where: { id },
      data: {
        [limit === 'cost' ? 'windowCost' : 'windowRequests']: mostInMinute[limit],
        windowStart: platform.clock.now(),
      },
    })
    expect((await send(secret, who)).status).toBe(429)
    platform.clock.advance(-tenDays)
    expect((await send(secret, who)).status).toBe(200)
  })
})

describe('filing with a key', () => {
  it('needs one, does it once, and answers the same again', async () => {
    const { secret } = await tokenWith({ scopes: ['SUBMIT'] })
    const input = await submission()
    expect(await send(secret, submitText, input)).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'IDEMPOTENCY_KEY_NEEDED' } }],
    })
    const key = { 'idempotency-key': 'annual-2026-1' }
    const [first, second] = await Promise.all([
      send(secret, submitText, input, key),
      send(secret, submitText, input, key),
    ])
    expect(first.data).toMatchObject({ submitDeclaration: { __typename: 'DeclarationSubmitted' } })
    expect(second.body).toBe(first.body)
    const replayed = [first, second].filter(({ headers }) => headers['idempotency-replayed'] === 'true')
    expect(replayed).toHaveLength(1)
    expect(await platform.database.prisma.declarationVersion.count({ where: { declarationId } })).toBe(1)
    const trail = await platform.database.prisma.auditEvent.findMany({ where: { recordId: declarationId } })
    expect(trail.filter(({ origin }) => origin.startsWith('token:'))).toHaveLength(1)
  })

  it('refuses the key for another content by name, and forgets it after a week', async () => {
    const { secret } = await tokenWith({ scopes: ['SUBMIT'] })
    const key = { 'idempotency-key': 'annual-2026-1' }
    const input = await submission()
    await send(secret, submitText, input, key)
    const other = { input: { ...input.input, signer: '李四' } }
    expect(await send(secret, submitText, other, key)).toMatchObject({
      status: 422,
      errors: [{ extensions: { code: 'IDEMPOTENCY_KEY_USED', field: 'Idempotency-Key' } }],
    })
    platform.clock.advance(8 * 86_400_000)
    expect(await removeTokenTraces(platform)).toMatchObject({ answers: expect.any(Number) })
    expect((await send(secret, submitText, other, key)).status).toBe(200)
  })

  it('undoes everything of an answer with an error, and the key with it', async () => {
    const { secret } = await tokenWith({ scopes: ['PREPARE'] })
    const key = { 'idempotency-key': 'both' }
    const text = `mutation ($input: SaveUnitFormInput!, $other: ID!) {
      saveUnitForm(input: $input) { __typename } signPersonnelList(declarationId: $other, signed: true) { __typename } }`
    const before = await declarationNow(platform, declarationId)
    const input = await staffTotal(78)
    const failed = await send(secret, text, { ...input, other: crypto.randomUUID() }, key)
    expect(failed.errors[0]?.extensions['code']).toBe('NOT_FOUND')
    expect((await declarationNow(platform, declarationId)).unitRevision).toBe(before.unitRevision)
    expect((await send(secret, text, { ...input, other: declarationId }, key)).errors).toEqual([])
    expect((await declarationNow(platform, declarationId)).unitRevision).toBe(before.unitRevision + 1)
  })

  it('does not work out a rehearsal in the middle of what stays', async () => {
    const { secret } = await tokenWith({ scopes: ['PREPARE'] })
    const text = `mutation ($input: SaveUnitFormInput!) { saveUnitForm(input: $input) {
      ... on UnitFormSaved { declaration { check { nextBill { __typename } } } } } }`
    const before = await declarationNow(platform, declarationId)
    const input = await staffTotal(Number(unit.answers['staffTotal']))
    const answer = await send(secret, text, input, { 'idempotency-key': 'with-bill' })
    expect(answer.errors[0]?.message).toContain('query of its own')
    expect((await declarationNow(platform, declarationId)).unitRevision).toBe(before.unitRevision)
    expect((await send(secret, text, input)).errors).toEqual([])
  })
})

describe('test mode', () => {
  it('files to the end and undoes it, by the token or by the request; drafts are kept', async () => {
    const test = await tokenWith({ scopes: ['PREPARE', 'SUBMIT'], test: true })
    expect(test.secret).toMatch(/^shebao_test_/)
    expect(await send(test.secret, saveText, await staffTotal(79))).toMatchObject({
      data: { saveUnitForm: { __typename: 'UnitFormSaved' } },
      extensions: { testMode: 'KEPT' },
    })
    const live = await tokenWith({ scopes: ['SUBMIT'] })
    await send(test.secret, saveText, await staffTotal(Number(unit.answers['staffTotal'])))
    for (const [secret, headers] of [
      [test.secret, {}],
      [live.secret, { 'shebao-test-mode': 'true' }],
    ] as const) {
      const answer = await send(secret, submitText, await submission(), headers)
      expect(answer).toMatchObject({
        data: { submitDeclaration: { __typename: 'DeclarationSubmitted', receipt: { version: 1 } } },
        extensions: { testMode: 'UNDONE' },
      })
      expect(await statusNow()).toBe('NOT_STARTED')
    }
    expect(await platform.database.prisma.declarationVersion.count({ where: { declarationId } })).toBe(0)
    expect(
      await platform.database.prisma.auditEvent.count({
        where: { action: 'SUBMIT_DECLARATION', recordId: declarationId },
      }),
    ).toBe(0)
  })

  it('pays nothing and does not ask the bank', async () => {
    const { secret } = await tokenWith({ scopes: ['PAY'] })
    const pay = `mutation { startPayment(noticeId: "${crypto.randomUUID()}", idempotencyKey: "12345678", language: EN) { __typename } }`
    expect(await send(secret, pay, {}, { 'shebao-test-mode': 'true' })).toMatchObject({
      status: 409,
      errors: [{ extensions: { code: 'TEST_MODE' } }],
    })
    expect((await send(secret, pay)).errors[0]?.extensions['code']).toBe('NOT_FOUND')
  })
})

it('what a token was used for stands on the employer’s page', async () => {
  const { secret, id } = await tokenWith()
  await send(secret, who)
  await send(secret, who)
  await send(secret, saveText, await staffTotal(1))
  const [listed] = (await readTokens(platform, clerk)).filter((token) => token.id === id)
  expect(listed?.lastUsedAt).toEqual(platform.clock.now())
  expect(listed?.uses.map(({ field, calls, refused }) => [field, calls, refused])).toEqual([
    ['ownAccessToken', 2, 0],
    ['saveUnitForm', 1, 1],
  ])
  const { data } = await ask(platform, clerk, '{ accessTokens { id hint uses { field } } ownAccessToken { name } }')
  expect(data).toMatchObject({ ownAccessToken: null })
})
