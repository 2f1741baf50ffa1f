import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

// In place of npm, of its script and of the product are three small programs. Whoever is told to end says so.

const module = new URL('end-with-npm.mjs', import.meta.url)
const product = `process.on('SIGTERM', () => { console.log('told to end'); process.exit(0) })
  setTimeout(() => process.exit(1), 20_000); console.log('stands')`
const script = `import { spawn } from 'node:child_process'
  import { endWithNpm } from '${module.href}'
  endWithNpm(spawn(process.execPath, ['-e', process.env.PRODUCT], { stdio: 'inherit' }))`
const npm = `const { spawn } = require('node:child_process')
  spawn(process.execPath, [process.env.SCRIPT], { stdio: 'inherit' })`

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shebao-npm-'))
  writeFileSync(join(folder, 'script.mjs'), script)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What was said until everybody who could say something is gone. */
async function end(args: readonly string[], lifecycle: string): Promise<string> {
  const env = { ...process.env, npm_lifecycle_event: lifecycle, PRODUCT: product, SCRIPT: join(folder, 'script.mjs') }
  const first = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  first.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    if (text.includes('stands')) first.kill('SIGTERM')
  })
  await once(first.stdout, 'end')
  return said
}

it.each([
  ['npm, which hands it on to nobody', ['-e', npm], 'start'],
  ['the script itself', ['script.mjs'], 'start'],
  ['the script where no npm started it', ['script.mjs'], ''],
])('a SIGTERM to %s ends the product', async (_whom, args, lifecycle) => {
  const whole = args.map((part) => (part === 'script.mjs' ? join(folder, part) : part))
  expect(await end(whole, lifecycle)).toBe('stands\ntold to end\n')
})
