import { personNumbers } from '@shebao/test-support/person-numbers'
import type { PersonNumberCase } from '@shebao/test-support/person-numbers'
import { addDays } from '@shebao/kernel'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { ask, employerViewer, insuredViewer, partnerViewer, staffViewer } from '../../../testing/ask.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { addUnit, submitVersion } from '../../../testing/filing/review/review-fixture.ts'
import { givenOffice } from '../../../testing/inspection-scenario.ts'
import { handOutCode, openTestServer, SessionClient } from '../../../testing/office/session/session-client.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { addHotline } from '../hotline/hotline.routes.ts'

// Every place that takes or looks up somebody's number, walked with every kind of number (domain 1.1 to 1.3, 8, 9).
interface Bearer extends PersonNumberCase {
  individualId: string
  card: string
}
const secret = 'a-secret-of-twenty-four-characters'
let platform: TestPlatform
let app: FastifyInstance
let bearers: Bearer[]
let employerId: string
let officer: Viewer
let bank: Viewer

beforeAll(async () => {
  platform = await openTestPlatform({ SHEBAO_HOTLINE_SECRET: secret })
  app = await openTestServer(platform, [addHotline])
  const unit = await addEmployer(
    platform,
    personNumbers.map(() => 1_000_000),
  )
  employerId = unit.employerId
  const { prisma } = platform.database
  const { id: accountId } = await prisma.account.create({
    data: { kind: 'STAFF', staffNo: 'S2001', displayName: 'S2001', passwordHash: '' },
  })
  officer = staffViewer(['OFFICER'], { accountId })
  const partner = await prisma.partner.create({
    data: { kind: 'BANK', number: 'YH1', name: '示范银行', linked: true, createdBy: accountId, createdAt: new Date() },
  })
  bank = partnerViewer('BANK', { partnerId: partner.id })
  bearers = []
  for (const [index, kind] of personNumbers.entries())
    bearers.push(await bear(kind, unit.individualIds[index] ?? '', `A123456${String(index).padStart(2, '0')}`))
})
afterAll(async () => {
  await app.close()
  await platform.close()
})
beforeEach(async () => {
  await platform.database.prisma.signInThrottle.deleteMany()
  await platform.database.prisma.hotlineTry.deleteMany()
})

/** The person of the register bears this number, and holds a card that is not active. */
async function bear(kind: PersonNumberCase, individualId: string, card: string): Promise<Bearer> {
  const { database, vault } = platform
  await database.prisma.individual.update({
    where: { id: individualId },
    data: {
      idType: kind.type,
      idHash: vault.lookupHash('person-id', kind.onRecord),
      idMasked: kind.masked,
      personal: vault.seal({ name: '王五', idNumber: kind.onRecord }),
      ...(kind.tells ?? { sex: 'MALE', birthDate: '1982-04-26' }),
    },
  })
  await database.prisma.card.create({
    data: {
      individualId,
      numberHash: vault.lookupHash('card-number', card),
      numberCipher: vault.seal(card),
      numberMasked: `A******${card.slice(-2)}`,
      bankName: '示范银行',
      status: 'INACTIVE',
    },
  })
  return { ...kind, individualId, card }
}
async function one(viewer: Viewer, source: string, variables: Record<string, unknown>): Promise<unknown> {
  const { data, errors } = await ask(platform, viewer, source, variables)
  expect(errors).toEqual([])
  return Object.values(data)[0]
}
/** As on record, and the strangest way to type it: all of them are asked of the functions below (person-numbers.test.ts of the packages). */
const waysOf = ({ onRecord, typed }: Bearer) => [onRecord, typed.at(-1) ?? onRecord]
/** Each kind of number in both ways, one after the other. */
async function everyWay(look: (number: string) => Promise<unknown>): Promise<unknown[]> {
  const found: unknown[] = []
  for (const number of bearers.flatMap(waysOf)) found.push(await look(number))
  return found
}
const asOften = (answer: (bearer: Bearer) => object) => bearers.flatMap((one) => waysOf(one).map(() => answer(one)))

describe('a number of any kind, however it is typed', () => {
  it('signs its bearer in with the last six digits, which open nothing but a new password with the code of the office', async () => {
    // One of each kind: every password costs the time that it is meant to cost.
    for (const bearer of new Map(bearers.map((one) => [one.type, one])).values()) {
      const client = new SessionClient(platform, app)
      const typed = bearer.typed.at(-1) ?? bearer.onRecord
      const { individualId, initialPin, shows } = bearer
      expect((await client.signIn('INSURED', typed, '704913')).reason, shows).toBe('WRONG')
      expect((await client.signIn('INSURED', typed, initialPin)).viewer, shows).toMatchObject({
        individualId,
        stage: 'MUST_CHANGE_PASSWORD',
      })
      const code = await handOutCode(platform, individualId)
      expect(await client.changePassword(initialPin, undefined, code)).toMatchObject({
        reasons: expect.arrayContaining(['INITIAL']),
      })
      expect(await client.changePassword('704913', undefined, code), shows).toMatchObject({ viewer: { stage: 'FULL' } })
    }
  })

  it('is found by staff, masked, and at the window with its card', async () => {
    const person = 'mutation ($number: String!) { find: findPerson(number: $number) { id idMasked } }'
    expect(await everyWay((number) => one(officer, person, { number }))).toMatchObject(
      asOften(({ individualId, masked }) => ({ id: individualId, idMasked: masked })),
    )
    const holder = 'query ($number: String!) { cardHolder(number: $number) { id idMasked cards { numberMasked } } }'
    expect(await everyWay((number) => one(officer, holder, { number }))).toMatchObject(
      asOften(({ individualId, masked, card }) => ({
        id: individualId,
        idMasked: masked,
        cards: [{ numberMasked: `A******${card.slice(-2)}` }],
      })),
    )
  })

  it('has its password set back by the window', async () => {
    const reset = `mutation ($input: RequestCardPasswordResetInput!) { requestCardPasswordReset(input: $input) {
      ... on CardPasswordResetRequested { reset { idMasked } } } }`
    const rest = { reason: '本人持证到窗口', idShown: true, delivery: 'WINDOW' }
    expect(await everyWay((idNumber) => one(officer, reset, { input: { ...rest, idNumber } }))).toMatchObject(
      asOften(({ masked }) => ({ reset: { idMasked: masked } })),
    )
  })

  it('joins in a month, however it is typed, and is found there', async () => {
    await givenOffice(platform)
    const { employerId: joined } = await addEmployer(platform, [])
    const clerk = employerViewer(joined)
    const opened =
      'mutation { openMonthlyDeclaration(filing: REGULAR) { ... on MonthlyOpened { declaration { id } } } }'
    const { declaration } = (await one(clerk, opened, {})) as { declaration: { id: string } }
    const save = `mutation ($input: SaveMonthlyChangesInput!) { saveMonthlyChanges(input: $input) { __typename } }`
    const changes = bearers.map(({ typed, type }) => ({
      change: { changeType: 'ADD_NEW', name: '王五', idType: type, idNumber: typed.at(-1) },
    }))
    const input = { declarationId: declaration.id, expectedRevision: 0, changes }
    expect(await one(clerk, save, { input })).toEqual({ __typename: 'MonthlyChangesSaved' })
    const find = `query ($id: ID!, $number: String!) { monthlyDeclaration(id: $id) {
      changes(idNumber: $number) { edges { node { rowNo } } } } }`
    expect(await everyWay((number) => one(clerk, find, { id: declaration.id, number }))).toEqual(
      asOften((bearer) => ({ changes: { edges: [{ node: { rowNo: bearers.indexOf(bearer) + 1 } }] } })),
    )
  })

  it('is found in a list that was handed in, by its unit and by who reviews it', async () => {
    const unit = await addUnit(platform, [])
    const declared = bearers.map(({ onRecord }) => ({ name: '王五', idNumber: onRecord, wage: 1_000_000 }))
    await submitVersion(platform, unit, declared)
    const found = (bearer: Bearer) => ({ edges: [{ node: { rowNo: bearers.indexOf(bearer) + 2 } }] })
    const look = (viewer: Viewer, source: string) =>
      everyWay((number) => one(viewer, source, { id: unit.declarationId, number }))
    const reviewed = `query ($id: ID!, $number: String!) { declarationReview(id: $id) {
      persons(idNumber: $number) { edges { node { rowNo } } } } }`
    expect(await look(officer, reviewed)).toEqual(asOften((bearer) => ({ persons: found(bearer) })))
    const own = `query ($id: ID!, $number: String!) { declaration(id: $id) {
      personnel(idNumber: $number, version: 1) { edges { node { rowNo } } } } }`
    expect(await look(employerViewer(unit.employerId), own)).toEqual(
      asOften((bearer) => ({ personnel: found(bearer) })),
    )
  })

  it('is found by its unit among its people', async () => {
    const people = `query ($id: ID!, $search: String!) { employerById(id: $id) {
      insuredPeople(search: $search, period: "2026-01") { edges { node { individualId idNumber } } } } }`
    expect(await everyWay((search) => one(officer, people, { id: employerId, search }))).toMatchObject(
      asOften(({ individualId, masked }) => ({
        insuredPeople: { edges: [{ node: { individualId, idNumber: masked } }] },
      })),
    )
  })

  it('activates the card at the bank, and at no other person’s', async () => {
    const activate = `mutation ($input: BankActivationInput!) { activateCardAtBank(input: $input) {
      ... on CardActivated { numberMasked } ... on CardRefused { reason } } }`
    const at = (cardNumber: string, idNumber: string) =>
      one(bank, activate, { input: { cardNumber, idNumber, documents: ['ID', 'CARD'], byProxy: false } })
    for (const [index, bearer] of bearers.entries()) {
      const other = bearers[(index + 1) % bearers.length]
      expect(await at(bearer.card, other?.onRecord ?? '')).toEqual({ reason: 'NO_MATCH' })
      const [first = bearer.onRecord] = bearer.typed
      expect(await at(bearer.card, first), bearer.shows).toMatchObject({
        numberMasked: `A******${bearer.card.slice(-2)}`,
      })
      expect(await at(bearer.card, bearer.typed.at(-1) ?? ''), bearer.shows).toEqual({ reason: 'ALREADY_NORMAL' })
    }
  })

  it('is keyed into a telephone, and takes nobody else’s card', async () => {
    for (const bearer of bearers)
      for (const keys of bearer.keyed)
        expect(await hear(keys, bearer.card), `${bearer.shows}: ${keys}`).toContain('这张卡已经启用')
    const [first, second] = bearers.slice(4)
    expect(await hear(first?.keyed[0] ?? '', second?.card ?? '')).toContain('无法核对')
  })

  it('is given consent, which its bearer then finds', async () => {
    const giver = bearers[0]
    const give = `mutation ($number: String!, $validTo: Date!) { giveRecordConsent(number: $number, name: "王五", relation: OTHER, validTo: $validTo) {
      ... on RecordConsentGiven { consent { id } } ... on RecordConsentRefused { refusal } } }`
    const validTo = addDays(platform.clock.today(), 30)
    for (const bearer of bearers.slice(1)) {
      const number = bearer.typed.at(-1) ?? ''
      expect(
        await one(insuredViewer(giver?.individualId ?? ''), give, { number, validTo }),
        bearer.shows,
      ).toHaveProperty('consent')
      expect(await one(insuredViewer(bearer.individualId), '{ recordsSharedWithMe { relation } }', {})).toHaveLength(1)
    }
  })
})

/** What the machine says after language, wish and both numbers were keyed in. */
async function hear(keys: string, card: string): Promise<string> {
  const headers = {
    authorization: `Bearer ${secret}`,
    'content-type': 'application/x-www-form-urlencoded',
  }
  const post = (at: string, form: Record<string, string>) =>
    app.inject({ method: 'POST', url: `/hotline/${at}`, headers, payload: new URLSearchParams(form).toString() })
  let { body } = await post('calls', { caller: '' })
  const call = /name="call" expr="'([^']+)'"/.exec(body)?.[1] ?? ''
  for (const given of ['1', '1', keys, card.slice(1)]) {
    const step = /name="step" expr="'([^']+)'"/.exec(body)?.[1] ?? ''
    body = (await post('answer', { call, step, given })).body
  }
  return body
}
