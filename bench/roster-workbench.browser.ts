import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import type { Page } from '@playwright/test'
import { savePersonnel } from '@shebao/api/src/features/filing/personnel/save-personnel.ts'
import type { Platform } from '@shebao/api/src/platform/platform.ts'
import { asOffice } from '@shebao/api/src/platform/tenancy.ts'
import { givenOffice, givenUnit, openDraft } from '@shebao/api/src/testing/inspection-scenario.ts'
import type { GivenUnit } from '@shebao/api/src/testing/inspection-scenario.ts'
import { openOffice } from './office.ts'

// `node bench/roster-workbench.browser.ts [people]`: the roster workbench in Chromium with so many people on each of three lists.
// It says how long the page's own thread stood still at most, how long a key waited for its paint, and what the tab held in memory.
// It needs a built web (`npm run bench` builds it) and takes minutes, so that `npm test` leaves it out.
const people = Number(process.argv[2] ?? 50_000)
const CHUNK = 2_500
const origin = 'bench'

/** Every tenth has another name, every seventh other wages, every fiftieth is missing; last year was paid less. */
async function givenThreeLists(platform: Platform): Promise<GivenUnit> {
  await givenOffice(platform)
  const unit = await givenUnit(platform, { people })
  const declarationId = await openDraft(platform, unit)
  for (let from = 0; from < people; from += CHUNK) await register(platform, unit, from)
  const own = unit.people
    .filter((_, index) => index % 50 !== 49)
    .map(({ row, draft }, index) => ({
      row,
      draft: index % 10 === 0 ? { ...draft, name: `${draft.name ?? ''}一` } : draft,
    }))
  const ofParts = Math.ceil(own.length / CHUNK)
  const uploadId = crypto.randomUUID()
  for (let part = 1; part <= ofParts; part += 1) {
    const rows = own.slice((part - 1) * CHUNK, part * CHUNK)
    const list = { declarationId, expectedRevision: 0, uploadId, mode: 'REPLACE' as const, ofParts, origin }
    const saved = await savePersonnel(platform, unit.clerk, { ...list, part, rows })
    if (saved.kind !== 'SAVED') throw new Error(`not saved: ${saved.kind}`)
  }
  const { prisma } = platform.database
  const before = await prisma.declaration.create({
    data: {
      employerId: unit.employerId,
      year: 2025,
      opensOn: '2025-01-01',
      dueOn: '2025-12-31',
      version: 1,
      status: 'CLOSED',
    },
  })
  await platform.database.query(
    {
      text: `INSERT INTO personnel_record (declaration_id, version, row_no, id_hash, id_masked, name_masked, personal, content, errors, warnings)
      SELECT $2, 1, row_no, id_hash, id_masked, name_masked, personal, content || '{"wagesLastYear": 9000000}', 0, 0
      FROM personnel_record WHERE declaration_id = $1`,
    },
    [declarationId, before.id],
  )
  return unit
}

async function register({ database: { prisma }, vault }: Platform, unit: GivenUnit, from: number): Promise<void> {
  const some = unit.people.slice(from, from + CHUNK).map(({ draft }) => ({ id: crypto.randomUUID(), draft }))
  await prisma.individual.createMany({
    data: some.map(({ id, draft: { name, idNumber = '', mobile, sex = 'MALE', birthDate = '1990-01-01' } }) => ({
      id,
      idType: 'RESIDENT_ID',
      idHash: Buffer.from(vault.lookupHash('person-id', idNumber)),
      idMasked: '*',
      nameMasked: '*',
      personal: Buffer.from(vault.seal({ name, idNumber, mobile })),
      sex,
      birthDate,
    })),
  })
  await prisma.enrolment.createMany({
    data: some.map(({ id, draft }, index) => ({
      employerId: unit.employerId,
      individualId: id,
      employmentForm: draft.employmentForm ?? 'CONTRACT',
      householdType: draft.householdType ?? 'LOCAL_URBAN',
      hireDate: draft.hireDate ?? '2020-03-01',
      fromPeriod: '2020-03',
      averageWage: BigInt(index % 7 === 0 ? 900_000 : 1_000_000),
    })),
  })
}

interface Watched {
  blocks: number[]
  keys: number[]
}

async function measure(url: string, token: string): Promise<Record<string, string>> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  })
  try {
    const context = await browser.newContext({ baseURL: url, locale: 'zh-CN', viewport: { width: 1440, height: 900 } })
    await context.addCookies([{ name: 'shebao_session', value: token, url }])
    const page = await context.newPage()
    await page.addInitScript({ content: watch })
    const begun = performance.now()
    await page.goto('/employer/inspection/workbench')
    await page.getByRole('grid').waitFor({ timeout: 300_000 })
    const seconds = (performance.now() - begun) / 1_000
    await page.waitForTimeout(1_000)
    const loading = await read(page)
    const figures: Record<string, string> = {
      'three lists in sight, s': seconds.toFixed(1),
      'longest block while loading, ms': longest(loading.blocks),
      'memory of the tab after loading, MiB': String(memoryOfTabs()),
    }
    for (const [name, work] of Object.entries(works)) {
      await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline'] })
      await work(page)
      await page.waitForTimeout(500)
      const { blocks, keys } = await read(page)
      const traced = longestTask((await browser.stopTracing()).toString())
      figures[`${name}: longest block, ms`] = longest(blocks)
      figures[`${name}: longest task, ms CPU`] = traced
      if (keys.length > 0) figures[`${name}: key to paint, longest of ${keys.length}, ms`] = longest(keys)
    }
    figures['memory of the tab at the end, MiB'] = String(memoryOfTabs())
    return figures
  } finally {
    await browser.close()
  }
}

const longest = (values: readonly number[]): string =>
  values.length === 0 ? '< 50' : String(Math.round(Math.max(...values)))

interface TraceEvent {
  name: string
  pid: number
  tid: number
  dur?: number
  tdur?: number
  args?: { name?: string }
}

/** The longest task of the page's own thread in its processor time: what neighbours on the machine take does not count. */
function longestTask(trace: string): string {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] }
  const pageThreads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const tasks = traceEvents.filter(({ name, pid, tid }) => name === 'RunTask' && pageThreads.has(`${pid} ${tid}`))
  if (tasks.length === 0) return 'not traced'
  return (Math.max(...tasks.map(({ dur = 0, tdur }) => tdur ?? dur)) / 1_000).toFixed(0)
}

/** What a clerk does with a long list, by keys. */
const works: Record<string, (page: Page) => Promise<void>> = {
  'arrows, pages, ends': async (page) => {
    await page.getByRole('grid').focus()
    for (const key of ['ArrowDown', 'ArrowRight', 'PageDown']) for (let n = 0; n < 40; n += 1) await press(page, key)
    for (const key of ['Control+End', 'Control+Home', 'End', 'Home']) await press(page, key)
  },
  scrolling: async (page) => {
    await page.getByRole('grid').hover()
    for (let n = 0; n < 60; n += 1) {
      await page.mouse.wheel(0, 2_000)
      await page.waitForTimeout(16)
    }
  },
  'editing cells': async (page) => {
    await page.getByRole('grid').focus()
    await press(page, 'Control+Home')
    await press(page, 'ArrowRight')
    for (let n = 0; n < 10; n += 1) for (const key of ['Enter', 'a', 'b', 'Enter']) await press(page, key)
  },
  finding: async (page) => {
    await press(page, '/')
    for (const key of '138') await press(page, key)
    for (let n = 0; n < 3; n += 1) await press(page, 'Backspace')
    await page.waitForTimeout(1_500)
  },
  'selecting all, sorting': async (page) => {
    await page.getByRole('grid').focus()
    for (const key of ['Control+a', 'Alt+ArrowUp', 'Alt+ArrowUp', 'Escape']) {
      await press(page, key)
      await page.waitForTimeout(1_500)
    }
  },
  'all names of the register, undone and done again': async (page) => {
    await page.getByRole('button', { name: '采用登记或上年' }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /改动 [\d,]+ 人/ })
      .click({ timeout: 60_000 })
    await page.getByText(/已改动/).waitFor({ timeout: 60_000 })
    await page.getByRole('grid').focus()
    await press(page, 'Control+z')
    await page.getByText(/已撤销/).waitFor({ timeout: 60_000 })
    await press(page, 'Control+y')
    await page.getByText(/已保存/).waitFor({ timeout: 120_000 })
  },
}

async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  await page.waitForTimeout(30)
}

/** In the page: every task of 50 ms or more, and from each key to the paint after it. */
const watch = `const watched = { blocks: [], keys: [] }
globalThis.watched = watched
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) watched.blocks.push(duration)
}).observe({ type: 'longtask', buffered: true })
new PerformanceObserver((list) => {
  for (const { name, duration } of list.getEntries()) if (name === 'keydown') watched.keys.push(duration)
}).observe({ type: 'event', durationThreshold: 16 })`

/** What was watched since it was last asked for. */
function read(page: Page): Promise<Watched> {
  return page.evaluate<Watched>(`{
    const found = { blocks: [...watched.blocks], keys: [...watched.keys] }
    watched.blocks.length = 0
    watched.keys.length = 0
    found
  }`)
}

/** Proportional memory of the page's process, as the system counts it: the page, its worker and what every tab has. */
function memoryOfTabs(): number {
  const found = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [])
  const own = new Set([String(process.pid)])
  // A process is listed behind the one that started it, or nearly so: a few passes find them all.
  for (let pass = 0; pass < 5; pass += 1)
    for (const [, pid = '', parent = ''] of found) if (own.has(parent)) own.add(pid)
  const sizes = found
    .filter(([, pid = '', , args = '']) => own.has(pid) && args.includes('--type=renderer'))
    .map(([, pid = '']) => sizeOf(pid))
  return Math.round(Math.max(0, ...sizes))
}

function sizeOf(pid: string): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) / 1024
  } catch {
    // It has ended in the meantime.
    return 0
  }
}

const office = await openOffice()
try {
  const unit = await asOffice('TEST', () => givenThreeLists(office.platform))
  const { token } = await asOffice('TEST', () => office.signIn(unit.employerId))
  const figures = await measure(office.url, token)
  const load = loadavg().map((value) => value.toFixed(1))
  const result = { at: new Date().toISOString(), people, load, figures }
  console.table(figures)
  console.log(`load ${load.join(' ')}`)
  writeFileSync(join(import.meta.dirname, 'roster-workbench.json'), `${JSON.stringify(result, null, 2)}\n`)
} finally {
  await office.close()
}
