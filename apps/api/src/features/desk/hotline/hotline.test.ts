import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { ask, insuredViewer, staffViewer } from '../../../testing/ask.ts'
import { findVoiceXmlFaults } from '../../../testing/desk/hotline/voice-xml-model.ts'
import { markNow } from '../../../testing/mark-now.ts'
import { idNumber, openTestServer, seedAccounts } from '../../../testing/office/session/session-client.ts'
import { readRecording } from './hotline-desk.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { cardCase } from '../../register/card/index.ts'
import { exportCallCounts } from './call-statistics.ts'
import { endSilentCalls } from './hotline.repository.ts'
import { addHotline } from './hotline.routes.ts'

const secret = 'a-secret-of-twenty-four-characters'
const mobile = 'tel:+8613800000001'
let platform: TestPlatform
let app: FastifyInstance
let individualId: string
let cardId: string
let agent: Viewer
const head = staffViewer(['HEAD'])

beforeAll(async () => {
  platform = await openTestPlatform({ SHEBAO_HOTLINE_SECRET: secret, SHEBAO_HOTLINE_AGENTS: 'tel:+8612333' })
  app = await openTestServer(platform, [addHotline])
  individualId = (await seedAccounts(platform)).individualId
  const { id: accountId } = await platform.database.prisma.account.findFirstOrThrow({ where: { kind: 'STAFF' } })
  agent = staffViewer(['OFFICER'], { accountId })
  const { vault } = platform
  const card = await platform.database.prisma.card.create({
    data: {
      individualId,
      numberHash: vault.lookupHash('card-number', 'A12345678'),
      numberCipher: vault.seal('A12345678'),
      numberMasked: 'A******78',
      bankName: '示范银行',
      status: 'INACTIVE',
    },
  })
  cardId = card.id
})
afterAll(async () => {
  await app.close()
  await platform.close()
})
beforeEach(async () => {
  const { prisma } = platform.database
  await prisma.hotlineTry.deleteMany()
  await prisma.hotlineCall.deleteMany()
  await prisma.card.update({ where: { id: cardId }, data: { status: 'INACTIVE', activatedOn: null, lostUntil: null } })
})

const shows = { authorization: `Bearer ${secret}` }
async function post(at: string, form: Record<string, string>, headers: Record<string, string> = shows) {
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  const payload = new URLSearchParams(form).toString()
  return app.inject({ method: 'POST', url: `/hotline/${at}`, headers: { ...type, ...headers }, payload })
}
/** A call that keys these in one after the other; the last document, and which call it is. */
async function dial(keys: readonly string[], caller = mobile) {
  let { body } = await post('calls', { caller })
  const call = /name="call" expr="'([^']+)'"/.exec(body)?.[1] ?? ''
  const press = async (given: string) => {
    const step = /name="step" expr="'([^']+)'"/.exec(body)?.[1] ?? ''
    const answered = await post('answer', { call, step, given })
    body = answered.body
    expect(findVoiceXmlFaults(body)).toEqual([])
    return body
  }
  for (const one of keys) await press(one)
  return { call, body: () => body, press }
}
const numbers = [idNumber.replace('X', '*'), '12345678'] as const
const statusNow = async () => (await platform.database.prisma.card.findUniqueOrThrow({ where: { id: cardId } })).status
const callNow = (id: string) => platform.database.prisma.hotlineCall.findUniqueOrThrow({ where: { id } })

async function sayName(call: string) {
  const form = new FormData()
  form.set('call', call)
  form.set('step', 'NAME')
  form.set('voice', new Blob([new Uint8Array([82, 73, 70, 70])], { type: 'audio/x-wav' }), 'name.wav')
  const sent = new Response(form)
  const headers = { ...shows, 'content-type': sent.headers.get('content-type') ?? '' }
  const payload = Buffer.from(await sent.arrayBuffer())
  return app.inject({ method: 'POST', url: '/hotline/name', headers, payload })
}
interface OnDesk {
  number?: string
  __typename: string
  reason?: string
  card?: { numberMasked: string } | null
  proofs?: string[]
}
const shown = `__typename ... on HotlineCall { id card { numberMasked } proofs checksLeft } ... on HotlineRefused { reason }`
async function one(source: string, variables: Record<string, unknown>, viewer = agent): Promise<OnDesk> {
  const { data, errors } = await ask(platform, viewer, source, variables)
  return errors.length > 0 ? { __typename: errors.join() } : (Object.values(data)[0] as unknown as OnDesk)
}
const take = (id: string, viewer = agent) =>
  one(`mutation ($id: ID!) { takeHotlineCall(id: $id) { ${shown} } }`, { id }, viewer)
const check = (id: string, said: object) =>
  one(
    `mutation ($id: ID!, $idNumber: String, $cardNumber: String, $name: String!, $employer: String) {
      checkHotlineCaller(id: $id, idNumber: $idNumber, cardNumber: $cardNumber, name: $name, employer: $employer) { ${shown} } }`,
    { id, ...said },
  )
const work = async (id: string, deed: string, decidedOn?: string) =>
  one(
    `mutation ($id: ID!, $deed: HotlineDeed!, $mark: CaseMark!) { workForHotlineCaller(id: $id, deed: $deed, decidedOn: $mark) {
      __typename ... on CardRefused { reason } ... on HotlineRefused { refused: reason } } }`,
    { id, deed, mark: decidedOn ?? (await markNow(platform, cardCase, cardId)) },
  )

const end = (id: string, outcome: string, note?: string) =>
  one(
    `mutation ($id: ID!, $outcome: HotlineWrapUp!, $note: String) {
      endHotlineCall(id: $id, outcome: $outcome, note: $note) { ${shown} } }`,
    { id, outcome, note },
  )

describe('telephone platforms', () => {
  it('are told the dialogue when they show the secret, and nobody else is', async () => {
    const basic = { authorization: `Basic ${Buffer.from(`ivr:${secret}`).toString('base64')}` }
    for (const headers of [shows, basic]) {
      const { statusCode, body, headers: answered } = await app.inject({ url: '/hotline/start', headers })
      expect([statusCode, answered['content-type'], answered['cache-control']]).toEqual([
        200,
        'application/voicexml+xml; charset=utf-8',
        'no-store',
      ])
      expect(findVoiceXmlFaults(body)).toEqual([])
    }
    for (const headers of [{}, { authorization: 'Bearer guess' }, { authorization: 'Basic Og==' }])
      expect((await app.inject({ url: '/hotline/start', headers })).statusCode).toBe(401)
    expect((await post('calls', { caller: mobile }, {})).statusCode).toBe(401)
    expect(await platform.database.prisma.hotlineCall.count()).toBe(0)
    expect((await post('answer', { call: 'x', step: 'MENU', given: '1' })).statusCode).toBe(404)
  })
})

describe('a caller', () => {
  it('blocks their card with both numbers and a yes, and the holder is told', async () => {
    await platform.database.prisma.card.update({
      where: { id: cardId },
      data: { status: 'NORMAL', activatedOn: '2026-01-01' },
    })
    const { call, body } = await dial(['1', '2', ...numbers, '1'])
    expect(body()).toContain('挂失已办理')
    expect(await statusNow()).toBe('ORAL_LOSS')
    expect(await callNow(call)).toMatchObject({
      status: 'ENDED',
      outcome: 'SELF_SERVED',
      callerMasked: '138****0001',
      dialogue: null,
    })
    const event = await platform.database.prisma.cardEvent.findFirstOrThrow({
      where: { cardId },
      orderBy: { seq: 'desc' },
    })
    expect(event).toMatchObject({ event: 'REPORT_LOSS', channel: 'HOTLINE', actorKind: 'SYSTEM' })
    expect(await platform.database.prisma.notification.count({ where: { individualId, kind: 'CARD_EVENT' } })).toBe(1)
  })

  it('whose card was frozen meanwhile is told that it changed; keys that come twice do nothing', async () => {
    const { call, press } = await dial(['2', '2', ...numbers])
    await platform.database.prisma.card.update({ where: { id: cardId }, data: { status: 'FROZEN' } })
    expect((await post('answer', { call, step: 'MENU', given: '1' })).body).toContain('To report it lost, press 1')
    expect(await press('1')).toContain('changed a moment ago')
    expect(await statusNow()).toBe('FROZEN')
  })

  it('who fails three times is put through, and who goes on failing is stopped by number and by card', async () => {
    const wrong = [numbers[0], '87654321'] as const
    const { call, body } = await dial(['1', '1', ...wrong, ...wrong, ...wrong])
    expect(body()).toContain('<transfer')
    expect(await callNow(call)).toMatchObject({ status: 'WAITING', cardId: null, individualId: null })
    const other = await dial(['1', '1', ...wrong, ...wrong], 'tel:+8613800000002')
    // Five about this person: the right card is not told from a wrong one any more, whoever calls.
    await other.press(numbers[0])
    expect(await other.press(numbers[1])).toContain('现在无法通过电话办理')
    expect((await dial(['1', '1', ...numbers], 'sip:anonymous')).body()).toContain('现在无法通过电话办理')
  })

  it('who calls on many lines at once tries no more about one person than on one', async () => {
    const lines = Array.from({ length: 8 }, (_, n) => dial(['1', '1', numbers[0], '87654321'], `tel:+861380000001${n}`))
    const said = (await Promise.all(lines)).map(({ body }) => body().includes('现在无法通过电话办理'))
    expect(said.filter(Boolean)).toHaveLength(3)
  })

  it('who falls silent is forgotten; a recorded name waits', async () => {
    const silent = await dial(['1'])
    const recorded = await dial(['1', '1', ...numbers])
    expect(recorded.body()).toContain('<record')
    expect((await sayName(recorded.call)).body).toContain('<transfer')
    await post('ended', { call: recorded.call })
    platform.clock.advance(6 * 60_000)
    expect(await endSilentCalls(platform)).toBe(1)
    expect(await callNow(silent.call)).toMatchObject({ outcome: 'SILENT', dialogue: null })
    expect(await callNow(recorded.call)).toMatchObject({ status: 'WAITING' })
  })
})

describe('an agent', () => {
  async function waiting(wish = '1') {
    const { call } = await dial(['1', wish, ...numbers])
    await sayName(call)
    return call
  }

  it('takes a call that no other then has, checks the caller without seeing anything, and activates', async () => {
    const call = await waiting()
    expect(await take(call)).toMatchObject({ card: null, proofs: [] })
    expect(await take(call, head)).toMatchObject({ reason: 'TAKEN' })
    expect(await take(call)).toMatchObject({ __typename: 'HotlineCall' })
    expect(await work(call, 'ACTIVATE')).toMatchObject({ __typename: 'FORBIDDEN' })
    expect(await check(call, { name: '李四' })).toMatchObject({ reason: 'NO_MATCH' })
    expect(await check(call, { name: '张 三' })).toMatchObject({
      card: { numberMasked: 'A******78' },
      proofs: ['NAME'],
    })
    expect(await work(call, 'ACTIVATE')).toMatchObject({ __typename: 'Card' })
    const card = await platform.database.prisma.card.findUniqueOrThrow({ where: { id: cardId } })
    expect(card).toMatchObject({ status: 'NORMAL', channel: 'HOTLINE', passwordDue: true })
    expect(await end(call, 'SETTLED')).toMatchObject({ __typename: 'BAD_USER_INPUT' })
    expect(await end(call, 'CALL_BACK', '想要回电')).toMatchObject({ reason: 'NO_QUESTION' })
    // Pressed twice it is one end.
    const ends = await Promise.all([end(call, 'SETTLED', '已启用'), end(call, 'SETTLED', '已启用')])
    expect(ends).toMatchObject([{ id: call }, { id: call }])
    expect(
      await platform.database.prisma.auditEvent.count({ where: { action: 'HOTLINE_CALL_ENDED', recordId: call } }),
    ).toBe(1)
    expect(await callNow(call)).toMatchObject({ status: 'ENDED', recording: null, dialogue: null })
    const looks = '{ readingsOfMyRecord { edges { node { action } } } }'
    const { data } = await ask(platform, insuredViewer(individualId), looks)
    expect(JSON.stringify(data)).toContain('CHECK_HOTLINE_CALLER')
  })

  it('is told of three wrong checks that there are no more, whatever is said then', async () => {
    const call = await waiting()
    await take(call)
    for (const reason of ['NO_MATCH', 'NO_MATCH', 'CHECKS_USED_UP', 'CHECKS_USED_UP'])
      expect(await check(call, { name: reason === 'NO_MATCH' ? '李四' : '张四' })).toMatchObject({ reason })
    expect(await check(call, { name: '张三' })).toMatchObject({ reason: 'CHECKS_USED_UP' })
  })

  it('brings a lost card back only for who can name an employer, and sees what another window did meanwhile', async () => {
    await platform.database.prisma.card.update({
      where: { id: cardId },
      data: { status: 'ORAL_LOSS', lostUntil: new Date('2026-12-01T00:00:00Z') },
    })
    const call = await waiting('3')
    await take(call)
    await check(call, { name: '张三' })
    expect(await work(call, 'WITHDRAW_LOSS')).toMatchObject({ __typename: 'BAD_USER_INPUT' })
    expect(await check(call, { name: '张三', employer: '别的单位' })).toMatchObject({ reason: 'NO_MATCH' })
    const before = await markNow(platform, cardCase, cardId)
    expect(await work(call, 'REPORT_LOSS')).toMatchObject({ __typename: 'Card' })
    expect(await work(call, 'REPORT_LOSS', before)).toMatchObject({ __typename: 'StaleDecision' })
  })

  it('without keyed numbers asks for both; nobody else hears the recording', async () => {
    const { call } = await dial(['1', '0'])
    await take(call)
    expect(await check(call, { name: '张三' })).toMatchObject({ __typename: 'BAD_USER_INPUT' })
    expect(await check(call, { name: '张三', idNumber, cardNumber: 'A12345678' })).toMatchObject({ proofs: ['NAME'] })
    const spoken = { recording: platform.vault.sealBytes(Buffer.from('RIFF')) }
    await platform.database.prisma.hotlineCall.update({ where: { id: call }, data: spoken })
    expect((await readRecording(platform, agent, 'test', call)).length).toBe(4)
    const heard = { action: 'HEAR_HOTLINE_CALLER', actorId: agent.accountId }
    expect(await platform.database.prisma.auditEvent.count({ where: heard })).toBe(1)
    const recorded = await waiting()
    const { statusCode } = await app.inject({ url: `/hotline/recordings/${recorded}` })
    expect(statusCode).toBe(401)
    for (const viewer of [undefined, insuredViewer(individualId), staffViewer(['AUDITOR'])])
      expect((await ask(platform, viewer, '{ hotlineDesk { mine { id } } }')).errors).toHaveLength(1)
  })

  const context = `query ($call: ID!) { hotlineCaller(call: $call) {
    nameMasked wrongKeys cards { id } months { period } questions { number } transfers { id } unread { title(language: EN) }
    earlierCalls { outcome note } matters { matter place reason } } }`
  const read = (call: string, viewer: Viewer | undefined = agent) => ask(platform, viewer, context, { call })

  it('sees on one screen what is known of who was checked, while the line stands, and the person sees that', async () => {
    const earlier = await waiting()
    await take(earlier)
    await check(earlier, { name: '张三' })
    await end(earlier, 'INFORMED', '问了启用办法')
    const { call } = await dial(['1', '1', numbers[0], '87654321', ...numbers])
    await sayName(call)
    expect((await read(call)).errors).toEqual(['NOT_FOUND'])
    await take(call)
    expect((await read(call)).errors).toEqual(['FORBIDDEN'])
    await check(call, { name: '张三' })
    for (const [viewer, refused] of [
      [head, 'NOT_FOUND'],
      [staffViewer(['AUDITOR']), 'FORBIDDEN'],
      [undefined, 'UNAUTHENTICATED'],
    ] as const)
      expect((await ask(platform, viewer, context, { call })).errors).toEqual([refused])
    const { data, errors } = await read(call)
    expect(errors).toEqual([])
    expect(data['hotlineCaller']).toMatchObject({
      nameMasked: '张*',
      wrongKeys: 1,
      cards: [{ id: cardId }],
      earlierCalls: [{ outcome: 'INFORMED', note: '问了启用办法' }],
      matters: expect.arrayContaining([
        { matter: 'ACTIVATE', place: 'PHONE', reason: null },
        { matter: 'WITHDRAW_LOSS', place: 'PHONE', reason: 'NOT_ACTIVATED' },
        { matter: 'CONFIRM_LOSS', place: 'WINDOW', reason: null },
      ]),
    })
    const looked = await platform.database.prisma.auditEvent.findMany({ where: { action: 'READ_HOTLINE_CALLER' } })
    expect(looked).toMatchObject([{ recordId: individualId, change: { call } }])
    await post('ended', { call })
    expect((await read(call)).errors).toEqual(['NOT_FOUND'])
    // The line went while the agent pressed: what the tape asked for is done, nothing else.
    expect(await work(call, 'REPORT_LOSS')).toMatchObject({ refused: 'GONE' })
    expect(await work(call, 'ACTIVATE')).toMatchObject({ __typename: 'Card' })
    await end(call, 'SETTLED', '已启用')
    expect((await read(call)).errors).toEqual(['NOT_FOUND'])
    expect(await work(call, 'REPORT_LOSS')).toMatchObject({ __typename: 'NOT_FOUND' })
  })

  it('alone has a call: of two who take it at once the other is told', async () => {
    const other = await platform.database.prisma.account.create({
      data: { kind: 'STAFF', staffNo: 'S8801', displayName: '另一座席', passwordHash: '' },
    })
    const call = await waiting()
    const taken = await Promise.all([take(call), take(call, staffViewer(['OFFICER'], { accountId: other.id }))])
    expect(taken.map(({ __typename }) => __typename).toSorted()).toEqual(['HotlineCall', 'HotlineRefused'])
  })

  it('is counted by day and code for whoever answers for the hotline, without who called', async () => {
    const call = await waiting()
    await take(call)
    await end(call, 'CUT_OFF')
    await dial(['1']).then(({ call: other }) => post('ended', { call: other }))
    const day = platform.clock.today()
    const counts = 'query ($from: Date!, $to: Date!) { hotlineCallCounts(from: $from, to: $to) { day outcome calls } }'
    const days = { from: day, to: day }
    const { data } = await ask(platform, head, counts, days)
    expect(data['hotlineCallCounts']).toEqual([
      { day, outcome: 'CUT_OFF', calls: 1 },
      { day, outcome: 'HUNG_UP', calls: 1 },
    ])
    const rows = `query ($from: Date!, $to: Date!) { hotlineEndedCalls(from: $from, to: $to, outcome: CUT_OFF) {
      edges { node { id outcome agentName } } } }`
    const behind = await ask(platform, head, rows, days)
    expect(behind.data['hotlineEndedCalls']).toMatchObject({ edges: [{ node: { id: call, outcome: 'CUT_OFF' } }] })
    expect((await ask(platform, agent, counts, days)).errors).toEqual(['FORBIDDEN'])
    expect((await ask(platform, head, counts, { from: '2026-01-01', to: '2026-12-31' })).errors).toEqual([
      'BAD_USER_INPUT',
    ])
    const given = { ...days, language: 'en' as const, format: 'csv' as const, origin: 'test' }
    const { bytes } = await exportCallCounts(platform, head, given)
    expect(new TextDecoder().decode(bytes)).toContain(`${day},Cut off,1`)
    await expect(exportCallCounts(platform, agent, given)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } })
    expect(await platform.database.prisma.auditEvent.count({ where: { action: 'EXPORT_HOTLINE_STATISTICS' } })).toBe(1)
  })

  it('writes down what the caller asks, once a press, with the number to call back for whose work it is alone', async () => {
    const call = await waiting()
    await take(call)
    const source = `mutation ($id: ID!, $input: HotlineTicketInput!) { takeDownForHotlineCaller(id: $id, input: $input) {
      __typename ... on Question { id number state byPhone callBackWanted callBack holderName
        term { workingDays countedFrom validFrom documentNo } } ... on HotlineRefused { reason } } }`
    const input = {
      askingKey: crypto.randomUUID(),
      topic: 'GAP',
      about: 'MONTH',
      period: '2026-10',
      text: '十月为什么未缴？',
    }
    expect(await one(source, { id: call, input })).toMatchObject({ __typename: 'FORBIDDEN' })
    await check(call, { name: '张三' })
    const back = { ...input, callBack: '138 0000 0001' }
    expect(await one(source, { id: call, input: { ...back, callBack: '12' } })).toMatchObject({
      __typename: 'BAD_USER_INPUT',
    })
    expect(await one(source, { id: call, input: { ...input, period: null } })).toMatchObject({
      __typename: 'BAD_USER_INPUT',
    })
    const pressed = await Promise.all([one(source, { id: call, input: back }), one(source, { id: call, input: back })])
    const [taken] = await platform.database.prisma.question.findMany({ where: { callId: call } })
    expect(pressed).toEqual(
      [1, 2].map(() => ({
        __typename: 'Question',
        id: taken?.id,
        number: expect.stringMatching(/^ZW\d{8}$/),
        state: 'OPEN',
        byPhone: true,
        callBackWanted: true,
        callBack: null,
        holderName: null,
        // By a figure that the office never published: ten working days that came with the release.
        term: { workingDays: 10, countedFrom: platform.clock.today(), validFrom: null, documentNo: null },
      })),
    )
    await one('mutation ($id: ID!) { takeWork(lifecycle: QUESTION, caseId: $id, state: "OPEN") { outcome } }', {
      id: taken?.id,
    })
    const number = 'query ($id: ID!) { question(id: $id) { callBack } }'
    expect(await one(number, { id: taken?.id })).toEqual({ callBack: '13800000001' })
    expect(await one(number, { id: taken?.id }, head)).toEqual({ callBack: null })
    expect(await end(call, 'CALL_BACK', '要求回电')).toMatchObject({ id: call })
    const mine = '{ myQuestions { edges { node { number byPhone } } } }'
    expect(JSON.stringify((await ask(platform, insuredViewer(individualId), mine)).data)).toContain(
      pressed[0].number ?? '-',
    )
  })
})
