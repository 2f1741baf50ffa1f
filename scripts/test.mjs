// `npm test`: everything that must hold, in the order in which a failure is cheapest to learn of.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './find-chromium.mjs'
import { node, root, run, setUpPackages, setUpWeb, toolEnvironment } from './setup.mjs'

const started = Date.now()
const reports = mkdtempSync(join(tmpdir(), 'shebao-reports-'))
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))

setUpPackages()
setUpWeb()
const chromium = findChromium()

const projects = ['apps', 'packages']
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(root, folder, name)))
  .concat([join(root, 'prisma'), join(root, 'e2e'), join(root, 'bench')])
  .filter((folder) => existsSync(join(folder, 'tsconfig.json')))
for (const folder of projects) {
  run(`Types: ${folder.slice(root.length + 1)}`, node, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder])
}
run('Format', node, [join(root, 'node_modules/oxfmt/bin/oxfmt'), '--check', '.'])
run('Lint', node, [join(root, 'node_modules/oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'])
run('Dead code', node, [join(root, 'node_modules/knip/bin/knip.js')])

const unit = attempt('Unit, property and API tests', [
  join(root, 'node_modules/vitest/vitest.mjs'),
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${join(reports, 'vitest.json')}`,
])
const browser = attempt(
  'End-to-end tests in Chromium',
  [join(root, 'e2e/node_modules/@playwright/test/cli.js'), 'test', '-c', join(root, 'e2e')],
  {
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, 'e2e.json'),
  },
)

const vitest = readReport('vitest.json')
const e2e = readReport('e2e.json')?.stats
const passed = (vitest?.numPassedTests ?? 0) + (e2e?.expected ?? 0)
const failed = (vitest?.numFailedTests ?? 0) + (e2e?.unexpected ?? 0)
const skipped = (vitest?.numPendingTests ?? 0) + (e2e?.skipped ?? 0)
console.log(`\nAll of it took ${Math.round((Date.now() - started) / 1000)} s.`)
console.log(`Tests: ${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exit(unit && browser && passed > 0 && failed === 0 ? 0 : 1)

function attempt(title, args, extra = {}) {
  console.error(`› ${title}`)
  const result = spawnSync(node, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: toolEnvironment(extra),
  })
  if (result.status !== 0) console.error(`✗ ${title} failed.`)
  return result.status === 0
}

function readReport(name) {
  const file = join(reports, name)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
