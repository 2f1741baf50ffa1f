// `npm run bench [name …]`: what is fast, against what, as ratios of one run.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { node, root, setUpPackages, setUpWeb, toolEnvironment } from './setup.mjs'

setUpPackages()
setUpWeb()
const result = spawnSync(node, ['--expose-gc', join(root, 'bench/run.ts'), ...process.argv.slice(2)], {
  cwd: root,
  env: toolEnvironment(),
  stdio: 'inherit',
})
process.exit(result.status ?? 1)
