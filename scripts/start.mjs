// `npm start`: sets everything up and serves the product.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { endWithNpm } from './end-with-npm.mjs'
import { node, root, setUpPackages, setUpWeb, toolEnvironment } from './setup.mjs'

setUpPackages()
setUpWeb()

const server = spawn(node, [join(root, 'apps/api/src/main.ts')], {
  cwd: root,
  env: toolEnvironment(),
  stdio: 'inherit',
})
endWithNpm(server)
