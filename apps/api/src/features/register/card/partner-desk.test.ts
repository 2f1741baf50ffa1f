import { afterAll, describe, expect, it, vi } from 'vitest'
import { ask, partnerViewer } from '../../../testing/ask.ts'
import { idNumber } from '../../../testing/office/session/session-client.ts'
import { openCardOffice, shown } from '../../../testing/register/card/card-office.ts'
import { workCardByPhone } from './by-phone.ts'
import { lockCard } from './card.repository.ts'

const office = await openCardOffice()
const {
  platform,
  person,
  bank,
  hospital,
  administrator,
  officer,
  one,
  mark,
  atWindow,
  plain,
  issued,
  active,
  numberOf,
} = office
const both = ['ID', 'CARD']
afterAll(() => platform.close())

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
