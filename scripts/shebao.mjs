// `npm run -s shebao -- <command> …`: the terminal face of the rules and, for the commands that need its database, of the office. `simulate` and `faults` are
// what docs/faults.md says.
// Set-up speaks on standard error only.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { node, root, setUpPackages, toolEnvironment } from './setup.mjs'

setUpPackages()
const ofTheOffice = ['alerts', 'office', 'audit', 'keys', 'backup', 'restore', 'verify', 'upgrade', 'export', 'import']
const ofTheTests = {
  simulate: 'apps/api/src/testing/simulation/simulate.process.ts',
  faults: 'apps/api/src/testing/faults/faults.process.ts',
}
const [command = '', ...rest] = process.argv.slice(2)
const test = Object.hasOwn(ofTheTests, command) ? ofTheTests[command] : undefined
const program =
  test ?? (ofTheOffice.includes(command) ? 'apps/api/src/terminal/terminal.process.ts' : 'apps/cli/src/main.ts')
const result = spawnSync(node, [join(root, program), ...(test ? rest : process.argv.slice(2))], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  env: toolEnvironment(),
  stdio: 'inherit',
})
process.exit(result.status ?? 1)
