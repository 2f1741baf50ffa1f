import { parseArgs } from 'node:util'
import { simulate } from './simulate.ts'

// `npm run -s shebao -- simulate --seed N --steps M`: the story of one seed, or with `--seeds` of as many after it, of which only
// the last line is printed. With `--postgres` its money is played on a server of its own as well, by the product's use cases. Exits 1
// where something did not hold.

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    steps: { type: 'string', default: '120' },
    seeds: { type: 'string', default: '1' },
    postgres: { type: 'boolean', default: false },
  },
})
const [seed, steps, seeds] = [Number(values.seed), Number(values.steps), Number(values.seeds)]
if (![seed, steps, seeds].every((given) => Number.isSafeInteger(given) && given > 0)) {
  process.stderr.write('simulate --seed N --steps M [--seeds K]: whole numbers above 0.\n')
  process.exit(2)
}

// The server's part of the product is loaded where it is asked for.
const mirror = values.postgres ? await (await import('./mirror-on-server.ts')).openMirror() : undefined
let failed = 0
for (let each = seed; each < seed + seeds; each += 1) {
  const { lines, report } = mirror ? await mirror.play(each, steps) : simulate(each, steps)
  if (seeds === 1) process.stdout.write(`${lines.map((line, index) => `${index + 1}. ${line}`).join('\n')}\n`)
  if (report === undefined) continue
  failed += 1
  process.stdout.write(`${report}\n`)
}
process.stdout.write(
  `${seeds} stories of ${steps} steps from seed ${seed} on: ${failed === 0 ? 'all holds' : `${failed} broken`}\n`,
)
await mirror?.close()
process.exit(failed === 0 ? 0 : 1)
