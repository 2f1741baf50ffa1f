import { writeFileSync } from 'node:fs'
import { cpus, platform, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Figure } from './bench.ts'
import { findBenches, takeFigures } from './take-figures.ts'

// `npm run bench [-- --small] [name …]`: every bench/*.bench.ts, or those whose name holds one of the words.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { small: { type: 'boolean', default: false } },
})

// A plain exit lets every bench stop what it started.
process.on('SIGINT', () => process.exit(130))
process.on('SIGTERM', () => process.exit(143))

const { figures, failures } = await takeFigures(
  findBenches(import.meta.dirname, positionals),
  values.small ? 'small' : 'full',
)
if (values.small) console.log(`${figures.length} figures can be taken; in a small run they say nothing else.`)
else report()
for (const { what, why } of failures) console.error(`✗ No figure: ${what}: ${why}`)
process.exit(failures.length > 0 ? 1 : 0)

function report(): void {
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
}

function meets(figure: Figure): boolean {
  const shown = figure.ratio ?? figure.value
  return figure.better === 'higher' ? shown >= figure.aim : shown <= figure.aim
}

function format(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
}
