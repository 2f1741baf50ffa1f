import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { configDefaults } from 'vitest/config'

const root = resolve(import.meta.dirname, '../..')
const head =
  'type Status = string\ndeclare const row: { status: string; list: string[] }\nconst LIST = ["A"] as const\n'
const refused: [file: string, code: string][] = [
  ['apps/api/src/a.ts', 'export const status = row.status as Status'],
  ['apps/api/src/b.ts', 'export const status = row.status as unknown as Status'],
  ['apps/api/src/c.ts', 'export const all = row.list as Status[]'],
  ['apps/web/src/d.ts', 'export const status = row.status as (typeof LIST)[number]'],
  ['apps/web/src/e.ts', "export const status = row.status as 'A'"],
  ['packages/premium/src/f.ts', 'export const status = row.status as Status | null'],
]
const allowed: [file: string, code: string][] = [
  ['apps/api/src/g.ts', 'export const names = { status: "A" } as const\nexport default row'],
  ['apps/api/src/h.test.ts', 'export const status = row.status as Status'],
]

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shebao-codes-'))
  cpSync(join(root, 'scripts/lint'), join(folder, 'scripts/lint'), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const rules = { 'shebao-codes/decoded': 'error' }
  writeFileSync(
    join(folder, '.oxlintrc.json'),
    JSON.stringify({ jsPlugins: ['./scripts/lint/closed-lists.js'], categories: { correctness: 'off' }, rules }),
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('refuses codes that are asserted, and nothing else', () => {
  for (const [file, code] of [...refused, ...allowed]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), `${head}${code}\n`)
  }
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['--format=unix', 'apps', 'packages'], {
    cwd: folder,
    encoding: 'utf8',
  })
  const found = stdout.split('\n').flatMap((line) => /^(?:.*?)((?:apps|packages)\/\S+?):\d+/u.exec(line)?.[1] ?? [])
  expect([...new Set(found)].toSorted()).toEqual(refused.map(([file]) => file).toSorted())
})

it('every pattern by which vitest takes or leaves out files matches one: of a file that has gone nobody would notice', async () => {
  const { default: config } = await import('../../vitest.config.ts')
  const usual = new Set<string>(configDefaults.exclude)
  const patterns = (config.test?.projects ?? []).flatMap((project) => {
    const test = typeof project === 'object' && 'test' in project ? project.test : undefined
    return [...(test?.include ?? []), ...(test?.exclude ?? []).filter((pattern) => !usual.has(pattern))]
  })
  expect(patterns.length).toBeGreaterThan(20)
  const exclude = (name: string) => name.split('/').includes('node_modules')
  const matches = (pattern: string) => globSync(pattern, { cwd: root, exclude }).length > 0
  expect([...new Set(patterns)].filter((pattern) => !matches(pattern))).toEqual([])
})
