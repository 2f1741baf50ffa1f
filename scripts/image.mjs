// `node scripts/image.mjs`: builds the container image with whatever builder is here and tries it. Skipped, and said why, without a
// builder or where the base image cannot be had. Not a part of `npm test`: it takes minutes.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './setup.mjs'

const image = 'shebao'
const containerfile = join(root, 'deploy', 'Containerfile')
const bases = [...new Set([...readFileSync(containerfile, 'utf8').matchAll(/^FROM (\S+)/gm)].map(([, name]) => name))]
const unfit = 78

const call = (command, args, stdio = 'inherit') => spawnSync(command, args, { cwd: root, stdio })
const works = (command, args) => call(command, args, 'ignore').status === 0

/** How each builder has an image, builds one, and runs a command in it. */
const builders = {
  podman: {
    has: (name) => works('podman', ['image', 'exists', name]) || works('podman', ['pull', '-q', name]),
    build: () => call('podman', ['build', '-f', containerfile, '-t', image, '.']),
    run: (env, command) => call('podman', ['run', '--rm', ...env.flatMap((one) => ['-e', one]), image, ...command]),
  },
  docker: {
    has: (name) => works('docker', ['image', 'inspect', name]) || works('docker', ['pull', '-q', name]),
    build: () => call('docker', ['build', '-f', containerfile, '-t', image, '.']),
    run: (env, command) => call('docker', ['run', '--rm', ...env.flatMap((one) => ['-e', one]), image, ...command]),
  },
  buildah: {
    has: (name) => works('buildah', ['inspect', '--type', 'image', name]) || works('buildah', ['pull', '-q', name]),
    build: () => call('buildah', ['bud', '--pull-never', '-f', containerfile, '-t', image, '.']),
    run(env, command) {
      const made = spawnSync('buildah', ['from', '--pull-never', `localhost/${image}`], { encoding: 'utf8' })
      const container = made.stdout.trim()
      const result = call('buildah', [
        'run',
        '--user',
        '10001',
        ...env.flatMap((one) => ['-e', one]),
        container,
        '--',
        ...command,
      ])
      call('buildah', ['rm', container], 'ignore')
      return result
    },
  },
}

const name = Object.keys(builders).find((one) => works(one, ['info']))
if (!name) skip('no builder of images works here (podman, docker or buildah)')
const builder = builders[name]
const missing = bases.find((base) => !builder.has(base))
if (missing) skip(`${name} cannot get the base image ${missing}`)

console.log(`› Building with ${name}`)
expect(builder.build(), 0, 'The image is built')
expect(builder.run([], ['node', 'apps/api/src/main.ts']), unfit, 'Without settings it says what is missing')
const office = {
  region: '110000',
  'name-zh': '示例区社会保险中心',
  'name-en': 'Example Centre',
  'address-zh': '示范路1号',
  'address-en': '1 Example Road',
  phone: '010-12345678',
  seal: '示例区社会保险中心业务专用章',
  'payee-number': '1100600000000777',
  'payee-name': '社会保险基金收入户',
  'payee-bank': '示例银行',
  'admin-no': 'HEAD01',
  'admin-name': '林主任',
}
const options = Object.entries(office).map(([option, value]) => `'--${option}=${value}'`)
expect(
  builder.run([], ['sh', '-c', `shebao office create ${options.join(' ')} && shebao verify`]),
  0,
  'An office is made in it and verified',
)

function skip(why) {
  console.log(`Skipped: ${why}.`)
  process.exit(0)
}

function expect({ status }, wanted, what) {
  console.log(`${status === wanted ? '✓' : '✗'} ${what}${status === wanted ? '' : ` (exit code ${status})`}`)
  if (status !== wanted) process.exit(1)
}
