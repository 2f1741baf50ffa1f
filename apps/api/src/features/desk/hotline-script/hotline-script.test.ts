import { checkScript, scriptMatters } from '@shebao/hotline'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { StaffMember, Viewer } from '../../../access/viewer.ts'
import '../../../server-parts.ts'
import { ask, insuredViewer, staffViewer } from '../../../testing/ask.ts'
import { done, officePerson, proposals } from '../../../testing/proposals.ts'
import type { Asked } from '../../../testing/proposals.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { undone } from '../../../testing/undone.ts'
import { ensureScripts } from './read-scripts.ts'
import { releasedScripts } from './released-scripts.ts'

let platform: TestPlatform
let officer: StaffMember
let reviewer: StaffMember
beforeAll(async () => {
  platform = await openTestPlatform()
  officer = await officePerson(platform, 'S1')
  reviewer = await officePerson(platform, 'S2', 'REVIEWER')
  await ensureScripts(platform)
})
beforeEach(() => platform.clock.set('2026-12-01T09:00:00+08:00'))
afterAll(() => platform.close())

const words = {
  textZh: '您好，问题会在 {answerDays} 个工作日内答复，请留意消息。',
  textEn: 'Good day, it is answered within {answerDays} working days: please look into your inbox.',
  sourceZh: '本机构热线服务规则',
  sourceEn: 'The office’s own rules',
}
const row = `__typename ... on HotlineScriptVersion { id mark state version reviewDueOn reviewOverdue }
  ... on HotlineScriptRefused { reason problems { field code found } }`
const versions = proposals('HotlineScript', row, { field: 'proposeHotlineScript', input: 'HotlineScriptProposalInput' })
const propose = (viewer: Viewer | undefined, change: Asked = {}) =>
  versions.propose(platform, viewer, {
    matter: 'COMPLAINT',
    ...words,
    reviewDueOn: '2027-12-01',
    reason: '按投诉规则改写',
    ...change,
  })
const step = (viewer: Viewer, verb: string, version: Asked, more = '') =>
  versions.step(platform, viewer, verb, version, more)
const inUse = (matter: string, viewer: Viewer = officer) =>
  done(
    platform,
    viewer,
    `query ($matter: HotlineScriptMatter!) { done: hotlineScript(matter: $matter) {
      inUse { id mark state version textZh requesterName reviewDueOn reviewOverdue } waiting { version } } }`,
    { matter },
  )

it('a released script stands for every matter, in both languages, without a typed term, and comes once', async () => {
  expect(Object.keys(releasedScripts)).toEqual([...scriptMatters])
  for (const matter of scriptMatters) expect(checkScript(releasedScripts[matter]), matter).toEqual([])
  await ensureScripts(platform)
  expect(await platform.database.prisma.hotlineScriptVersion.count()).toBe(scriptMatters.length)
  expect(await inUse('CLOSING')).toMatchObject({ inUse: { version: 1, requesterName: null, reviewOverdue: false } })
  const figures = await done(platform, officer, '{ done: hotlineScriptFigures { name value } }')
  expect(figures).toContainEqual({ name: 'answerDays', value: 10 })
  expect(figures).toContainEqual({ name: 'transferDays', value: 15 })
})

it('one proposes, another publishes; agents say the old words until then, and the trail says who', async () => {
  const asked = await propose(officer)
  expect(asked).toMatchObject({ state: 'PROPOSED', version: 2 })
  expect(await propose(officer)).toMatchObject({ reason: 'ALREADY_PROPOSED' })
  expect(await inUse('COMPLAINT')).toMatchObject({ inUse: { version: 1 }, waiting: { version: 2 } })
  const head = staffViewer(['HEAD'], { accountId: officer.accountId })
  expect(await step(head, 'publish', asked)).toMatchObject({ reason: 'SAME_PERSON' })
  expect(await step(head, 'refuse', asked)).toMatchObject({ reason: 'SAME_PERSON' })
  expect(await step(reviewer, 'publish', asked)).toMatchObject({ state: 'PUBLISHED' })
  expect(await step(reviewer, 'publish', asked)).toMatchObject({ __typename: 'StaleDecision' })
  expect(await inUse('COMPLAINT')).toMatchObject({ inUse: { version: 2, textZh: words.textZh }, waiting: null })
  expect(await propose(officer)).toMatchObject({ reason: 'UNCHANGED' })
  const trail = await platform.database.prisma.auditEvent.findMany({
    where: { recordType: 'HotlineScriptVersion' },
    orderBy: { seq: 'asc' },
  })
  expect(trail).toMatchObject([
    { action: 'HOTLINE_SCRIPT_PROPOSED', actorId: officer.accountId, change: { matter: 'COMPLAINT', version: 2 } },
    { action: 'HOTLINE_SCRIPT_PUBLISHED', actorId: reviewer.accountId },
  ])
})

it('a blank language, a typed term and a name that nothing stands for are refused with the field; so is a day that is over', async () => {
  expect(await propose(officer, { matter: 'CLOSING', textEn: ' \u3000 ' })).toMatchObject({
    reason: 'TEXT',
    problems: [{ field: 'textEn', code: 'LENGTH', found: '10-800' }],
  })
  const wrong = { textZh: '您好，问题会在十个工作日内答复，请留意 {nobody}。', sourceZh: '' }
  expect(await propose(officer, { matter: 'CLOSING', ...wrong })).toMatchObject({
    problems: [
      { field: 'textZh', code: 'UNKNOWN_NAME', found: 'nobody' },
      { field: 'textZh', code: 'TYPED_TERM', found: '十个工作日' },
      { field: 'sourceZh', code: 'LENGTH' },
    ],
  })
  expect(await propose(officer, { matter: 'CLOSING', reviewDueOn: '2026-12-01' })).toMatchObject({
    reason: 'REVIEW_DAY',
  })
  await expect(propose(officer, { matter: 'CLOSING', reason: '改' })).rejects.toThrow('BAD_USER_INPUT')
  expect(await inUse('CLOSING')).toMatchObject({ waiting: null })
})

it('who reads does not propose, who proposes does not publish, and nobody outside the office reads', async () => {
  for (const viewer of [reviewer, staffViewer(['AUDITOR']), insuredViewer(crypto.randomUUID())])
    await expect(propose(viewer)).rejects.toThrow('FORBIDDEN')
  await expect(propose(undefined)).rejects.toThrow('UNAUTHENTICATED')
  const asked = await propose(officer, { matter: 'TRANSFER' })
  await expect(step(officer, 'publish', asked)).rejects.toThrow('FORBIDDEN')
  await expect(step(reviewer, 'withdraw', asked)).rejects.toThrow('FORBIDDEN')
  expect(await inUse('TRANSFER', staffViewer(['AUDITOR']))).toMatchObject({ waiting: { version: 2 } })
  await expect(
    done(platform, insuredViewer(crypto.randomUUID()), '{ done: hotlineScripts { matter } }'),
  ).rejects.toThrow('FORBIDDEN')
  expect(await step(reviewer, 'refuse', asked)).toMatchObject({ state: 'REFUSED' })
  const again = await propose(officer, { matter: 'TRANSFER' })
  expect(await step(officer, 'withdraw', again)).toMatchObject({ state: 'WITHDRAWN' })
})

it('what is overdue for review waits for who keeps it; reviewed, it goes on as it is, and the old versions do not', async () => {
  platform.clock.set('2027-12-02T09:00:00+08:00')
  const waits = async () => {
    const { data } = await ask(
      platform,
      officer,
      '{ work(lifecycle: HOTLINE_SCRIPT, sort: DUE, first: 50) { edges { node { number step standing overdue } } } }',
    )
    return JSON.stringify(data)
  }
  expect(await waits()).toContain('"number":"COMPLAINT","step":"HOTLINE_SCRIPT_REVIEW","standing":"MAY","overdue":true')
  const { inUse: overdue } = (await inUse('COMPLAINT')) as { inUse: Asked }
  expect(overdue).toMatchObject({ version: 2, reviewOverdue: true })
  await expect(step(reviewer, 'review', overdue, ', reviewDueOn: "2028-12-01"')).rejects.toThrow('FORBIDDEN')
  expect(await step(officer, 'review', overdue, ', reviewDueOn: "2027-12-02"')).toMatchObject({ reason: 'REVIEW_DAY' })
  expect(await step(officer, 'review', overdue, ', reviewDueOn: "2028-12-01"')).toMatchObject({
    state: 'PUBLISHED',
    reviewDueOn: '2028-12-01',
    reviewOverdue: false,
  })
  expect(await waits()).not.toContain('COMPLAINT')
  const old = await platform.database.prisma.hotlineScriptVersion.findFirstOrThrow({
    where: { matter: 'COMPLAINT', version: 1 },
  })
  expect(
    await step(officer, 'review', { id: old.id, mark: 'PUBLISHED.0' }, ', reviewDueOn: "2028-12-01"'),
  ).toMatchObject({ reason: 'CHANGED_MEANWHILE' })
})

it('the database keeps what was said, and that two people agreed', async () => {
  const run = (text: string) => undone(platform.database, () => platform.database.query({ text }))
  await expect(run(`UPDATE hotline_script_version SET text_zh = '别的话' WHERE matter = 'CLOSING'`)).rejects.toThrow(
    /append-only/,
  )
  await expect(run(`DELETE FROM hotline_script_version WHERE matter = 'CLOSING'`)).rejects.toThrow(/append-only/)
  const insert = (by: string, zh: string) =>
    run(`INSERT INTO hotline_script_version (id, matter, version, based_on, text_zh, text_en, source_zh, source_en, reason, status, reviewed_on,
        review_due_on, requested_by, requested_at, decided_by, decided_at)
      SELECT gen_random_uuid(), 'CLOSING', 2, 1, '${zh}', 'x', 'x', 'x', 'x', 'PUBLISHED', '2026-01-01', '2027-01-01', ${by}, now(), id, now()
      FROM account LIMIT 1`)
  await expect(insert('id', 'x')).rejects.toThrow(/two_people/)
  await expect(insert('NULL', 'x')).rejects.toThrow(/decided/)
  await expect(insert('gen_random_uuid()', ' ')).rejects.toThrow(/both_languages/)
})
