import { readdirSync, writeFileSync } from 'node:fs'
import { cpus, platform, release, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Bench, Figure } from './bench.ts'

// `npm run bench [name …]`: every bench/*.bench.ts, or those whose name holds one of the words.
const wanted = process.argv.slice(2)
const files = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.ts') && (wanted.length === 0 || wanted.some((word) => file.includes(word))))
  .sort()

const figures: Figure[] = []
for (const file of files) {
  const { default: bench } = (await import(join(import.meta.dirname, file))) as { default: Bench }
  console.error(`› ${bench.name}`)
  figures.push(...(await bench.run()))
}

const machine = {
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  system: `${platform()} ${release()}`,
  node: process.version,
}
const target = join(import.meta.dirname, 'results.json')
writeFileSync(target, `${JSON.stringify({ at: new Date().toISOString(), machine, figures }, null, 2)}\n`)

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
process.exit(0)

function meets(figure: Figure): boolean {
  const shown = figure.ratio ?? figure.value
  return figure.better === 'higher' ? shown >= figure.aim : shown <= figure.aim
}

function format(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
}
