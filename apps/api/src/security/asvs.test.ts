import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../../..')
const page = readFileSync(join(root, 'docs/security/asvs.md'), 'utf8')
const places: Readonly<Record<string, string>> = {
  'api/': 'apps/api/src/',
  'f/': 'apps/api/src/features/',
  'web/': 'apps/web/src/',
}

/** How many requirements each chapter of ASVS 5.0.0 has at levels 1 and 2. */
const asked = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7]

const rows = page
  .split('\n')
  .map((line) => /^\| (\d+)\.(\d+)\.(\d+) \| ([12]) \| ([^|]+) \| (.+) \|$/.exec(line))
  .filter((row) => row !== null)
  .map(([, chapter = '', section, number, level, state = '', words = '']) => ({
    chapter: Number(chapter),
    no: `${chapter}.${section}.${number}`,
    level,
    state,
    words,
  }))

function fileOf(path: string): string {
  const short = Object.keys(places).find((one) => path.startsWith(one))
  return join(root, short ? path.replace(short, places[short] ?? '') : path)
}

describe('what is said of OWASP ASVS 5.0', () => {
  it('has every requirement of levels 1 and 2 once', () => {
    expect(new Set(rows.map(({ no }) => no)).size).toBe(rows.length)
    expect(rows.filter(({ level }) => level === '1')).toHaveLength(70)
    expect(rows.filter(({ level }) => level === '2')).toHaveLength(183)
    expect(asked.map((_, at) => rows.filter(({ chapter }) => chapter === at + 1).length)).toEqual(asked)
  })

  it('names tests and documents that there are', () => {
    const named = rows.flatMap(({ words }) => [...words.matchAll(/`([\w./-]+\.(?:tsx?|md|csv|yaml))`/g)])
    const missing = named.map(([, path = '']) => path).filter((path) => !existsSync(fileOf(path)))
    expect(named.length).toBeGreaterThan(150)
    expect(missing).toEqual([])
  })

  it('names a test for what a test asks, and a reason for what is waived', () => {
    const states = ['Test', 'Kept', 'Waived', 'Open', 'n/a']
    expect(rows.filter(({ state }) => !states.includes(state))).toEqual([])
    expect(rows.filter(({ state, words }) => state === 'Test' && !words.includes('.test.ts'))).toEqual([])
    expect(rows.filter(({ words }) => words.length < 7)).toEqual([])
  })
})
