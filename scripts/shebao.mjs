// `npm run -s shebao -- <command> …`: the terminal face of the rules and, for the commands that need its database, of the office.
// Set-up speaks on standard error only.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { node, root, setUpPackages, toolEnvironment } from './setup.mjs'

setUpPackages()
const ofTheOffice = ['office', 'audit', 'backup', 'restore', 'verify', 'upgrade']
const program = ofTheOffice.includes(process.argv[2])
  ? 'apps/api/src/terminal/terminal.process.ts'
  : 'apps/cli/src/main.ts'
const result = spawnSync(node, [join(root, program), ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  env: toolEnvironment(),
  stdio: 'inherit',
})
process.exit(result.status ?? 1)
