import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { StaffMember } from '../../../access/viewer.ts'
import '../../../server-parts.ts'
import { staffViewer } from '../../../testing/ask.ts'
import { officePerson, proposals } from '../../../testing/proposals.ts'
import type { Asked } from '../../../testing/proposals.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { undone } from '../../../testing/undone.ts'
import { releasedTexts, wordsInForce } from './paper-words.ts'
import { paperTemplateNames } from './template-names.ts'

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

const note = { language: 'ZH_CN', place: 'note', text: '本函一式两份。' }
const row =
  '__typename ... on PaperTemplateVersion { id mark state version } ... on PaperTemplateRefused { reason texts { language place problem } }'
const versions = proposals('PaperTemplate', row, { field: 'proposePaperTemplate', input: 'PaperTemplateProposalInput' })
const propose = (viewer: StaffMember, change: Asked = {}) =>
  versions.propose(platform, viewer, {
    name: 'QUESTION_TRANSFER',
    texts: [note],
    validFrom: '2026-10-12',
    reason: '按本市规定',
    ...change,
  })
const step = (viewer: StaffMember, verb: 'publish' | 'withdraw' | 'refuse', version: Asked) =>
  versions.step(platform, viewer, verb, version)
const publish = (version: Asked) => step(reviewer, 'publish', version)

/** As the printer of such letters asks for it. */
const said = async (issuedAt: string) => {
  const words = { name: 'QUESTION_TRANSFER', released: released() } as const
  return (await wordsInForce(platform, words, 'zh-CN', new Date(issuedAt))).note
}
const released = () => ({
  'zh-CN': { note: releasedTexts('QUESTION_TRANSFER')['zh-CN'].get('note') ?? '' },
  en: { note: releasedTexts('QUESTION_TRANSFER').en.get('note') ?? '' },
})

it('every template is a paper of the product, with the same places and the same names in both languages', () => {
  for (const name of paperTemplateNames) {
    const { 'zh-CN': chinese, en } = releasedTexts(name)
    expect(chinese.size, name).toBeGreaterThan(5)
    expect([...en.keys()], name).toEqual([...chinese.keys()])
  }
})

it('one proposes, another publishes; papers say it from its day on, and what was issued before is printed as it was', async () => {
  const before = released()['zh-CN'].note
  const asked = await propose(officer)
  expect(asked).toMatchObject({ state: 'PROPOSED', version: 1 })
  expect(await propose(officer)).toMatchObject({ reason: 'ALREADY_PROPOSED' })
  const head = staffViewer(['HEAD'], { accountId: officer.accountId })
  expect(await step(head, 'publish', asked)).toMatchObject({ reason: 'SAME_PERSON' })
  platform.clock.set('2026-10-12T10:00:00+08:00')
  expect(await publish(asked)).toMatchObject({ state: 'PUBLISHED' })
  expect(await said('2026-10-11T15:59:00Z')).toBe(before)
  // Issued that day, an hour before it was published.
  expect(await said('2026-10-12T09:00:00+08:00')).toBe(before)
  expect(await said('2026-10-12T10:30:00+08:00')).toBe(note.text)
  expect(await propose(officer)).toMatchObject({ reason: 'UNCHANGED' })
  const back = await propose(officer, { texts: [{ ...note, text: before }], validFrom: '2026-11-01' })
  expect(back).toMatchObject({ version: 2 })
  await publish(back)
  expect([await said('2026-10-31T20:00:00+08:00'), await said('2026-11-01T08:00:00+08:00')]).toEqual([
    note.text,
    before,
  ])
  const trail = await platform.database.prisma.auditEvent.findMany({ orderBy: { seq: 'asc' } })
  expect(trail.slice(0, 2)).toMatchObject([
    {
      action: 'PAPER_TEMPLATE_PROPOSED',
      actorId: officer.accountId,
      change: { template: 'QUESTION_TRANSFER', version: 1 },
    },
    { action: 'PAPER_TEMPLATE_PUBLISHED', actorId: reviewer.accountId },
  ])
})

it('texts that do not fit are named, each with its place, and nothing is proposed', async () => {
  const texts = [
    { ...note, place: 'subtitle', text: '编号' },
    { ...note, place: 'nowhere' },
    { language: 'EN', place: 'title', text: ' ' },
    { ...note, place: 'text', text: '字'.repeat(2001) },
  ]
  expect(await propose(officer, { texts })).toMatchObject({
    reason: 'TEXTS',
    texts: [
      { language: 'ZH_CN', place: 'subtitle', problem: 'NAMES' },
      { language: 'ZH_CN', place: 'nowhere', problem: 'UNKNOWN_PLACE' },
      { language: 'EN', place: 'title', problem: 'BLANK' },
      { language: 'ZH_CN', place: 'text', problem: 'TOO_LONG' },
    ],
  })
  expect(await propose(officer, { validFrom: '2026-10-08' })).toMatchObject({ reason: 'DAY' })
  const open = await platform.database.prisma.paperTemplateVersion.count({ where: { status: 'PROPOSED' } })
  expect(open).toBe(0)
})

it('what was based on other words, or comes too late, is not published', async () => {
  const late = await propose(officer, {
    name: 'PAYMENT_RECEIPT',
    texts: [{ ...note, place: 'title', text: '收款凭证' }],
  })
  platform.clock.set('2026-10-13T09:00:00+08:00')
  expect(await publish(late)).toMatchObject({ reason: 'DAY_PASSED' })
  expect(await step(officer, 'withdraw', late)).toMatchObject({ state: 'WITHDRAWN' })
  expect(await publish(late)).toMatchObject({ __typename: 'StaleDecision' })
  const asked = await propose(officer, {
    name: 'PAYMENT_RECEIPT',
    texts: [{ ...note, place: 'sum', text: '共计' }],
    validFrom: '2026-10-20',
  })
  await platform.database.prisma.paperTemplateVersion.create({
    data: {
      name: 'PAYMENT_RECEIPT',
      version: 9,
      basedOn: 0,
      texts: { 'zh-CN': {}, en: {} },
      validFrom: '2026-10-14',
      reason: '另一版本',
      status: 'PUBLISHED',
      requestedBy: officer.accountId,
      requestedAt: platform.clock.now(),
      decidedBy: reviewer.accountId,
      decidedAt: platform.clock.now(),
    },
  })
  expect(await publish(asked)).toMatchObject({ reason: 'CHANGED_MEANWHILE' })
  expect(await step(reviewer, 'refuse', asked)).toMatchObject({ state: 'REFUSED' })
})

it('a text whose place a later release has no more is not published', async () => {
  const asked = await propose(officer, { name: 'PAYMENT_PAPER', texts: [{ ...note, place: 'sum', text: '共计' }] })
  await platform.database.prisma.paperTemplateVersion.update({
    where: { id: String(asked['id']) },
    data: { texts: { 'zh-CN': { total: '共计 {sum}' }, en: {} } },
  })
  expect(await publish(asked)).toMatchObject({ reason: 'CHANGED_MEANWHILE' })
})

it('whoever reads does not propose, whoever proposes does not publish, and what is decided stays', async () => {
  const auditor = staffViewer(['AUDITOR'])
  const input = { name: 'RIGHTS_STATEMENT', texts: [], validFrom: '2026-12-01', reason: '恢复原文' }
  await expect(propose(auditor, input)).rejects.toThrow('FORBIDDEN')
  const change = platform.database.query({
    text: `UPDATE paper_template_version SET reason = 'x' WHERE status = 'PUBLISHED'`,
  })
  await expect(change).rejects.toThrow(/append-only/)
  const own = undone(platform.database, () =>
    platform.database.query({
      text: `INSERT INTO paper_template_version (id, name, version, based_on, texts, valid_from, reason, status, requested_by, requested_at, decided_by, decided_at)
        SELECT gen_random_uuid(), 'RIGHTS_STATEMENT', 1, 0, '{}', '2026-12-01', 'x', 'PUBLISHED', id, now(), id, now() FROM account LIMIT 1`,
    }),
  )
  await expect(own).rejects.toThrow(/two_people/)
})
