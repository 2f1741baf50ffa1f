// The directions of imports in this workspace as lint rules (docs/architecture.md draws them). One plugin with real
// path resolution instead of a page of glob patterns; boundaries.test.ts breaks each rule once.
import { dirname, relative, resolve, sep } from 'node:path'

const packageDirections = {
  identifiers: [],
  premium: ['identifiers'],
  roster: ['identifiers', 'premium'],
  'declaration-rules': ['identifiers', 'premium', 'roster'],
}
const rulePackages = Object.keys(packageDirections)
const outsideGlobals = new Set([
  'process',
  'fetch',
  'window',
  'document',
  'localStorage',
  'XMLHttpRequest',
  'navigator',
])

/** Path below the workspace with forward slashes; the workspace is the folder that holds apps/ and packages/. */
function place(filename, cwd) {
  return relative(cwd, filename).split(sep).join('/')
}

function imported(source, file, cwd) {
  return source.startsWith('.') ? place(resolve(cwd, dirname(file), source), cwd) : source
}

/** Calls `check` with every module that the file names: imports, re-exports and dynamic imports. */
function onImports(context, check) {
  const report = (node, source) => {
    if (!source || typeof source.value !== 'string') return
    const message = check(source.value)
    if (message) context.report({ node, message })
  }
  return {
    ImportDeclaration: (node) => report(node, node.source),
    ExportNamedDeclaration: (node) => report(node, node.source),
    ExportAllDeclaration: (node) => report(node, node.source),
    ImportExpression: (node) => report(node, node.source),
  }
}

function createRule(check) {
  return {
    create(context) {
      const cwd = context.cwd
      const file = place(context.filename, cwd)
      return onImports(context, (source) => check(file, imported(source, file, cwd), source))
    },
  }
}

const isTest = (file) => /\.test\.tsx?$/.test(file) || file.includes('/testing/')

const packages = createRule((file, target, source) => {
  const name = /^packages\/([^/]+)\//.exec(file)?.[1]
  if (!name || !rulePackages.includes(name) || isTest(file)) return undefined
  if (source.startsWith('node:')) return `packages/${name} may not touch the machine: ${source}.`
  const other = /^@shebao\/([^/]+)/.exec(source)?.[1] ?? /^(?:packages|apps)\/([^/]+)/.exec(target)?.[1]
  if (other && other !== name && !packageDirections[name].includes(other)) {
    return `packages/${name} may not import ${other}: imports go identifiers ← premium, roster ← declaration-rules.`
  }
  return undefined
})

const webAndApi = createRule((file, target, source) => {
  if (
    file.startsWith('apps/web/src/') &&
    (/^apps\/(?!web\/)/.test(target) || /^@shebao\/(api|prisma|cli)/.test(source) || source.startsWith('node:'))
  ) {
    return 'apps/web meets the API only in schema.graphql and the packages.'
  }
  if (file.startsWith('apps/api/') && (target.startsWith('apps/web/') || source.startsWith('@shebao/web'))) {
    return 'apps/api may not import the web application.'
  }
  return undefined
})

const features = createRule((file, target) => {
  const own = /^(apps\/(?:api|web)\/src\/features\/[^/]+)\//.exec(file)?.[1]
  const other = /^(apps\/(?:api|web)\/src\/features\/[^/]+)(\/.*)?$/.exec(target)
  if (own && other && other[1] !== own) {
    if (own.startsWith('apps/web/')) return 'Web features meet in apps/web/src/app, not in each other.'
    const inside = other[2] ?? ''
    if (inside !== '' && inside !== '/index.ts' && !isTest(file)) return `Use the public service ${other[1]}/index.ts.`
  }
  if (file.startsWith('apps/api/src/platform/') && target.startsWith('apps/api/src/features/')) {
    return 'The platform does not know the features.'
  }
  if (file.startsWith('apps/web/src/shared/') && /^apps\/web\/src\/(features|app)\//.test(target)) {
    return 'Shared parts do not know the features.'
  }
  return undefined
})

const repositories = {
  create(context) {
    const file = place(context.filename, context.cwd)
    const guarded = file.startsWith('apps/api/src/features/') && !file.endsWith('.repository.ts') && !isTest(file)
    if (!guarded) return {}
    return {
      MemberExpression(node) {
        const onDatabase = node.object.type === 'MemberExpression' ? node.object.property?.name : node.object.name
        if (onDatabase === 'database' && ['prisma', 'query'].includes(node.property?.name)) {
          context.report({ node, message: 'Only a *.repository.ts touches Prisma or SQL.' })
        }
      },
      ImportDeclaration(node) {
        if (/^(@prisma\/|@shebao\/prisma|pg$)/.test(node.source.value)) {
          context.report({ node, message: 'Only a *.repository.ts touches Prisma or SQL.' })
        }
      },
    }
  },
}

const outside = {
  create(context) {
    const file = place(context.filename, context.cwd)
    const inPackage = rulePackages.some((name) => file.startsWith(`packages/${name}/`)) && !isTest(file)
    const mayReadEnvironment =
      file === 'apps/api/src/platform/environment.ts' || !file.startsWith('apps/api/src/') || isTest(file)
    return {
      MemberExpression(node) {
        const [object, property] = [node.object.name, node.property?.name]
        if (object === 'process' && property === 'env' && !mayReadEnvironment) {
          context.report({ node, message: 'Only platform/environment.ts reads process.env.' })
        }
        if (inPackage && outsideGlobals.has(object)) {
          context.report({ node, message: `A package may not read ${object}.` })
        }
        if (inPackage && object === 'Date' && property === 'now') {
          context.report({ node, message: 'A package is handed today; it never reads the clock.' })
        }
      },
      NewExpression(node) {
        if (inPackage && node.callee.name === 'Date' && node.arguments.length === 0) {
          context.report({ node, message: 'A package is handed today; it never reads the clock.' })
        }
      },
      CallExpression(node) {
        if (inPackage && outsideGlobals.has(node.callee.name)) {
          context.report({ node, message: `A package may not call ${node.callee.name}.` })
        }
      },
    }
  },
}

export default {
  meta: { name: 'shebao' },
  rules: { packages, 'web-and-api': webAndApi, features, repositories, outside },
}
