import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { cardPasswordWatch } from '../../../access/card-password-watch.ts'
import { ask, insuredViewer, partnerViewer, staffViewer } from '../../../testing/ask.ts'
import { markNow } from '../../../testing/mark-now.ts'
import { idNumber, seedAccounts } from '../../../testing/office/session/session-client.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { activateCard } from './activate-card.ts'
import { workCardByPhone } from './by-phone.ts'
import { cardCase } from './card-case.ts'
import { lockCard } from './card.repository.ts'
import { endWhatRanOut, sixMonthsFrom } from './temporary-card.ts'
import { civilDate } from '@shebao/kernel'

let platform: TestPlatform
let individualId: string
let person: Viewer
let [bank, hospital]: Viewer[] = []
let administrator: Viewer
const [officer, head] = [staffViewer(['OFFICER']), staffViewer(['HEAD'])]

beforeAll(async () => {
  platform = await openTestPlatform()
  platform.clock.set('2026-11-23T10:00:00+08:00')
  individualId = (await seedAccounts(platform)).individualId
  person = insuredViewer(individualId)
  const { id: createdBy } = await platform.database.prisma.account.findFirstOrThrow({ where: { kind: 'STAFF' } })
  administrator = staffViewer(['ADMINISTRATOR'], { accountId: createdBy })
  const partner = (kind: 'BANK' | 'HOSPITAL', number: string, name: string) =>
    platform.database.prisma.partner.create({
      data: { kind, number, name, linked: kind === 'BANK', createdBy, createdAt: platform.clock.now() },
    })
  bank = partnerViewer('BANK', { partnerId: (await partner('BANK', 'YH1', '示范银行')).id })
  hospital = partnerViewer('HOSPITAL', { partnerId: (await partner('HOSPITAL', 'YY1', '示范医院')).id })
})
afterAll(() => platform.close())

const shown = `__typename ... on Card { id status bankStatus kind readyOn validTo passwordDue replacesId numberMasked }
  ... on CardRefused { reason } ... on StaleDecision { happened { event } }`
interface Shown {
  __typename: string
  id: string
  status: string
  reason?: string
}
async function one(viewer: Viewer | undefined, source: string, variables: object = {}): Promise<Shown> {
  const { data, errors } = await ask(platform, viewer, source, { ...variables })
  expect(errors).toEqual([])
  return Object.values(data)[0] as unknown as Shown
}
const mark = (id: string) => markNow(platform, cardCase, id)
const both = ['ID', 'CARD']
/** A deed of the window that asks for papers. */
const atWindow = async (deed: string, id: string, documents = both, more: { byProxy?: boolean; mark?: string } = {}) =>
  one(officer, `mutation ($input: CardAtWindowInput!) { ${deed}(input: $input) { ${shown} } }`, {
    input: { id, documents, byProxy: more.byProxy ?? false, decidedOn: more.mark ?? (await mark(id)) },
  })
const plain = async (viewer: Viewer | undefined, deed: string, id: string, args = '') =>
  one(viewer, `mutation ($id: ID!, $mark: CaseMark!) { ${deed}(id: $id, decidedOn: $mark ${args}) { ${shown} } }`, {
    id,
    mark: await mark(id),
  })
const apply = (viewer = person) =>
  one(viewer, `mutation { applyForCard(bank: "示范银行") { ${shown.replace(/\.\.\. on Stale.*/, '')} } }`)
/** One handed over and not activated, of this person. */
async function issued(): Promise<string> {
  await platform.database.prisma.card.updateMany({
    where: { individualId },
    data: { status: 'CANCELLED', lostUntil: null },
  })
  const { id } = await apply()
  await plain(officer, 'makeCard', id)
  expect(await atWindow('issueCard', id, ['ID'])).toMatchObject({ status: 'INACTIVE' })
  return id
}
async function active(): Promise<string> {
  const id = await issued()
  expect(await atWindow('activateCard', id)).toMatchObject({ status: 'NORMAL', passwordDue: true })
  return id
}
const numberOf = async (id: string) => {
  const { numberCipher } = await platform.database.prisma.card.findUniqueOrThrow({ where: { id } })
  return platform.vault.open<string>(numberCipher)
}

describe('a card from its application on', () => {
  it('is ready after the working days of the region, made, handed over and activated; the holder is told of each', async () => {
    const applied = await apply()
    expect(applied).toMatchObject({ status: 'APPLIED', bankStatus: 'INACTIVE', readyOn: '2026-12-14' })
    expect(await apply()).toMatchObject({ reason: 'OPEN_CARD' })
    expect(
      await one(person, `mutation { applyForCard(bank: "某银行") { __typename ... on CardRefused { reason } } }`),
    ).toMatchObject({ reason: 'NO_SUCH_BANK' })
    expect(await atWindow('activateCard', applied.id)).toMatchObject({ reason: 'NOT_ISSUED' })
    await plain(officer, 'makeCard', applied.id)
    expect(await atWindow('issueCard', applied.id, ['ID'], { byProxy: true })).toMatchObject({
      reason: 'PROXY_NEEDS_BOTH_IDS',
    })
    await atWindow('issueCard', applied.id, ['ID', 'PROXY_ID'], { byProxy: true })
    expect(await atWindow('activateCard', applied.id, ['CARD'])).toMatchObject({ reason: 'DOCUMENTS_MISSING' })
    expect(await atWindow('activateCard', applied.id)).toMatchObject({ status: 'NORMAL' })
    expect(await atWindow('activateCard', applied.id)).toMatchObject({ reason: 'ALREADY_NORMAL' })
    const { prisma } = platform.database
    const told = await prisma.notification.findMany({
      where: { kind: 'CARD_EVENT', individualId },
      orderBy: { id: 'asc' },
    })
    expect(told.map(({ params }) => (params as { event: string }).event).toSorted()).toEqual([
      'ACTIVATE',
      'APPLY',
      'ISSUE',
      'MAKE',
    ])
    const kept = await prisma.cardEvent.findMany({ where: { cardId: applied.id }, orderBy: { seq: 'asc' } })
    expect(kept.map(({ event, channel, documents, byProxy }) => [event, channel, documents.join(), byProxy])).toEqual([
      ['APPLY', 'WEB', '', false],
      ['MAKE', 'WINDOW', '', false],
      ['ISSUE', 'WINDOW', 'ID,PROXY_ID', true],
      ['ACTIVATE', 'WINDOW', 'ID,CARD', false],
    ])
    await expect(prisma.cardEvent.deleteMany({ where: { cardId: applied.id } })).rejects.toThrow('card_event')
    await cardPasswordWatch().changed(platform, individualId)
    expect((await prisma.card.findUniqueOrThrow({ where: { id: applied.id } })).passwordDue).toBe(false)
  })

  it('reported lost by its holder comes back by itself, and never as more than it was', async () => {
    const id = await issued()
    expect(await plain(person, 'reportCardLoss', id)).toMatchObject({ status: 'ORAL_LOSS' })
    platform.clock.advance(6 * 86_400_000)
    expect(await plain(person, 'reportCardLoss', id)).toMatchObject({ status: 'ORAL_LOSS' })
    platform.clock.advance(2 * 86_400_000)
    expect(await endWhatRanOut(platform)).toBe(0)
    platform.clock.advance(5 * 86_400_000)
    expect(await endWhatRanOut(platform)).toBe(1)
    expect((await platform.database.prisma.card.findUniqueOrThrow({ where: { id } })).status).toBe('INACTIVE')
    await atWindow('activateCard', id)
    await plain(person, 'reportCardLoss', id)
    expect(await plain(person, 'withdrawCardLoss', id)).toMatchObject({ status: 'NORMAL' })
    const { data } = await ask(platform, person, '{ me { cards { history { event operator } } } }')
    const [card] = (data['me'] as unknown as { cards: { history: { event: string; operator: string | null }[] }[] })
      .cards
    expect(card?.history.at(-1)).toEqual({ event: 'WITHDRAW_LOSS', operator: null })
  })

  it('lost in writing is released by the holder alone, unless a replacement made it void', async () => {
    const id = await active()
    await atWindow('confirmCardLoss', id, ['ID', 'PROXY_ID'], { byProxy: true })
    expect(await atWindow('activateCard', id)).toMatchObject({ reason: 'LOST' })
    expect(await atWindow('releaseCardLoss', id, [...both, 'PROXY_ID'], { byProxy: true })).toMatchObject({
      reason: 'IN_PERSON_ONLY',
    })
    expect(await atWindow('releaseCardLoss', id)).toMatchObject({ status: 'NORMAL' })
    await atWindow('confirmCardLoss', id, ['ID'])
    const replaced = await plain(person, 'replaceCard', id, 'cause: LOST')
    expect(replaced).toMatchObject({ status: 'APPLIED', replacesId: id })
    expect(await atWindow('releaseCardLoss', id)).toMatchObject({ reason: 'REPLACED' })
    const { prisma } = platform.database
    expect(await prisma.card.findUniqueOrThrow({ where: { id } })).toMatchObject({
      status: 'REPLACED',
      bankStatus: 'CANCELLED',
    })
    const temporary = await one(
      officer,
      `mutation ($id: ID!) { giveTemporaryCard(individualId: $id) { __typename ... on Card { id status bankStatus validTo } } }`,
      { id: individualId },
    )
    expect(temporary).toMatchObject({ status: 'NORMAL', bankStatus: null })
    expect(await plain(officer, 'prolongTemporaryCard', temporary.id)).toMatchObject({ status: 'NORMAL' })
    await plain(officer, 'prolongTemporaryCard', temporary.id)
    await plain(officer, 'prolongTemporaryCard', temporary.id)
    expect(await plain(officer, 'prolongTemporaryCard', temporary.id)).toMatchObject({ reason: 'SIX_MONTHS_OVER' })
    await plain(officer, 'makeCard', replaced.id)
    await atWindow('issueCard', replaced.id, ['ID'])
    expect((await prisma.card.findUniqueOrThrow({ where: { id: temporary.id } })).status).toBe('CANCELLED')
  })

  it('is frozen and freed with a reason, freed by somebody who decides, and cancelled with the paper', async () => {
    const id = await active()
    await plain(officer, 'freezeCard', id, ', reason: "涉嫌冒用"')
    expect(await atWindow('activateCard', id)).toMatchObject({ reason: 'FROZEN' })
    expect(await plain(head, 'unfreezeCard', id, ', reason: "核实本人使用"')).toMatchObject({ status: 'NORMAL' })
    const cancel = async (documents: string[]) =>
      one(officer, `mutation ($input: CardAtWindowInput!) { cancelCard(input: $input, ground: DEATH) { ${shown} } }`, {
        input: { id, documents, byProxy: true, decidedOn: await mark(id) },
      })
    expect(await cancel(['ID'])).toMatchObject({ reason: 'DOCUMENTS_MISSING' })
    expect(await cancel(['DEATH_CERTIFICATE'])).toMatchObject({ status: 'CANCELLED', bankStatus: 'CANCELLED' })
    expect(await plain(person, 'reportCardLoss', id)).toMatchObject({ reason: 'CANCELLED' })
  })

  it('is locked with its password and freed with it', async () => {
    const id = await active()
    await cardPasswordWatch().locked(platform, individualId)
    expect(await atWindow('activateCard', id)).toMatchObject({ reason: 'PIN_LOCKED' })
    const { status } = await platform.database.prisma.card.findUniqueOrThrow({ where: { id } })
    expect(status).toBe('PIN_LOCKED')
    await cardPasswordWatch().unlocked(platform, { individualId, actor: head, origin: 'test' })
    expect((await platform.database.prisma.card.findUniqueOrThrow({ where: { id } })).status).toBe('NORMAL')
  })

  it('lost while a window activates it: that window is told what happened', async () => {
    const id = await issued()
    const before = await mark(id)
    await plain(person, 'reportCardLoss', id)
    const stale = await atWindow('activateCard', id, both, { mark: before })
    expect(stale).toMatchObject({ __typename: 'StaleDecision', happened: [{ event: 'REPORT_LOSS' }] })
    expect(await atWindow('activateCard', id)).toMatchObject({ reason: 'LOST' })
  })

  it('is nobody else’s, and found by the whole number with an entry in the trail', async () => {
    const id = await active()
    const other = insuredViewer(crypto.randomUUID())
    const lost = `mutation ($id: ID!, $mark: CaseMark!) { reportCardLoss(id: $id, decidedOn: $mark) { __typename } }`
    expect((await ask(platform, other, lost, { id, mark: await mark(id) })).errors).toEqual(['NOT_FOUND'])
    const find =
      '{ byId: cardHolder(number: "11010519491231002X") { nameMasked cards { id } } none: cardHolder(number: "110101199003078670") { id } }'
    const { data } = await ask(platform, officer, find)
    expect(data).toMatchObject({ byId: { nameMasked: '张*' }, none: null })
    expect(JSON.stringify(data)).toContain(id)
    const trail = await platform.database.prisma.auditEvent.count({ where: { action: 'CARD_LOOKED_UP' } })
    expect(trail).toBe(2)
  })

  it('is activated by telephone after the caller was checked, by the same way in', async () => {
    const cardId = await issued()
    const job = { kind: 'SYSTEM', job: 'hotline' } as const
    const said = ['ID_NUMBER', 'CARD_NUMBER', 'NAME'] as const
    const call = (documents: readonly ('ID_NUMBER' | 'CARD_NUMBER' | 'NAME' | 'CALLER_CHECK')[]) =>
      activateCard(platform, job, 'hotline', { cardId, channel: 'HOTLINE', documents })
    expect(await call(said)).toMatchObject({ reason: 'DOCUMENTS_MISSING' })
    expect(await call([...said, 'CALLER_CHECK'])).toMatchObject({ status: 'NORMAL', channel: 'HOTLINE' })
  })
})

describe('a partner’s desk', () => {
  const result = '__typename ... on CardActivated { social bank } ... on CardRefused { reason }'
  const atBank = async (id: string, more: object = {}, viewer = bank) =>
    one(viewer, `mutation ($input: BankActivationInput!) { activateCardAtBank(input: $input) { ${result} } }`, {
      input: { cardNumber: await numberOf(id), idNumber, documents: both, byProxy: false, ...more },
    })
  const settle = async (id: string, billNo: string) =>
    one(hospital, `mutation ($input: CardSettlementInput!) { settleWithCard(input: $input) { ${result} } }`, {
      input: { cardNumber: await numberOf(id), billNo, amount: 12_345 },
    })

  it('of the issuing bank activates its own application, and the other where linked', async () => {
    const id = await issued()
    expect(await atBank(id, { idNumber: '110101199003078670' })).toMatchObject({ reason: 'NO_MATCH' })
    expect(await atBank(id, { documents: ['CARD'] })).toMatchObject({ reason: 'DOCUMENTS_MISSING' })
    expect(await atBank(id, { byProxy: true })).toMatchObject({ reason: 'PROXY_NEEDS_BOTH_IDS' })
    await plain(person, 'reportCardLoss', id)
    expect(await atBank(id)).toMatchObject({ reason: 'LOST' })
    await plain(person, 'withdrawCardLoss', id)
    expect(await atBank(id)).toMatchObject({ social: true, bank: true })
    expect(await atBank(id)).toMatchObject({ reason: 'ALREADY_NORMAL' })
    const event = await platform.database.prisma.cardEvent.findFirstOrThrow({
      where: { cardId: id, event: 'ACTIVATE_AT_BANK' },
    })
    expect(event).toMatchObject({ channel: 'BANK', actorKind: 'PARTNER', operator: 'PARTNER', documents: both })
    const { id: createdBy } = await platform.database.prisma.account.findFirstOrThrow({ where: { kind: 'STAFF' } })
    const other = await platform.database.prisma.partner.create({
      data: { kind: 'BANK', number: 'YH2', name: '另一银行', createdBy, createdAt: platform.clock.now() },
    })
    expect(await atBank(id, {}, partnerViewer('BANK', { partnerId: other.id }))).toMatchObject({ reason: 'NO_MATCH' })
  })

  it('of a hospital activates by a bill settled with the card, each bill once', async () => {
    const id = await issued()
    expect(await settle(id, 'ZY-1')).toMatchObject({ social: true, bank: false })
    expect(await settle(id, 'ZY-1')).toMatchObject({ reason: 'BILL_SETTLED' })
    expect(await settle(id, 'ZY-2')).toMatchObject({ reason: 'ALREADY_NORMAL' })
    const bills = await platform.database.prisma.cardSettlement.findMany()
    expect(bills.map(({ billNo, amount }) => [billNo, amount])).toEqual([['ZY-1', 12_345n]])
  })

  /** Both begin while the card is held by somebody else, and go on one after the other once it is let go. */
  async function atOnce<First, Second>(id: string, first: () => Promise<First>, second: () => Promise<Second>) {
    const [held, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const holding = platform.database.transaction(async () => {
      await lockCard(platform, id)
      held.resolve()
      await gate.promise
    })
    await held.promise
    const waiting = `SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`
    const queued = (most: number) =>
      vi.waitFor(async () => {
        const [row] = await platform.database.query<{ n: number }>({ text: waiting })
        expect(row?.n).toBe(most)
      })
    const one = first()
    await queued(1)
    const other = second()
    await queued(2)
    gate.resolve()
    await holding
    return Promise.all([one, other])
  }
  const byPhone = async (id: string) =>
    workCardByPhone(platform, { actor: { kind: 'SYSTEM', job: 'hotline' }, origin: 'test', does: 'REPORT_LOSS', id })
  const stateOf = async (id: string) => {
    const { status, bankStatus } = await platform.database.prisma.card.findUniqueOrThrow({ where: { id } })
    return [status, bankStatus]
  }

  it('activates a card that is reported lost at the same moment: it ends lost, whichever of the two came first', async () => {
    const first = await issued()
    const [activated] = await atOnce(
      first,
      () => atBank(first),
      () => byPhone(first),
    )
    expect(activated).toMatchObject({ social: true, bank: true })
    expect(await stateOf(first)).toEqual(['ORAL_LOSS', 'NORMAL'])
    const second = await issued()
    const [, refused] = await atOnce(
      second,
      () => byPhone(second),
      () => atBank(second),
    )
    expect(refused).toMatchObject({ reason: 'LOST' })
    expect(await stateOf(second)).toEqual(['ORAL_LOSS', 'INACTIVE'])
    const third = await issued()
    const [, unsettled] = await atOnce(
      third,
      () => byPhone(third),
      () => settle(third, 'ZY-3'),
    )
    expect(unsettled).toMatchObject({ reason: 'LOST' })
    expect(await platform.database.prisma.cardSettlement.count({ where: { billNo: 'ZY-3' } })).toBe(0)
  })

  it('of two windows at one card one decides, and the other is told what it did', async () => {
    const id = await active()
    const seen = await mark(id)
    const freeze = () =>
      one(
        officer,
        `mutation ($id: ID!, $seen: CaseMark!) { freezeCard(id: $id, decidedOn: $seen, reason: "涉嫌冒用") { ${shown} } }`,
        {
          id,
          seen,
        },
      )
    const outcomes = await atOnce(id, () => atWindow('confirmCardLoss', id, ['ID'], { mark: seen }), freeze)
    expect(outcomes).toMatchObject([
      { status: 'WRITTEN_LOSS' },
      { __typename: 'StaleDecision', happened: [{ event: 'CONFIRM_LOSS' }] },
    ])
    expect(await platform.database.prisma.cardEvent.count({ where: { cardId: id, event: 'FREEZE' } })).toBe(0)
  })

  it('reads its own name, and nothing of the office', async () => {
    expect(await one(bank, '{ partnerDesk { name bank linked } }')).toEqual({
      name: '示范银行',
      bank: true,
      linked: true,
    })
    for (const source of [
      '{ cardHolder(number: "A12345678") { id } }',
      '{ me { id } }',
      '{ partners { id } }',
      '{ serviceFigures { value } }',
      '{ unreadNotifications }',
    ])
      expect((await ask(platform, hospital, source)).errors).toEqual(['FORBIDDEN'])
  })

  it('is opened by an administrator, whose operator signs in until the desk is closed', async () => {
    const opened = await one(
      administrator,
      'mutation { createPartner(kind: BANK, number: "yh9", name: "第九银行", linked: false) { __typename ... on Partner { id number } } }',
    )
    expect(opened).toMatchObject({ number: 'YH9' })
    const made = await ask(
      platform,
      administrator,
      `mutation ($id: ID!) { createOperator(partnerId: $id, operatorNo: "C901", displayName: "柜员甲")
      { ... on OperatorChanged { operator { id state } link { code } } ... on PartnerRefused { reason } } }`,
      { id: opened.id },
    )
    expect(made.data['createOperator']).toMatchObject({
      operator: { state: 'WAITING' },
      link: { code: expect.any(String) },
    })
    const ended = await one(
      administrator,
      'mutation ($id: ID!) { endPartner(id: $id, reason: "合同到期") { __typename ... on Partner { endedOn } } }',
      { id: opened.id },
    )
    expect(ended).toMatchObject({ endedOn: platform.clock.today() })
    const { data } = await ask(platform, administrator, '{ partners { number operators { operatorNo state } } }')
    expect(data['partners']).toContainEqual({ number: 'YH9', operators: [{ operatorNo: 'C901', state: 'ENDED' }] })
  })
})

describe('the electronic card', () => {
  const checked = 'outcome nameMasked numberMasked'
  const show = (viewer: Viewer, id: string) =>
    ask(platform, viewer, 'query ($id: ID!) { code: electronicCardCode(cardId: $id) { token qrSvg } }', { id })
  const tokenOf = async (id: string) => (await show(person, id)).data['code'] as unknown as { token: string } | null
  const check = async (token: string, viewer = hospital) =>
    one(viewer, `mutation ($token: String!) { checkCardCode(token: $token) { ${checked} } }`, { token })
  const later = (seconds: number) =>
    platform.clock.set(new Date(platform.clock.now().getTime() + seconds * 1000).toISOString())

  it('is accepted once, for a minute, while the card is in use; the holder reads who checked it', async () => {
    const id = await active()
    const [first, second] = [await tokenOf(id), (later(31), await tokenOf(id))]
    if (!first || !second) throw new Error('No code was made.')
    expect(first.token).not.toBe(second.token)
    expect(await check(second.token.toLowerCase())).toEqual({
      outcome: 'VALID',
      nameMasked: '张*',
      numberMasked: expect.stringContaining('*'),
    })
    const nothing = { nameMasked: null, numberMasked: null }
    expect(await check(second.token, officer)).toEqual({ outcome: 'REPLAYED', ...nothing })
    // The one before it, which somebody may have photographed, does not hold either.
    expect(await check(first.token)).toEqual({ outcome: 'REPLAYED', ...nothing })
    later(1)
    const third = await tokenOf(id)
    later(60)
    expect(await check(third?.token ?? '')).toEqual({ outcome: 'EXPIRED', ...nothing })
    const fourth = await tokenOf(id)
    await plain(person, 'reportCardLoss', id)
    expect(await check(fourth?.token ?? '')).toEqual({ outcome: 'NOT_USABLE', ...nothing })
    expect(await tokenOf(id)).toBeNull()
    const read = '{ readingsOfMyRecord { edges { node { action readerKind employerName } } } }'
    expect((await ask(platform, person, read)).data['readingsOfMyRecord']).toMatchObject({
      edges: expect.arrayContaining([
        { node: { action: 'CARD_CODE_CHECKED', readerKind: 'PARTNER', employerName: '示范医院' } },
      ]),
    })
    const trail = await platform.database.prisma.auditEvent.findMany({ where: { action: 'CARD_CODE_CHECKED' } })
    expect(trail.map(({ change }) => (change as { codeOutcome: string }).codeOutcome)).toEqual([
      'VALID',
      'REPLAYED',
      'REPLAYED',
      'EXPIRED',
      'NOT_USABLE',
    ])
  })

  it('is shown to nobody else, read by two desks at once it holds at one, and what nobody made is throttled', async () => {
    const id = await active()
    expect((await show(insuredViewer(crypto.randomUUID()), id)).data['code']).toBeNull()
    expect((await show(officer, id)).errors).toEqual(['FORBIDDEN'])
    const { token } = (await tokenOf(id)) ?? { token: '' }
    expect((await ask(platform, person, `mutation { checkCardCode(token: "${token}") { outcome } }`)).errors).toEqual([
      'FORBIDDEN',
    ])
    const both = await Promise.all([check(token), check(token, bank)])
    expect(both.map((one) => (one as unknown as { outcome: string }).outcome).toSorted()).toEqual(['REPLAYED', 'VALID'])
    const other = Buffer.from(platform.vault.seal({ cardId: id }))
      .toString('hex')
      .slice(0, 80)
    expect(await check(other)).toMatchObject({ outcome: 'UNKNOWN' })
    const altered = `${token.slice(0, 20)}${token[20] === 'A' ? 'B' : 'A'}${token.slice(21)}`
    expect(await check(altered)).toMatchObject({ outcome: 'UNKNOWN' })
    // What is short of the limit of an address is left out.
    await platform.database.prisma.signInThrottle.updateMany({ data: { failures: 1_000 } })
    const refused = await ask(platform, hospital, 'mutation { checkCardCode(token: "AAAA") { outcome } }')
    expect(refused.errors).toEqual(['TOO_MANY_REQUESTS'])
  })
})

it('six months end on the same day, or the last of a shorter month', () => {
  expect([sixMonthsFrom(civilDate('2026-11-23')), sixMonthsFrom(civilDate('2026-08-31'))]).toEqual([
    '2027-05-23',
    '2027-02-28',
  ])
})
