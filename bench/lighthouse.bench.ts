import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { Keyboard } from '@shebao/e2e/fixtures/keyboard.ts'
import { startProduct } from '@shebao/e2e/fixtures/product.ts'
import type { Product } from '@shebao/e2e/fixtures/product.ts'
import { signIn } from '@shebao/e2e/fixtures/sign-in.ts'
import { pastFirstPassword } from '@shebao/e2e/pictures/scene.ts'
import { demoPassword } from '@shebao/prisma/seed'
import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import type { Flags, Result } from 'lighthouse'
import type { Bench, Figure, Size } from './bench.ts'

const categories = {
  performance: 'performance',
  accessibility: 'accessibility',
  'best-practices': 'best practices',
  seo: 'SEO',
}
type Category = keyof typeof categories
const all: readonly Category[] = ['performance', 'accessibility', 'best-practices', 'seo']

/** Of the demo office: two employers and a gap, so that the record is a long one. */
const person = '段续'
/** Of the demo office: its declaration is open, the table of people filled in, the unit's form in part. */
const clerkOfUnit = '1101120006'
const signInPage = { name: 'sign-in', path: '/sign-in/me' }
const ownPages = [
  { name: 'home', path: '/me' },
  { name: 'record', path: '/me/record' },
]
const declarationPages = [
  { name: 'declaration', path: '/employer/inspection' },
  { name: 'a section of the declaration', path: '/employer/inspection/unit/basics' },
  { name: 'people of the declaration', path: '/employer/inspection/personnel' },
]
const runs = 5
const points = 100
const unpictured: Flags = { disableFullPageScreenshot: true }

const executable = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const flags = ['--no-sandbox', '--disable-quic', '--disable-background-networking']

/** A browser as Lighthouse's own command starts it: under the flags of one that is driven it finds no beginning in its trace. */
async function withChromium<Found>(work: (port: number) => Promise<Found>): Promise<Found> {
  const chromium = await launch({ chromePath: executable, chromeFlags: ['--headless=new', ...flags] })
  try {
    return await work(chromium.port)
  } finally {
    chromium.kill()
  }
}

/** Now and then Chromium records a visit without its beginning, and Lighthouse asks for another one. */
async function recorded(work: (port: number) => Promise<Result>, tries = 3): Promise<Result> {
  try {
    return await withChromium(work)
  } catch (error) {
    if (tries <= 1 || !String(error).includes('NO_NAVSTART')) throw error
    return recorded(work, tries - 1)
  }
}

/** One visit as Lighthouse's slow phone makes it: nothing kept from before, a quarter of the processor, 1.6 Mbit/s, as it simulates them. */
async function visit(port: number, url: string, only: readonly Category[], how: Flags = {}): Promise<Result> {
  const run = await lighthouse(url, { port, onlyCategories: [...only], logLevel: 'error', locale: 'en', ...how })
  const { runtimeError, finalDisplayedUrl } = run?.lhr ?? {}
  if (!run || runtimeError) throw new Error(`${url}: ${runtimeError?.message ?? 'no result'}`)
  if (finalDisplayedUrl !== url) throw new Error(`${url} led to ${finalDisplayedUrl}`)
  return run.lhr
}

const scoreOf = (result: Result, category: Category) => (result.categories[category]?.score ?? Number.NaN) * points

/** The middle of the runs, as Lighthouse asks for; what weighed on it stands in the note. */
function figuresOf(page: string, results: readonly Result[], only: readonly Category[]): Figure[] {
  return only.map((category) => {
    const scores = results.map((result) => scoreOf(result, category)).sort((a, b) => a - b)
    return {
      name: `Lighthouse, ${page}, ${categories[category]}`,
      unit: 'of 100',
      value: scores[Math.floor(scores.length / 2)] ?? Number.NaN,
      aim: 95,
      better: 'higher',
      note: `runs: ${scores.map((score) => score.toFixed(0)).join(', ')}${category === 'performance' ? `; ${timesOf(results)}` : lost(results, category)}`,
    }
  })
}

const times = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift']

/** Of the last run, and how fast it found this machine (`benchmarkIndex`; a busy one has less). */
function timesOf(results: readonly Result[]): string {
  const last = results.at(-1)
  const shown = times.map((id) => `${id} ${last?.audits[id]?.displayValue ?? '?'}`)
  return [...shown, `benchmarkIndex ${last?.environment.benchmarkIndex ?? '?'}`].join(', ')
}

function lost(results: readonly Result[], category: Category): string {
  const last = results.at(-1)
  const refs = last?.categories[category]?.auditRefs ?? []
  const failed = refs.filter(({ id, weight }) => weight > 0 && (last?.audits[id]?.score ?? 1) < 1).map(({ id }) => id)
  return failed.length > 0 ? `; ${failed.join(', ')}` : ''
}

/** The session of who signs in as the page does; a first password is set on the way. */
async function sessionOf(product: Product, kind: 'me' | 'employer', number: string, password: string): Promise<Flags> {
  const browser = await chromium.launch({ executablePath: executable, args: flags })
  try {
    const page = await browser.newPage({ baseURL: product.url, locale: 'zh-CN' })
    const words = (zh: string) => zh
    await signIn(page, words, new Keyboard(page, false), kind, number, password)
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
    if (kind === 'me') await pastFirstPassword({ page, words, product })
    const cookies = await page.context().cookies()
    return { extraHeaders: { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') } }
  } finally {
    await browser.close()
  }
}

function sessionOfPerson(product: Product): Promise<Flags> {
  const rows = readFileSync(join(product.dataDirectory, 'demo/people.csv'), 'utf8').split(/\r?\n/)
  const [, , number, password] = rows.find((row) => row.startsWith(`${person},`))?.split(',') ?? []
  if (!number || !password) throw new Error(`people.csv does not name ${person}.`)
  return sessionOf(product, 'me', number, password)
}

async function measure(product: Product): Promise<Figure[]> {
  const asPerson = await sessionOfPerson(product)
  const asClerk = await sessionOf(product, 'employer', clerkOfUnit, demoPassword)
  const pages = [
    { ...signInPage, how: {} },
    ...ownPages.map((page) => ({ ...page, how: asPerson })),
    ...declarationPages.map((page) => ({ ...page, how: asClerk })),
  ]
  const figures: Figure[] = []
  for (const { name, path, how } of pages) {
    const results: Result[] = []
    for (let run = 0; run < runs; run += 1)
      results.push(await recorded((port) => visit(port, product.url + path, all, how)))
    figures.push(...figuresOf(name, results, all))
  }
  return figures
}

/** Whether this Lighthouse and this Chromium understand each other, on a page of one line; that the product can be visited, the journeys ask. */
async function tryOut(): Promise<Figure[]> {
  const page = '<!doctype html><html lang="en"><title>One line</title><h1>One line</h1></html>'
  const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(page))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  try {
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('The page has no port.')
    const only = ['performance'] as const
    const url = `http://127.0.0.1:${address.port}/`
    return figuresOf('one line', [await withChromium((port) => visit(port, url, only, unpictured))], only)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

export default {
  name: 'Lighthouse on its slow phone',
  async run(size: Size) {
    if (size === 'small') return tryOut()
    const product = await startProduct()
    try {
      return await measure(product)
    } finally {
      await product.stop()
    }
  },
} satisfies Bench
