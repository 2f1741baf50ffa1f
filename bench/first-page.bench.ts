import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench } from './bench.ts'

const dist = join(import.meta.dirname, '../apps/web/dist')

interface FirstPage {
  path: string
  limit: number
  files: string[]
}

/** As a browser gets it: the file that lies compressed beside it, where there is one. */
function travels(file: string): number {
  const compressed = join(dist, `${file}.br`)
  return statSync(existsSync(compressed) ? compressed : join(dist, file)).size
}

export default {
  name: 'compressed size of the first pages',
  async run() {
    const pages = JSON.parse(readFileSync(join(dist, 'first-pages.json'), 'utf8')) as FirstPage[]
    const figures = pages.map(({ path, limit, files }) => {
      const all = ['index.html', ...files]
      const value = all.reduce((sum, file) => sum + travels(file), 0) / 1000
      const note = `${all.length} files`
      return { name: `First page ${path}`, unit: 'kB', value, aim: limit, better: 'lower' as const, note }
    })
    // Bytes do not depend on the machine: more than its limit is a mistake and not a figure.
    const over = figures.filter(({ value, aim }) => value > aim)
    if (over.length > 0)
      throw new Error(over.map(({ name, value, aim }) => `${name}: ${value.toFixed(1)} kB, at most ${aim}`).join('; '))
    return figures
  },
} satisfies Bench
