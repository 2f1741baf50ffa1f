import { readdirSync, writeFileSync } from 'node:fs'
import { cpus, platform, release, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Bench, Figure } from './bench.ts'

// `npm run bench [name …]`: every bench/*.bench.ts, or those whose name holds one of the words.
const wanted = process.argv.slice(2)
const files = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.ts') && (wanted.length === 0 || wanted.some((word) => file.includes(word))))
  .sort()

// A plain exit lets every bench stop what it started.
process.on('SIGINT', () => process.exit(130))
process.on('SIGTERM', () => process.exit(143))

const figures: Figure[] = []
const failures: string[] = []
for (const file of files) {
  const { default: bench } = (await import(join(import.meta.dirname, file))) as { default: Bench }
  const started = performance.now()
  try {
    figures.push(...(await bench.run()))
    console.error(`› ${bench.name} (${Math.round((performance.now() - started) / 1000)} s)`)
  } catch (error) {
    failures.push(bench.name)
    console.error(`✗ ${bench.name}`, error)
  }
}

const machine = {
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  system: `${platform()} ${release()}`,
  node: process.version,
}
const target = join(import.meta.dirname, 'results.json')
writeFileSync(target, `${JSON.stringify({ at: new Date().toISOString(), machine, figures, failures }, null, 2)}\n`)

const rows = figures.map((figure) => ({
  figure: figure.name,
  value: `${format(figure.value)} ${figure.unit}`,
  against: figure.peer ? `${figure.peer.name}: ${format(figure.peer.value)}` : '',
  ratio: figure.ratio?.toFixed(2) ?? '',
  aim: `${figure.better === 'higher' ? '≥' : '≤'} ${figure.aim}`,
  met: meets(figure) ? 'yes' : 'no',
}))
console.table(rows)
console.log(`Written to ${target}`)
process.exit(failures.length > 0 ? 1 : 0)

function meets(figure: Figure): boolean {
  const shown = figure.ratio ?? figure.value
  return figure.better === 'higher' ? shown >= figure.aim : shown <= figure.aim
}

function format(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
}
