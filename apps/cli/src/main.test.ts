import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))

/** The real command in a process of its own, as a shell runs it. */
function runInShell(args: readonly string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', LANG: 'en_US.UTF-8' },
  })
  return { stdout, stderr, status }
}

const premium = '--today 2026-11-23 --region 110000 --period 2024-07 --injury-class 1 --wage 10000.00 --json'
const sampleNote =
  'Note: without --parameters this is worked out from built-in sample figures, which no office has published: not verified.\n'
const lateFee = '--principal 3703.00 --due 2024-07-25 --paid 2024-08-05 --json'

it.each([
  ['id 11010519491231002X --json --today 2026-11-23', '"valid":true', 0, ''],
  ['id 110105194912310021 --json --today 2026-11-23', '"code":"CHECKSUM"', 1, ''],
  ['parameters schema', 'shebao-parameters/1', 0, ''],
  [`premium ${premium}`, '"total":370300', 0, sampleNote],
  [`late-fee ${lateFee}`, '"fee":2037', 0, ''],
  ['--help', 'Usage: shebao', 0, ''],
])('shebao %s answers on stdout and exits', (line, answer, status, stderr) => {
  const { stdout, ...ended } = runInShell(line.split(' '))
  expect(stdout.replaceAll(/(?<=")(: )/gu, ':')).toContain(answer)
  expect(ended).toEqual({ stderr, status })
})

it('shebao check exits 2 and answers on stderr when there is no such file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shebao-main-'))
  const missing = join(folder, 'missing.xlsx')
  expect(runInShell(['check', missing])).toEqual({
    stdout: '',
    stderr: `[FILE_NOT_FOUND] No such file: ${missing}\n`,
    status: 2,
  })
  rmSync(folder, { recursive: true })
})

it('shebao without a command exits 2 and says its usage on stderr', () => {
  const { stderr, ...ended } = runInShell([])
  expect(ended).toEqual({ stdout: '', status: 2 })
  expect(stderr).toContain('Usage: shebao')
})
