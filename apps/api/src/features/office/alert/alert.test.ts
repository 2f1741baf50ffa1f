import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import type { AlertName } from '../../../operations/alert-rules.ts'
import type { JudgedSeries } from '../../../operations/firing-alerts.ts'
import type { Platform } from '../../../platform/platform.ts'
import { ask, staffViewer } from '../../../testing/ask.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { AlertWatcher } from './watch-alerts.ts'

// What each process finds is handed in; what stands, what the page shows and what an address outside is told is asked for.

const secret = `whsec_${Buffer.alloc(32, 9).toString('base64')}`
const minuteMs = 60_000
interface Heard {
  headers: IncomingHttpHeaders
  body: string
}
const heard: Heard[] = []
let status = 200
const receiver = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8').on('data', (text: string) => (body += text))
  request.once('end', () => {
    heard.push({ headers: request.headers, body })
    response.writeHead(status).end()
  })
})
let platform: TestPlatform
const found = new Map<string, JudgedSeries[]>()
const watchers = new Map<string, AlertWatcher>()

beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  platform = await openTestPlatform({
    SHEBAO_ALERT_WEBHOOK_URL: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`,
    SHEBAO_ALERT_WEBHOOK_SECRET: secret,
    SHEBAO_PUBLIC_URL: 'https://shebao.example',
  })
})
beforeEach(async () => {
  for (const watcher of watchers.values()) await watcher.leave()
  watchers.clear()
  found.clear()
  await platform.database.query({ text: 'DELETE FROM alert' })
  heard.length = 0
  status = 200
})
afterAll(async () => {
  await platform.close()
  await new Promise((resolve) => receiver.close(resolve))
})

const series = (name: AlertName, firing = true, labels: Record<string, string> = {}): JudgedSeries => ({
  name,
  labels,
  firing,
})
const of = (host: string, database: Platform['database'] = platform.database) =>
  new AlertWatcher(
    { ...platform, database, environment: { ...platform.environment, host, port: 4000 } },
    async () => found.get(host) ?? [],
  )

/** Each process looks once, then a minute is over. */
async function minute(...hosts: string[]): Promise<void> {
  for (const host of hosts) {
    const watcher = watchers.get(host) ?? of(host)
    watchers.set(host, watcher)
    await watcher.look()
  }
  platform.clock.advance(minuteMs)
}

interface Shown {
  name: string
  process: string | null
  which: string[]
  urgency: string
}
const administrator = staffViewer(['ADMINISTRATOR'])
async function page(viewer: Viewer = administrator) {
  const { data, errors } = await ask(
    platform,
    viewer,
    `{ officeAlerts { standing { name process which urgency beganAt toldAt } ended { name endedAt } current processes webhook } }`,
  )
  return {
    alerts: data?.['officeAlerts'] as unknown as { standing: Shown[]; ended: Shown[]; current: boolean },
    errors,
  }
}
const standing = async () =>
  (await page()).alerts.standing.map(({ name, which, process }) =>
    [name, ...which, ...(process ? [process] : [])].join(' '),
  )
const news = () =>
  heard
    .map(({ body }) => JSON.parse(body) as { type: string; data: Record<string, unknown> })
    .map(({ type, data }) => `${type} ${String(data['alert'])}`)

it('stands after two looks in a row, until one no longer finds it, and is told of twice: signed, naming nobody', async () => {
  expect((await page()).alerts).toMatchObject({ standing: [], current: false, processes: 0, webhook: true })
  found.set('10.0.0.21', [
    series('JobFailing', true, { job: 'bill' }),
    series('DiskNearlyFull', true, { folder: 'data' }),
  ])
  await minute('10.0.0.21')
  expect([await standing(), heard]).toEqual([[], []])
  const began = platform.clock.now().getTime() - minuteMs
  await minute('10.0.0.21')
  // What cannot wait is first.
  expect(await standing()).toEqual(['DiskNearlyFull data 10.0.0.21:4000', 'JobFailing bill'])
  expect((await page()).alerts.standing).toMatchObject([{ urgency: 'NOW' }, { urgency: 'TODAY' }])
  await minute('10.0.0.21')
  expect(news()).toEqual(['alert.began JobFailing', 'alert.began DiskNearlyFull'])
  found.set('10.0.0.21', [
    series('JobFailing', false, { job: 'bill' }),
    series('DiskNearlyFull', true, { folder: 'data' }),
  ])
  await minute('10.0.0.21')
  expect(await standing()).toEqual(['DiskNearlyFull data 10.0.0.21:4000'])
  expect((await page()).alerts.ended).toMatchObject([{ name: 'JobFailing' }])
  expect(news().slice(2)).toEqual(['alert.ended JobFailing'])
  const { headers, body } = heard[0] ?? { headers: {}, body: '' }
  const signed = createHmac('sha256', Buffer.alloc(32, 9)).update(
    `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`,
  )
  expect(headers['webhook-signature']).toBe(`v1,${signed.digest('base64')}`)
  expect(JSON.parse(body)).toEqual({
    type: 'alert.began',
    timestamp: new Date(began + minuteMs).toISOString(),
    data: {
      alert: 'JobFailing',
      urgency: 'TODAY',
      text: { 'zh-CN': '有定时任务最近一次执行失败。', en: 'A job failed when it last ran.' },
      labels: { job: 'bill' },
      process: null,
      beganAt: new Date(began).toISOString(),
      endedAt: null,
      page: 'https://shebao.example/staff/alerts',
    },
  })
})

it('of the office stands once however many see it, and not where one of them knows better; of a process for itself', async () => {
  const both = ['10.0.0.21', '10.0.0.22'] as const
  for (const host of both) found.set(host, [series('BackupTooOld'), series('EventLoopLate')])
  await minute(...both)
  await minute(...both)
  expect((await standing()).toSorted()).toEqual([
    'BackupTooOld',
    'EventLoopLate 10.0.0.21:4000',
    'EventLoopLate 10.0.0.22:4000',
  ])
  // Backups are made on the other machine.
  found.set('10.0.0.22', [series('BackupTooOld', false)])
  await minute(...both)
  expect(await standing()).toEqual(['EventLoopLate 10.0.0.21:4000'])
  // It died: what it knew is no longer known, and what was of it is over.
  for (let nth = 0; nth < 3; nth += 1) await minute('10.0.0.21')
  expect((await standing()).toSorted()).toEqual(['BackupTooOld', 'EventLoopLate 10.0.0.21:4000'])
  await watchers.get('10.0.0.21')?.leave()
  await minute('10.0.0.22')
  expect(await standing()).toEqual([])
  expect(news().filter((line) => line === 'alert.began BackupTooOld')).toHaveLength(2)
})

it('is told again every minute until it is taken, under the same identifier, for a day', async () => {
  status = 503
  found.set('10.0.0.21', [series('JobFailing')])
  for (let nth = 0; nth < 3; nth += 1) await minute('10.0.0.21')
  found.set('10.0.0.21', [])
  await minute('10.0.0.21')
  expect(news()).toEqual(['alert.began JobFailing', 'alert.began JobFailing', 'alert.began JobFailing'])
  expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  status = 200
  await minute('10.0.0.21')
  // That it is over is told to who has heard of it, and both once.
  await minute('10.0.0.21')
  expect(news().slice(3)).toEqual(['alert.began JobFailing', 'alert.ended JobFailing'])
  status = 503
  found.set('10.0.0.21', [series('JobFailing')])
  await minute('10.0.0.21')
  await minute('10.0.0.21')
  found.set('10.0.0.21', [])
  await minute('10.0.0.21')
  status = 200
  heard.length = 0
  platform.clock.advance(25 * 60 * minuteMs)
  await minute('10.0.0.21')
  expect(news()).toEqual([])
})

it('that the database is away is told from memory, once, and that it is back', async () => {
  let away = true
  const refusing = new Proxy(platform.database, {
    get: (database, name) =>
      name === 'transaction' && away ? () => Promise.reject(new Error('away')) : Reflect.get(database, name),
  })
  const watcher = of('10.0.0.23', refusing)
  found.set('10.0.0.23', [series('DatabaseAway')])
  for (let nth = 0; nth < 3; nth += 1) {
    await watcher.look()
    platform.clock.advance(minuteMs)
  }
  expect(news()).toEqual(['alert.began DatabaseAway'])
  away = false
  found.set('10.0.0.23', [series('DatabaseAway', false)])
  await watcher.look()
  await watcher.look()
  expect(news().slice(1)).toEqual(['alert.ended DatabaseAway'])
  await watcher.leave()
})

it('is for administrators and the head', async () => {
  expect((await page(staffViewer(['HEAD']))).errors).toEqual([])
  for (const role of ['OFFICER', 'REVIEWER', 'AUDITOR'] as const)
    expect((await page(staffViewer([role]))).errors).toEqual(['FORBIDDEN'])
})
