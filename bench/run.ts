import { writeFileSync } from 'node:fs'
import { cpus, loadavg, platform, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { drawChart } from './chart.ts'
import { keep, meets, readHistory } from './history.ts'
import { findBenches, takeFigures } from './take-figures.ts'

// `npm run bench [-- --small | --keep] [name …]`: every bench/*.bench.ts, or those whose name holds one of the words. `--keep` adds
// what was taken to the history and draws it; `--draw` draws the history as it is.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    small: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    draw: { type: 'boolean', default: false },
  },
})
const picture = join(import.meta.dirname, '../docs/pictures/figures.svg')
if (values.draw) {
  draw()
  process.exit(0)
}
const loadBefore = loadavg()[0] ?? 0

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
  const target = join(import.meta.dirname, 'last-run.json')
  const at = new Date().toISOString()
  writeFileSync(target, `${JSON.stringify({ at, machine, figures, failures }, null, 2)}\n`)
  console.table(
    figures.map((figure) => ({
      figure: figure.name,
      value: `${format(figure.value)} ${figure.unit}`,
      against: figure.peer ? `${figure.peer.name}: ${format(figure.peer.value)}` : '',
      ratio: figure.ratio?.toFixed(figure.ratio < 0.1 ? 4 : 2) ?? '',
      aim: `${figure.better === 'higher' ? '≥' : '≤'} ${figure.aim}`,
      met: meets(figure) ? 'yes' : 'no',
    })),
  )
  console.log(`Written to ${target}`)
  if (!values.keep) return
  const load = [loadBefore, loadavg()[0] ?? 0].map(Math.round).join(' to ')
  keep(figures, {
    date: at.slice(0, 10),
    environment: `${machine.cores} cores ${machine.cpu}, load ${load}, Node ${machine.node}`,
  })
  draw()
}

function draw(): void {
  writeFileSync(picture, drawChart(readHistory()))
  console.log(`Drawn into ${picture}`)
}

function format(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
}
