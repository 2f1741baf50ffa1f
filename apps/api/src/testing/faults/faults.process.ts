import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { asOffice } from '../../platform/tenancy.ts'
import { openStormServer } from './storm-server.ts'
import { Storm } from './storm.ts'

// `npm run -s shebao -- faults --runs N --seed S`: N deaths under load. Nine in ten are connections that are cut, the others
// processes that die by SIGKILL and the server itself. Exits 1 where something did not hold afterwards.

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '500' }, seed: { type: 'string', default: '1' } },
})
const [runs, seed] = [Number(values.runs), Number(values.seed)]
if (![runs, seed].every((given) => Number.isSafeInteger(given) && given > 0)) {
  process.stderr.write('faults --runs N --seed S: whole numbers above 0.\n')
  process.exit(2)
}
const hard = Math.ceil(runs / 20)
const folder = mkdtempSync(join(tmpdir(), 'shebao-faults-'))
const server = await openStormServer(folder)
try {
  await asOffice('TEST', async () => {
    const storm = await Storm.open(server.connectionString, seed)
    const cuts = await storm.cutConnections(Math.max(1, runs - 2 * hard))
    await storm.killProcesses(hard)
    await storm.killServer(server, hard)
    const { broken, acknowledged, repeated } = await storm.end()
    process.stdout.write(
      `seed ${seed}: ${cuts.BEFORE + cuts.AFTER} times all connections cut (${cuts.AFTER} with the outcome unknown, ${cuts.atCommit} at COMMIT), ` +
        `${hard} processes and ${hard} times PostgreSQL killed; ${acknowledged} requests acknowledged, ${repeated} sent again.\n` +
        `${broken.length === 0 ? 'All holds.' : broken.join('\n')}\n`,
    )
    process.exitCode = broken.length === 0 ? 0 : 1
  })
} finally {
  server.stop()
  rmSync(folder, { recursive: true, force: true })
}
