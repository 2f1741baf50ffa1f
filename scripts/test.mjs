// `npm test`: everything that must hold, in the order in which a failure is cheapest to learn of.
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { availableParallelism, freemem, tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './find-chromium.mjs'
import { node, root, setUpPackages, toolEnvironment } from './setup.mjs'

// Hundreds of databases of some thousand small files are made and thrown away: a disk that is slow to make files takes longer than the tests.
const reports = mkdtempSync(join(folderInMemory(8 * 2 ** 30) ?? tmpdir(), 'shebao-test-'))
// PostgreSQL runs as somebody else where this is root, and passes through here to its own folder.
chmodSync(reports, 0o711)
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))
// The tests start the product and its parts many times: what one process compiled, the next one reads.
// The demo office, too, is made once.
const kept = {
  TMPDIR: reports,
  NODE_COMPILE_CACHE: join(reports, 'compiled'),
  SHEBAO_TEST_OFFICE: join(reports, 'office'),
}
const stages = []

timed('Packages, database client', setUpPackages)
const chromium = findChromium()

// The web application is built beside what needs nothing of it: neither keeps two cores busy by itself.
const sound = await timed('Web application; types, format, lint, dead code, benchmarks, demo office', () => {
  const built = listenTo([join(root, 'scripts/build.mjs')])
  return inTurns([
    // What runs in Node alone is one program: each package is checked once and not again for everyone that imports it.
    types('tsconfig.json'),
    types('packages/signed-paper'),
    ['Format', ['node_modules/oxfmt/bin/oxfmt', '--check', '.']],
    ['Web application', built],
    // Each figure once, of a handful of people: that it can be taken and the answers are right, not how fast.
    ['Benchmarks', ['bench/run.ts', '--small'], built],
    ['Lint', ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'], built],
    // Both of the next stage begin from it.
    ['Demo office', ['e2e/fixtures/prepare-office.ts'], built],
    // These know a browser, and the documents that were typed for it.
    types('apps/web', built),
    types('e2e', built),
    ['Dead code', ['node_modules/knip/bin/knip.js'], built],
  ])
})
if (!sound) process.exit(1)

// Either waits often, for a browser, a database or a last long file: together neither core is ever without work. What the browser's part
// has to say comes when it is through.
// Each language, each width and the keyboard once; the other two pairs are for `--project` by hand, and in the pictures.
const pairs = ['--project=going-live', '--project=phone-en', '--project=desktop-zh']
const [unit, browser] = await Promise.all([
  timed('Unit, property and API tests', () =>
    attempt([
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(reports, 'vitest.json')}`,
    ]),
  ),
  timed('End-to-end tests in Chromium, beside them', () =>
    listenTo([join(root, 'e2e/node_modules/@playwright/test/cli.js'), 'test', '-c', join(root, 'e2e'), ...pairs], {
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, 'e2e.json'),
    }).then(({ code, said }) => {
      console.log(said)
      return code === 0
    }),
  ),
])

const vitest = readReport('vitest.json')
const e2e = readReport('e2e.json')?.stats
const passed = (vitest?.numPassedTests ?? 0) + (e2e?.expected ?? 0)
const failed = (vitest?.numFailedTests ?? 0) + (e2e?.unexpected ?? 0)
const skipped = (vitest?.numPendingTests ?? 0) + (e2e?.skipped ?? 0)
console.log(`\nAll of it took ${seconds(performance.now())}:`)
for (const { title, ms, mark } of stages) console.log(`${mark} ${seconds(ms).padStart(8)}  ${title}`)
console.log(`Tests: ${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exit(unit && browser && passed > 0 && failed === 0 ? 0 : 1)

/** Where files are kept in memory, provided that as many bytes are free in it and in the machine: on Linux, mostly. */
function folderInMemory(bytes) {
  const folder = '/dev/shm'
  if (!existsSync(folder) || freemem() < bytes) return undefined
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize < bytes ? undefined : folder
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`
}

/** Does the work and notes for the end how long it took. */
function timed(title, work) {
  const started = performance.now()
  const note = (result) => {
    stages.push({ title, ms: performance.now() - started, mark: result === false ? '✗' : ' ' })
    return result
  }
  console.error(`› ${title}`)
  const result = work()
  return result instanceof Promise ? result.then(note) : note(result)
}

/** One checker: several work out the same types, each for itself, and others have the other cores. */
function types(project, after) {
  return [`Types: ${project}`, ['node_modules/typescript/bin/tsc', '-p', project, '--checkers', '1'], after]
}

/**
 * Runs the tools, one more at a time than there are cores, since most wait now and then; says what those that fail have to say, and whether
 * none did. A tool is a program, which may come `after` something, or what is running already.
 */
async function inTurns(tools) {
  const waiting = [...tools]
  let sound = true
  const worker = async () => {
    for (let tool = waiting.shift(); tool; tool = waiting.shift()) {
      const [title, work, after] = tool
      await after
      const [program, ...args] = Array.isArray(work) ? work : []
      const { code, said } = await (program ? listenTo([join(root, program), ...args]) : work)
      if (code === 0) continue
      sound = false
      console.error(`${said}✗ ${title} failed.`)
    }
  }
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism() + 1) }, worker))
  return sound
}

function listenTo(args, extra = {}) {
  return new Promise((resolve) => {
    const child = spawn(node, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: toolEnvironment({ ...kept, ...extra }),
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text))
    child.once('error', (error) => resolve({ code: 1, said: `${error.message}\n` }))
    child.once('close', (code) => resolve({ code, said }))
  })
}

/** Runs a tool that says itself what it does; gives whether it was through without a failure. */
function attempt(args) {
  const child = spawn(node, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: toolEnvironment(kept) })
  return new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('close', (code) => resolve(code === 0))
  })
}

function readReport(name) {
  const file = join(reports, name)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
