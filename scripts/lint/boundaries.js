// The directions of imports in this workspace as lint rules (docs/architecture.md draws them). One plugin with real
// path resolution instead of a page of glob patterns; boundaries.test.ts breaks each rule once.
import { dirname, relative, resolve, sep } from 'node:path'
import { tableOwners } from './table-owners.ts'

const packageDirections = {
  kernel: [],
  identifiers: ['kernel'],
  case: ['kernel'],
  premium: ['kernel', 'identifiers'],
  roster: ['kernel', 'identifiers'],
  'declaration-rules': ['kernel', 'identifiers', 'case', 'premium', 'roster'],
  hotline: ['kernel'],
  intake: ['kernel', 'identifiers', 'case', 'premium', 'roster', 'declaration-rules'],
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
    return `packages/${name} may not import ${other}: imports go kernel ← identifiers, case, hotline ← premium, roster ← declaration-rules ← intake.`
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

/** The wings of the features, each above those before it; `office` stands beside them and knows no other wing. */
const wings = ['register', 'money', 'filing', 'service', 'desk']
const beside = 'office'

/** The application, wing and feature that a path lies in. */
function featureOf(path) {
  const [, app, rest] = /^apps\/(api|web)\/src\/features\/(.+)$/.exec(path) ?? []
  if (!app) return undefined
  const [first, ...inside] = rest.split('/')
  const wing = wings.includes(first) || first === beside ? first : undefined
  if (!wing) return { app, name: first, inside: inside.join('/') }
  return { app, wing, name: `${wing}/${inside[0]}`, inside: inside.slice(1).join('/') }
}

function seesWing(own, other) {
  if (own === other) return true
  return own !== beside && other !== beside && wings.indexOf(other) < wings.indexOf(own)
}

/** The floors of the API below and with the features; `graphql/` and `http/` deliver and are ruled by `delivery`. */
const floors = ['platform', 'access', 'telling', 'case', 'features']

function floorOf(path) {
  return floors.indexOf(/^apps\/api\/src\/([^/]+)\//.exec(path)?.[1])
}

/** Schemas, their shared types and routes deliver; what they call does not know how it is delivered. */
const delivers = /(\.schema|\.routes?|-type)\.ts$/

const delivery = createRule((file, target) => {
  if (floorOf(file) < 1 || isTest(file) || delivers.test(file)) return undefined
  if (!/^apps\/api\/src\/(graphql|http)\//.test(target)) return undefined
  return 'A use case does not know its delivery: only *.schema.ts, *-type.ts and *.route.ts import graphql/ and http/.'
})

const features = createRule((file, target) => {
  const own = featureOf(file)
  const other = featureOf(target)
  if (own && !own.wing) return `A feature stands in a wing: ${[...wings, beside].join(', ')}.`
  if (own && other && own.app === other.app && own.name !== other.name && !isTest(file)) {
    if (own.wing && other.wing && !seesWing(own.wing, other.wing)) {
      return `${own.wing} may not import ${other.wing}: wings go ${wings.join(' ← ')}, ${beside} beside.`
    }
    if (other.inside !== 'index.ts') {
      return `Use the public service apps/${other.app}/src/features/${other.name}/index.ts.`
    }
  }
  const [below, above] = [floorOf(file), floorOf(target)]
  if (below !== -1 && above > below && !isTest(file)) {
    return `${floors[below]} does not know ${floors[above]}: ${floors.join(' ← ')}.`
  }
  if (file.startsWith('apps/web/src/shared/') && /^apps\/web\/src\/(features|app)\//.test(target)) {
    return 'Shared parts do not know the features.'
  }
  return undefined
})

/** What a feature's index.ts gives away keeps the name it has inside, and is named one by one. */
const featureIndex = {
  create(context) {
    const own = featureOf(place(context.filename, context.cwd))
    if (own?.inside !== 'index.ts') return {}
    const word = (node) => node.name ?? node.value
    return {
      ExportAllDeclaration(node) {
        context.report({ node, message: 'A feature names each of its exports.' })
      },
      ExportSpecifier(node) {
        if (word(node.local) !== word(node.exported)) {
          context.report({ node, message: 'An export keeps its name on the way.' })
        }
      },
    }
  },
}

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

const written = /\b(?:INSERT INTO|UPDATE|DELETE FROM|TRUNCATE(?: TABLE)?)\s+(?:ONLY\s+)?(\w+)/g
const read = /(?<!DELETE )\b(?:FROM|JOIN|USING)\s+(?:ONLY\s+)?(\w+)/g
const writingMethods = /^(create|update|upsert|delete)/

/** The room of the API that a file stands in: `money/refund` of a feature, else the folder or file below src. */
function roomOf(file) {
  const feature = featureOf(file)
  if (feature?.app === 'api') return feature.name
  return /^apps\/api\/src\/([^/]+)/.exec(file)?.[1]
}

/** A table has one owner, which alone writes it; whoever else reads it is named in table-owners.ts. */
const tables = {
  create(context) {
    const file = place(context.filename, context.cwd)
    const room = roomOf(file)
    if (!room || isTest(file)) return {}
    const check = (node, table, writes) => {
      const entry = tableOwners[table]
      if (!entry || entry.owner === room) return
      if (writes) context.report({ node, message: `Only ${entry.owner} writes ${table}.` })
      else if (!entry.readBy.includes(room)) {
        context.report({
          node,
          message: `${room} is not among the readers of ${table} (scripts/lint/table-owners.ts).`,
        })
      }
    }
    const inText = (node, text) => {
      for (const [, table] of text.matchAll(written)) check(node, table, true)
      for (const [, table] of text.matchAll(read)) check(node, table, false)
    }
    return {
      Literal: (node) => typeof node.value === 'string' && inText(node, node.value),
      TemplateLiteral: (node) => inText(node, node.quasis.map(({ value }) => value.raw).join(' ')),
      MemberExpression(node) {
        const model = node.object.type === 'MemberExpression' ? node.object : undefined
        const client = model?.object.property?.name ?? model?.object.name
        if (client !== 'prisma' || !node.property?.name || !model.property?.name) return
        const table = model.property.name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
        check(node, table, writingMethods.test(node.property.name))
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
  rules: {
    packages,
    'web-and-api': webAndApi,
    features,
    'feature-index': featureIndex,
    delivery,
    repositories,
    tables,
    outside,
  },
}
