// Everything a fresh machine needs, with nothing but Node >= 20 and npm. Each step remembers what it was made from
// and is skipped while that has not changed, so that a second start takes seconds.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const pnpmVersion = '12.21.0'
const stamps = join(root, 'node_modules', '.shebao')
const bin = join(root, 'node_modules', '.bin')

/** The Node that everything runs on: the one the workspace pins, whatever started this script. */
export const node = join(bin, process.platform === 'win32' ? 'node.cmd' : 'node')

/** The environment in which the workspace's own tools come first. */
export function toolEnvironment(extra = {}) {
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, ...extra }
}

/** Runs a tool and ends this process with a plain message when it fails. */
export function run(title, command, args, options = {}) {
  const quiet = options.quiet ?? false
  if (!quiet) console.error(`› ${title}`)
  const result = spawnSync(command, args, {
    cwd: options.cwd ?? root,
    env: toolEnvironment(options.env),
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', process.stderr, process.stderr],
    encoding: 'utf8',
  })
  if (result.status === 0) return
  if (quiet) console.error(result.stdout, result.stderr)
  console.error(`✗ ${title} failed${result.error ? `: ${result.error.message}` : ''}.`)
  process.exit(result.status ?? 1)
}

/** Packages, Node 24, database client: enough for the API, the command line and the tests. */
export function setUpPackages() {
  const manifests = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml']
  once(
    'packages',
    [...manifests.map((file) => join(root, file)), process.platform, process.arch],
    existsSync(node),
    () => {
      run(
        'Installing packages (the first time takes a minute)',
        'npx',
        ['--yes', `pnpm@${pnpmVersion}`, 'install', '--frozen-lockfile'],
        { env: { CI: 'true' } },
      )
    },
  )
  const generated = join(root, 'prisma', 'generated', 'client.ts')
  once('prisma', [join(root, 'prisma', 'schema.prisma'), join(root, 'pnpm-lock.yaml')], existsSync(generated), () => {
    // The client generator asks for a schema engine that it does not use; naming any program keeps it off the network.
    run('Generating the database client', node, [prismaCommand(), 'generate'], {
      cwd: join(root, 'prisma'),
      env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
      quiet: true,
    })
  })
}

/** Typed GraphQL documents of the web application. */
export function setUpDocuments() {
  const web = join(root, 'apps', 'web')
  const sources = [
    join(root, 'apps', 'api', 'schema.graphql'),
    join(web, 'codegen.ts'),
    join(web, 'codegen-operations.ts'),
    join(web, 'codegen-possible-types.ts'),
    join(root, 'pnpm-lock.yaml'),
    ...filesBelow(join(web, 'src')).filter((file) => file.endsWith('.graphql')),
  ]
  const made = filesBelow(join(web, 'src')).some((file) => file.endsWith('.generated.ts'))
  once('documents', sources, made, () => {
    run(
      'Typing the GraphQL documents',
      node,
      [join(web, 'node_modules', '@graphql-codegen', 'cli', 'esm', 'bin.js'), '--config', 'codegen.ts'],
      {
        cwd: web,
        quiet: true,
      },
    )
  })
}

/** The web application as the server delivers it. */
export function setUpWeb() {
  setUpDocuments()
  const web = join(root, 'apps', 'web')
  const sources = [
    join(root, 'pnpm-lock.yaml'),
    // What says how it is built lies beside it.
    ...readdirSync(web)
      .filter((name) => /\.(ts|js|html)$/.test(name))
      .map((name) => join(web, name)),
    ...filesBelow(join(web, 'src')),
    ...filesBelow(join(web, 'public')),
    ...readdirSync(join(root, 'packages')).flatMap((name) => filesBelow(join(root, 'packages', name, 'src'))),
  ].filter((file) => !/\.(generated|test)\.tsx?$/.test(file))
  once('web', sources, existsSync(join(web, 'dist', 'index.html')), () => {
    run('Building the web application', node, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build'], {
      cwd: web,
      quiet: true,
    })
  })
}

function prismaCommand() {
  return join(root, 'prisma', 'node_modules', 'prisma', 'build', 'index.js')
}

function once(name, inputs, made, work) {
  const hash = createHash('sha256')
  for (const input of inputs) {
    hash.update(input.startsWith(root) ? input.slice(root.length) : input)
    if (existsSync(input)) hash.update(readFileSync(input))
  }
  const digest = hash.digest('hex')
  const stamp = join(stamps, name)
  if (made && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  work()
  mkdirSync(stamps, { recursive: true })
  writeFileSync(stamp, digest)
}

function filesBelow(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      if (name === 'node_modules' || name === 'dist') return []
      const path = join(folder, name)
      return statSync(path).isDirectory() ? filesBelow(path) : [path]
    })
}
