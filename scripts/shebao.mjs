// `npm run -s shebao -- <command> …`: the terminal face of the rules and, for the commands that need its database, of the office. `simulate` plays stories against the rules of money (docs/faults.md).
// Set-up speaks on standard error only.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { node, root, setUpPackages, toolEnvironment } from './setup.mjs'

setUpPackages()
const ofTheOffice = ['office', 'audit', 'backup', 'restore', 'verify', 'upgrade']
const simulates = process.argv[2] === 'simulate'
const program = simulates
  ? 'apps/api/src/testing/simulation/simulate.process.ts'
  : ofTheOffice.includes(process.argv[2])
    ? 'apps/api/src/terminal/terminal.process.ts'
    : 'apps/cli/src/main.ts'
const result = spawnSync(node, [join(root, program), ...process.argv.slice(simulates ? 3 : 2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  env: toolEnvironment(),
  stdio: 'inherit',
})
process.exit(result.status ?? 1)
