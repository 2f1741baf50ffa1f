// `npm run restore-rehearsal`: a PostgreSQL server with an archive of its log, harmed under load and restored to a moment.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { node, root, setUpPackages, toolEnvironment } from './setup.mjs'

setUpPackages()
const child = spawn(node, [join(root, 'bench/restore/rehearse.ts'), ...process.argv.slice(2)], {
  cwd: root,
  env: toolEnvironment(),
  stdio: 'inherit',
})
// It stops everything it started; this one waits for that.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.once('exit', (code) => process.exit(code ?? 1))
