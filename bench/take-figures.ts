import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { asOffice } from '@shebao/api/src/platform/tenancy.ts'
import type { Bench, Figure, Size } from './bench.ts'

export interface Taken {
  /** With the name of the file that takes them. */
  figures: (Figure & { bench: string })[]
  /** What could not be taken, and why. Nobody reads a table for the row that is not there: one entry fails the run. */
  failures: { what: string; why: string }[]
}

/** Every `*.bench.ts` of the folder, or those whose name holds one of the words. */
export function findBenches(folder: string, words: readonly string[]): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.bench.ts') && (words.length === 0 || words.some((word) => file.includes(word))))
    .sort()
    .map((file) => join(folder, file))
}

/** One after the other; what fails leaves the others standing. */
export async function takeFigures(files: readonly string[], size: Size): Promise<Taken> {
  const taken: Taken = { figures: [], failures: [] }
  if (files.length === 0) taken.failures.push({ what: 'bench', why: 'no file of that name' })
  for (const file of files) {
    const started = performance.now()
    try {
      const { default: bench } = (await import(pathToFileURL(file).href)) as { default: Bench }
      const figures = await asOffice('TEST', () => bench.run(size))
      if (figures.length === 0) throw new Error('it yields no figure')
      for (const figure of figures) if (!isNumber(figure)) throw new Error(`${figure.name}: no number`)
      taken.figures.push(...figures.map((figure) => ({ ...figure, bench: basename(file, '.bench.ts') })))
      console.error(`› ${bench.name} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
    } catch (error) {
      taken.failures.push({ what: file, why: String(error) })
      console.error(`✗ ${file}`, error)
    }
  }
  return taken
}

/** A division by nothing and a time of nothing are no figures either. */
function isNumber({ value, peer, ratio }: Figure): boolean {
  return [value, peer?.value ?? 1, ratio ?? 1].every((number) => Number.isFinite(number) && number > 0)
}
