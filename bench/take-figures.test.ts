import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { drawChart } from './chart.ts'
import { historyFile, readHistory, writtenHistory } from './history.ts'
import type { KeptFigure } from './history.ts'
import { findBenches, takeFigures } from './take-figures.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  vi.restoreAllMocks()
})

/** Bench files as somebody might leave them behind, in a folder of their own. */
function givenBenches(sources: Record<string, string>): string[] {
  vi.spyOn(console, 'error').mockReturnValue()
  const folder = mkdtempSync(join(tmpdir(), 'shebao-bench-test-'))
  folders.push(folder)
  for (const [name, source] of Object.entries(sources)) writeFileSync(join(folder, `${name}.bench.ts`), source)
  return findBenches(folder, [])
}

const figure = `{ name: 'it', unit: 'ms', value: 2, peer: { name: 'peer', value: 1 }, ratio: 2, aim: 1, better: 'lower' }`
const bench = (body: string) => `export default { name: 'one', run: async (size) => { ${body} } }`

describe('taking the figures', () => {
  it.each([
    ['throws', bench(`throw new Error('bind message supplies 7 parameters')`), 'supplies 7 parameters'],
    ['yields no figure', bench('return []'), 'no figure'],
    ['yields what is no number', bench(`return [${figure.replace('ratio: 2', 'ratio: 0 / 0')}]`), 'no number'],
    ['took no time', bench(`return [${figure.replace('value: 2', 'value: 0')}]`), 'no number'],
    ['cannot be loaded', `import './gone.ts'\n${bench(`return [${figure}]`)}`, 'gone.ts'],
    ['is no bench', 'export const nothing = 1', 'undefined'],
  ])('a bench that %s fails the run, and the others stand', async (_, source, why) => {
    const { figures, failures } = await takeFigures(
      givenBenches({ bad: source, good: bench(`return [${figure}]`) }),
      'small',
    )
    expect(failures).toEqual([
      { what: expect.stringMatching(/bad\.bench\.ts$/) as string, why: expect.stringContaining(why) as string },
    ])
    expect(figures).toHaveLength(1)
  })

  it('hands on which size is wanted', async () => {
    const files = givenBenches({ sized: bench(`if (size !== 'small') throw new Error(size); return [${figure}]`) })
    expect((await takeFigures(files, 'small')).failures).toEqual([])
    expect((await takeFigures(files, 'full')).failures).toHaveLength(1)
  })

  it('ends with a status of its own when there is no such figure', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, 'run.ts'), '--small', 'no-such'],
      {
        encoding: 'utf8',
      },
    )
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('no file of that name') as string })
  })
})

describe('what was kept of earlier runs', () => {
  const kept = (name: string, ratio: number, of: Partial<KeptFigure> = {}): KeptFigure => ({
    date: '2026-11-30',
    commit: 'abc',
    bench: 'one',
    name,
    unit: 'ms',
    value: 1,
    ratio,
    aim: 2,
    better: 'lower',
    environment: '2 cores',
    ...of,
  })
  const marks = (svg: string) => [...svg.matchAll(/class="(met|missed|earlier)" (?:cx="|d="M)([\d.]+)/g)]

  it('stands in the file, a line each, and in the picture, as `npm run bench -- --draw` draws it', () => {
    const history = readHistory()
    expect(readFileSync(historyFile, 'utf8')).toBe(writtenHistory(history))
    expect(readFileSync(join(import.meta.dirname, '../docs/pictures/figures.svg'), 'utf8')).toBe(drawChart(history))
  })

  it('is drawn by the latest run of each figure, left of the aim where it is met, whichever way it runs', () => {
    const drawn = marks(
      drawChart([
        kept('a', 8),
        kept('b & <c>', 3, { better: 'higher' }),
        kept('a', 1),
        kept('d', 1, { better: 'higher' }),
        kept('e', 9_000),
      ]),
    ).map(([, what, x]) => [what, Number(x)] as const)
    const aim = Number(/class="aim" x1="([\d.]+)"/.exec(drawChart([kept('a', 1)]))?.[1])
    expect(drawn.map(([what, x]) => [what, Math.sign(x - aim)])).toEqual([
      ['earlier', 1],
      ['met', -1],
      ['met', -1],
      ['missed', 1],
      ['missed', 1],
    ])
    expect(drawChart([kept('b & <c>', 3)])).toContain('b &amp; &lt;c&gt;')
  })
})
