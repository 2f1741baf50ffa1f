// `npm run screens [name …]`: a picture of every page, or of those whose name holds one of the words, in screens/.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { node, root, setUpPackages, setUpWeb, toolEnvironment } from './setup.mjs'

setUpPackages()
setUpWeb()
const result = spawnSync(node, [join(root, 'e2e/screens.ts'), ...process.argv.slice(2)], {
  cwd: root,
  env: toolEnvironment(),
  stdio: 'inherit',
})
process.exit(result.status ?? 1)
