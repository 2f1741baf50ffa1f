import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
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
