import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { StaffMember } from '../../../access/viewer.ts'
import {
  figureOn,
  figuresOn,
  isAllowed,
  serviceFigureNames,
  serviceFigures,
} from '../../../platform/service-figures.ts'
import { takeAccountTry, takeUnknownTry } from '../../office/session/throttle.repository.ts'
import { ask, staffViewer } from '../../../testing/ask.ts'
import { officePerson, proposals } from '../../../testing/proposals.ts'
import type { Asked } from '../../../testing/proposals.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { undone } from '../../../testing/undone.ts'

let platform: TestPlatform
let officer: StaffMember
let reviewer: StaffMember
beforeAll(async () => {
  platform = await openTestPlatform()
  officer = await officePerson(platform, 'S1')
  reviewer = await officePerson(platform, 'S2', 'REVIEWER')
})
beforeEach(() => platform.clock.set('2026-10-09T09:00:00+08:00'))
afterAll(() => platform.close())

const tries = { name: 'CARD_PIN_TRIES', value: 6, validFrom: '2026-10-12', documentNo: '京社保〔2026〕8号' }
const row = '__typename ... on FigureChange { id mark state value held } ... on FigureChangeRefused { reason }'
const changes = proposals('FigureChange', row, { field: 'proposeFigure', input: 'FigureProposalInput' })
const propose = (viewer: StaffMember, change: Partial<typeof tries> = {}) =>
  changes.propose(platform, viewer, { ...tries, reason: '按本市规定执行', ...change })
const step = (viewer: StaffMember, verb: 'publish' | 'withdraw' | 'refuse', change: Asked) =>
  changes.step(platform, viewer, verb, change)
const publish = (change: Asked) => step(reviewer, 'publish', change)

it('one proposes, another publishes, and it holds from its day on', async () => {
  const asked = await propose(officer)
  expect(asked).toMatchObject({ state: 'PROPOSED', value: 6, held: 3 })
  expect(await propose(officer, { value: 5 })).toMatchObject({ reason: 'ALREADY_PROPOSED' })
  const head = staffViewer(['HEAD'], { accountId: officer.accountId })
  expect(await step(head, 'publish', asked)).toMatchObject({ reason: 'SAME_PERSON' })
  expect(await publish(asked)).toMatchObject({ state: 'PUBLISHED' })
  expect(await figureOn(platform, 'CARD_PIN_TRIES')).toBe(3)
  expect(await figureOn(platform, 'CARD_PIN_TRIES', '2026-10-12')).toBe(6)
  expect(await propose(officer)).toMatchObject({ reason: 'UNCHANGED' })
  const standing =
    '{ done: serviceFigures { name value choices inForce { id } later { value documentNo } waiting { id } } }'
  const before = (await ask(platform, reviewer, standing)).data['done']
  expect(before).toContainEqual(
    expect.objectContaining({
      name: 'CARD_PIN_TRIES',
      value: 3,
      inForce: null,
      later: [{ value: 6, documentNo: tries.documentNo }],
    }),
  )
  platform.clock.set('2026-10-12T00:30:00+08:00')
  expect((await ask(platform, reviewer, standing)).data['done']).toContainEqual(
    expect.objectContaining({ name: 'CARD_PIN_TRIES', value: 6, later: [], waiting: null }),
  )
  const trail = await platform.database.prisma.auditEvent.findMany({ orderBy: { seq: 'asc' } })
  expect(trail).toMatchObject([
    { action: 'FIGURE_CHANGE_PROPOSED', actorId: officer.accountId, change: { figureFrom: 3, figureTo: 6 } },
    { action: 'FIGURE_CHANGE_PUBLISHED', actorId: reviewer.accountId, change: { figure: 'CARD_PIN_TRIES' } },
  ])
})

it('of two published for one day the later decision holds, and what is decided cannot be changed', async () => {
  const loss = { name: 'CARD_LOSS_DAYS', validFrom: '2026-10-10', documentNo: '' }
  const first = await propose(officer, { ...loss, value: 5 })
  await publish(first)
  platform.clock.advance(60_000)
  await publish(await propose(officer, { ...loss, value: 10 }))
  expect(await figureOn(platform, 'CARD_LOSS_DAYS', '2026-10-10')).toBe(10)
  // Several asked at once: each as it holds by itself, and what nobody published as it was released.
  const names = ['CARD_LOSS_DAYS', 'EXECUTION_LAST_HOUR', 'DEFERRAL_MOST_MONTHS'] as const
  await publish(await propose(officer, { ...loss, name: 'EXECUTION_LAST_HOUR', value: 20 }))
  expect(await figuresOn(platform, names, '2026-10-10')).toEqual({
    CARD_LOSS_DAYS: 10,
    EXECUTION_LAST_HOUR: 20,
    DEFERRAL_MOST_MONTHS: 12,
  })
  expect(await figuresOn(platform, names, '2026-10-09')).toMatchObject({ EXECUTION_LAST_HOUR: 22 })
  const { prisma } = platform.database
  await expect(prisma.figureChange.update({ where: { id: String(first['id']) }, data: { value: 10 } })).rejects.toThrow(
    'append-only',
  )
  const rows = await prisma.figureChange.findMany({ where: { name: 'CARD_LOSS_DAYS' } })
  expect(rows.map(({ documentNo }) => documentNo)).toEqual([null, null])
})

it('refuses what no such figure may be and days that are over, also when a proposal waited too long', async () => {
  for (const [name, value] of [
    ['CARD_LOSS_DAYS', 6],
    ['CARD_READY_DAYS', 14],
    ['CARD_PIN_TRIES', 2],
    ['QUESTION_ANSWER_DAYS', 61],
  ] as const)
    expect(await propose(officer, { name, value }), name).toMatchObject({ reason: 'VALUE' })
  expect(await propose(officer, { validFrom: '2026-10-08' })).toMatchObject({ reason: 'DAY' })
  const late = await propose(officer, { name: 'REPORT_MOST_A_DAY', value: 2, validFrom: '2026-10-09' })
  platform.clock.set('2026-10-10T00:10:00+08:00')
  expect(await publish(late)).toMatchObject({ reason: 'DAY_PASSED' })
  expect(await figureOn(platform, 'REPORT_MOST_A_DAY')).toBe(5)
  expect(await step(reviewer, 'refuse', late)).toMatchObject({ state: 'REFUSED' })
})

it('is not published over what holds by now instead of what it was proposed on', async () => {
  const asked = await propose(officer, { name: 'QUESTION_MOST_OPEN', value: 3 })
  const decided = { requestedAt: new Date(), decidedAt: new Date(), requestedBy: officer.accountId, reason: '' }
  await platform.database.prisma.figureChange.create({
    data: {
      ...decided,
      name: 'QUESTION_MOST_OPEN',
      value: 8,
      heldValue: 5,
      validFrom: '2026-10-01',
      status: 'PUBLISHED',
    },
  })
  expect(await publish(asked)).toMatchObject({ reason: 'CHANGED_MEANWHILE' })
  expect(await figureOn(platform, 'QUESTION_MOST_OPEN', '2026-10-12')).toBe(8)
})

it('a screen that shows what somebody decided meanwhile decides nothing; publishing takes a fresh proof', async () => {
  const asked = await propose(officer, { name: 'HOTLINE_CALLER_TRIES', value: 4 })
  const stale = { ...reviewer, fullyProvedAt: new Date(platform.clock.now().getTime() - 11 * 60_000) }
  await expect(step(stale, 'publish', asked)).rejects.toThrow('PROOF_NEEDED')
  expect(await step(officer, 'withdraw', asked)).toMatchObject({ state: 'WITHDRAWN' })
  expect(await publish(asked)).toMatchObject({ __typename: 'StaleDecision' })
  expect(await figureOn(platform, 'HOTLINE_CALLER_TRIES', '2026-10-12')).toBe(6)
})

it('more tries free nobody who is locked and fewer lock at the next; a number without an account answers alike', async () => {
  const { prisma } = platform.database
  const id = officer.accountId
  const both = async () => {
    const answers = [
      await takeAccountTry(platform, id, 'INSURED'),
      await takeUnknownTry(platform, 'INSURED', '110101199003078670'),
    ]
    const [known, unknown] = answers.map((each) => (each.allowed ? (each.last ? 'LAST' : 'OPEN') : 'LOCKED'))
    expect(unknown).toBe(known)
    return known
  }
  const set = async (value: number) =>
    expect(await publish(await propose(officer, { value, validFrom: platform.clock.today() }))).toMatchObject({ value })
  expect([await both(), await both(), await both(), await both()]).toEqual(['OPEN', 'OPEN', 'LAST', 'LOCKED'])
  await set(6)
  expect(await both()).toBe('LOCKED')
  await prisma.account.update({ where: { id }, data: { failures: 0, lockedUntil: null } })
  await prisma.signInThrottle.deleteMany()
  expect([await both(), await both(), await both(), await both()]).toEqual(['OPEN', 'OPEN', 'OPEN', 'OPEN'])
  platform.clock.advance(60_000)
  await set(3)
  expect([await both(), await both()]).toEqual(['LAST', 'LOCKED'])
})

it('an office that had set figures of cards keeps them with their days, and answered questions the last day they were told', async () => {
  const folder = join(import.meta.dirname, '../../../../../../prisma/migrations')
  const migration = readdirSync(folder).find((name) => name.endsWith('_service_figures')) ?? ''
  const run = (text: string) => platform.database.query<Record<string, unknown>>({ text })
  await undone(platform.database, async () => {
    await run('CREATE SCHEMA before')
    await run('CREATE TABLE before.question AS SELECT * FROM public.question')
    await run('ALTER TABLE before.question DROP COLUMN reopen_until')
    await run(
      `CREATE TABLE before.card_rule (id uuid, oral_loss_days int, ready_days int, changed_by uuid, changed_at timestamp(3))`,
    )
    await run('SET LOCAL search_path = before, public')
    await run(`INSERT INTO card_rule SELECT gen_random_uuid(), loss, ready, by::uuid, at::timestamp FROM (VALUES
      (7, 15, NULL, '2026-01-01 00:00'), (10, 15, '${officer.accountId}', '2026-03-01 17:00'),
      (10, 7, '${officer.accountId}', '2026-05-01 01:00')) AS rule (loss, ready, by, at)`)
    await run(`INSERT INTO question (id, status, answered_at)
      VALUES (gen_random_uuid(), 'ANSWERED', '2026-11-20 16:30'), (gen_random_uuid(), 'OPEN', NULL)`)
    await run(readFileSync(join(folder, migration, 'migration.sql'), 'utf8'))
    expect(
      await run(
        'SELECT name, held_value, value, valid_from, status, decided_by FROM before.figure_change ORDER BY valid_from',
      ),
    ).toEqual([
      {
        name: 'CARD_LOSS_DAYS',
        held_value: 7,
        value: 10,
        valid_from: '2026-03-02',
        status: 'PUBLISHED',
        decided_by: null,
      },
      {
        name: 'CARD_READY_DAYS',
        held_value: 15,
        value: 7,
        valid_from: '2026-05-01',
        status: 'PUBLISHED',
        decided_by: null,
      },
    ])
    const questions = await run('SELECT reopen_until FROM before.question ORDER BY status')
    expect(questions.map((row) => row['reopen_until'])).toEqual(['2026-12-06', null])
  })
})

it('what comes with the release is something that an office could set', () => {
  expect(serviceFigureNames).toEqual(Object.keys(serviceFigures))
  for (const name of serviceFigureNames) expect(isAllowed(name, serviceFigures[name].shipped), name).toBe(true)
  expect([isAllowed('CARD_PIN_TRIES', 3.5), isAllowed('CARD_LOSS_DAYS', 7)]).toEqual([false, true])
})
