// `npm start`: sets everything up and serves the product.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { node, root, setUpPackages, setUpWeb, toolEnvironment } from './setup.mjs'

setUpPackages()
setUpWeb()

const server = spawn(node, [join(root, 'apps/api/src/main.ts')], {
  cwd: root,
  env: toolEnvironment(),
  stdio: 'inherit',
})
// Ctrl-C reaches the whole group already; a SIGTERM sent to this process alone has to be passed on.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => server.kill('SIGTERM'))
// npm hands a SIGTERM to its shell, which ends without handing it on: whoever waited for this process is gone then.
if (process.env.npm_lifecycle_event === 'start') {
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && server.kill('SIGTERM'), 500).unref()
}
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
