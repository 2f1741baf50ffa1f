import { afterAll, beforeAll, expect, it } from 'vitest'
import { staffViewer } from '../../../testing/ask.ts'
import { officePerson, proposals } from '../../../testing/proposals.ts'
import type { Asked } from '../../../testing/proposals.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import type { StaffMember } from '../../../access/viewer.ts'
import { changeOffice, findPayee, findPayeeOn } from './index.ts'

let platform: TestPlatform
let officer: StaffMember
let reviewer: StaffMember
beforeAll(async () => {
  platform = await openTestPlatform()
  const { prisma } = platform.database
  const words = { nameZh: '示范中心', nameEn: 'Demo Centre', phone: '12333', addressZh: '北京', addressEn: 'Beijing' }
  await prisma.office.create({ data: { region: '110000', ...words } })
  officer = await officePerson(platform, 'S1')
  reviewer = await officePerson(platform, 'S2', 'REVIEWER')
})
afterAll(() => platform.close())

const account = {
  number: '１１００ 6000 0000 0026',
  name: '社会保险基金收入户',
  bank: '示例银行',
  documentNo: '京社保〔2026〕7号',
  reason: '开户行合并',
}
const row = '__typename ... on PayeeChange { id mark state } ... on PayeeChangeRefused { reason wrong }'
const changes = proposals('PayeeChange', row, { field: 'requestPayeeChange', input: 'PayeeChangeInput' })
const request = (viewer: StaffMember, change: Partial<typeof account> = {}) =>
  changes.propose(platform, viewer, { ...account, ...change })
const step = (viewer: StaffMember, verb: 'confirm' | 'withdraw', change: Asked) =>
  changes.step(platform, viewer, verb, change)

it('another account is asked for by one and confirmed by another, and holds from that day on', async () => {
  platform.clock.set('2026-10-09T09:00:00+08:00')
  expect(await request(officer, { number: '12', bank: ' ' })).toMatchObject({
    reason: 'VALUES',
    wrong: ['NUMBER', 'BANK'],
  })
  const asked = await request(officer)
  expect(await request(officer)).toMatchObject({ reason: 'ALREADY_REQUESTED' })
  const before = await findPayee(platform)
  const head = staffViewer(['HEAD'], { accountId: officer.accountId })
  expect(await step(head, 'confirm', asked)).toMatchObject({ reason: 'SAME_PERSON' })
  expect(await step(reviewer, 'confirm', asked)).toMatchObject({ state: 'CONFIRMED' })
  expect(await findPayee(platform)).toMatchObject({ number: '1100600000000026', bank: '示例银行' })
  expect((await findPayeeOn(platform, '110000', '2026-10-09')).number).toBe('1100600000000026')
  expect(before.number).not.toBe('1100600000000026')
  expect(await request(officer)).toMatchObject({ reason: 'UNCHANGED' })
  const trail = await platform.database.prisma.auditEvent.findMany({ orderBy: { seq: 'asc' } })
  expect(trail).toMatchObject([
    { action: 'PAYEE_CHANGE_REQUESTED', actorId: officer.accountId },
    { action: 'PAYEE_CHANGE_CONFIRMED', actorId: reviewer.accountId, change: { payeeTo: expect.stringMatching(/\*/) } },
  ])
})

it('what was changed at the terminal meanwhile is not replaced unseen; who asked takes it back', async () => {
  const asked = await request(officer, { number: '1100600000000034' })
  platform.clock.advance(60_000)
  const two = { changedBy: staffViewer(['OFFICER']), confirmedBy: staffViewer(['REVIEWER']) }
  await changeOffice(platform, 'test', { payeeNumber: '1100600000000042' }, two)
  expect(await step(reviewer, 'confirm', asked)).toMatchObject({ reason: 'CHANGED_MEANWHILE' })
  expect((await findPayee(platform)).number).toBe('1100600000000042')
  expect(await step(officer, 'withdraw', asked)).toMatchObject({ state: 'WITHDRAWN' })
  expect(await step(reviewer, 'confirm', asked)).toMatchObject({ __typename: 'StaleDecision' })
})

it('takes a proof of the second factor of the last ten minutes, of both', async () => {
  const at = (minutes: number) => new Date(platform.clock.now().getTime() - minutes * 60_000)
  const stale = { ...officer, fullyProvedAt: at(11) }
  await expect(request(stale, { number: '1100600000000059' })).rejects.toThrow('PROOF_NEEDED')
  await expect(request({ ...officer, fullyProvedAt: null })).rejects.toThrow('PROOF_NEEDED')
  const asked = await request({ ...officer, fullyProvedAt: at(9) }, { number: '1100600000000059' })
  await expect(step({ ...reviewer, fullyProvedAt: at(11) }, 'confirm', asked)).rejects.toThrow('PROOF_NEEDED')
  expect((await findPayee(platform)).number).toBe('1100600000000042')
})
