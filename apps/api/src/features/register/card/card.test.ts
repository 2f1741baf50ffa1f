import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { civilDate } from '@shebao/kernel'
import { cardPasswordWatch } from '../../../access/card-password-watch.ts'
import { ask, insuredViewer } from '../../../testing/ask.ts'
import { undone } from '../../../testing/undone.ts'
import { openCardOffice, shown } from '../../../testing/register/card/card-office.ts'
import { activateCard } from './activate-card.ts'
import { endWhatRanOut, sixMonthsFrom } from './temporary-card.ts'

const office = await openCardOffice()
const { platform, individualId, person, officer, head, one, mark, atWindow, plain, issued, active, apply } = office
const both = ['ID', 'CARD']
afterAll(() => platform.close())

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

it('six months end on the same day, or the last of a shorter month', () => {
  expect([sixMonthsFrom(civilDate('2026-11-23')), sixMonthsFrom(civilDate('2026-08-31'))]).toEqual([
    '2027-05-23',
    '2027-02-28',
  ])
})

it('cards of an office that was running: each keeps its state, a loss runs a week from then, the bank side is told from it', async () => {
  const folder = join(import.meta.dirname, '../../../../../../prisma/migrations')
  const name = readdirSync(folder).find((one) => one.endsWith('_social_security_card')) ?? ''
  const text = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
  const backfill = text.slice(text.indexOf('-- What is known of the cards'), text.indexOf('INSERT INTO card_rule'))
  const run = (sql: string) => platform.database.query<Record<string, unknown>>({ text: sql })
  await issued()
  await undone(platform.database, async () => {
    await run(`CREATE SCHEMA before`)
    await run(`CREATE TABLE before.card AS SELECT * FROM card LIMIT 0`)
    await run(`ALTER TABLE before.card ADD CONSTRAINT card_bank_status_known CHECK (bank_status <> '')`)
    await run(`CREATE TABLE before.card_event (LIKE card_event INCLUDING DEFAULTS)`)
    await run('SET LOCAL search_path = before, public')
    await run(`INSERT INTO card SELECT (made).* FROM (SELECT jsonb_populate_record(NULL::public.card, to_jsonb(one) || jsonb_build_object('id', gen_random_uuid(),
        'status', was.status, 'bank_status', was.bank, 'issued_on', was.issued, 'activated_on', NULL, 'lost_until', NULL,
        'revision', 0, 'created_at', '2026-01-31T20:00:00')) AS made FROM (SELECT * FROM public.card LIMIT 1) one,
      (VALUES ('NORMAL', 'NORMAL', '2026-02-03'), ('PIN_LOCKED', 'PIN_LOCKED', NULL), ('ORAL_LOSS', 'ORAL_LOSS', NULL),
        ('INACTIVE', 'MADE', NULL), ('REPLACED', 'NORMAL', NULL)) AS was(status, bank, issued)) t`)
    await run(backfill)
    const rows =
      await run(`SELECT status, bank_status, activated_on, revision, lost_until > now() AT TIME ZONE 'UTC' + interval '6 days' AS week,
        event, to_state = status AS same FROM card JOIN card_event e ON e.card_id = card.id AND e.seq = 1 ORDER BY status`)
    const row = (status: string, bank: string, activated: string | null, week: boolean | null = null) => ({
      status,
      bank_status: bank,
      activated_on: activated,
      revision: 1,
      week,
      event: 'RECORD',
      same: true,
    })
    expect(rows).toEqual([
      row('INACTIVE', 'INACTIVE', null),
      row('NORMAL', 'NORMAL', '2026-02-03'),
      row('ORAL_LOSS', 'NORMAL', null, true),
      // Nobody wrote down when: the day on which the office took it in, by its own clock.
      row('PIN_LOCKED', 'NORMAL', '2026-02-01'),
      row('REPLACED', 'CANCELLED', null),
    ])
  })
})
