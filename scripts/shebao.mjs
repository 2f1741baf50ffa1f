// `npm run -s shebao -- <command> …`: the terminal face of the rules. Set-up speaks on standard error only.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { node, root, setUpPackages, toolEnvironment } from './setup.mjs'

setUpPackages()
const result = spawnSync(node, [join(root, 'apps/cli/src/main.ts'), ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  env: toolEnvironment(),
  stdio: 'inherit',
})
process.exit(result.status ?? 1)
