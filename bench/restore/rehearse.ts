import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findPostgresPrograms } from '@shebao/api/src/testing/database-setup.ts'
import { asOffice } from '@shebao/api/src/platform/tenancy.ts'
import { holds, rehearseRestore } from './rehearse-restore.ts'
import type { RestoreReport } from './rehearse-restore.ts'

// `npm run restore-rehearsal`: a PostgreSQL server with an archive of its log is loaded, harmed, and brought back to a moment. Ends with 0
// when everything that was acknowledged before the moment is there, nothing after it is, and the books and the trail hold.

const { values } = parseArgs({
  options: {
    filers: { type: 'string', default: '4' },
    submissions: { type: 'string', default: '40' },
    payments: { type: 'string', default: '80' },
  },
})

function print(report: RestoreReport): void {
  const { moment, before, after, stillThere, witness, checks, seconds } = report
  console.log(`Restored to ${moment} in ${seconds.toFixed(1)} s.`)
  console.log(
    `Acknowledged before it: ${before.submissions} submissions and ${before.payments} payments. Lost: ${before.lost.length}.`,
  )
  console.log(`Acknowledged after it: ${after}. Still there: ${stillThere.length}.`)
  console.log(`What the witness of the trail said: ${witness.join(', ') || 'nothing'}.`)
  for (const { name, ok, details } of checks) console.log(`${ok ? 'ok' : 'NOT OK'}  ${[name, ...details].join(', ')}`)
  for (const line of [...before.lost, ...before.wrong, ...stillThere].slice(0, 20)) console.error(`✗ ${line}`)
}

if (!findPostgresPrograms()) {
  console.error('PostgreSQL’s server programs are missing here. On Debian: apt-get install postgresql')
  process.exit(1)
}
const folder = mkdtempSync(join(tmpdir(), 'shebao-restore-'))
chmodSync(folder, 0o755)
try {
  const report = await asOffice('TEST', () =>
    rehearseRestore({
      folder,
      filers: Number(values.filers),
      submissions: Number(values.submissions),
      payments: Number(values.payments),
      say: (text) => console.log(`› ${text}`),
    }),
  )
  print(report)
  process.exitCode = holds(report) ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
