import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const violations: [rule: string, file: string, code: string][] = [
  ['packages', 'packages/identifiers/src/a.ts', "import '@shebao/premium'"],
  ['packages', 'packages/premium/src/a.ts', "import '@shebao/roster'"],
  ['packages', 'packages/roster/src/a.ts', "export * from '@shebao/declaration-rules'"],
  ['packages', 'packages/declaration-rules/src/a.ts', "import 'node:fs'"],
  ['packages', 'packages/premium/src/a.ts', "import '../../../apps/api/src/server.ts'"],
  ['outside', 'packages/premium/src/a.ts', 'export const today = () => new Date()'],
  ['outside', 'packages/premium/src/a.ts', 'export const now = () => Date.now()'],
  ['outside', 'packages/roster/src/a.ts', "export const read = () => fetch('/x')"],
  ['outside', 'packages/identifiers/src/a.ts', 'export const home = () => process.env.HOME'],
  ['outside', 'apps/api/src/features/money/notice/a.ts', 'export const port = () => process.env.PORT'],
  ['web-and-api', 'apps/web/src/features/money/notice/a.ts', "import '../../../../../api/src/server.ts'"],
  ['web-and-api', 'apps/web/src/app/a.ts', "import '@shebao/prisma/client'"],
  ['web-and-api', 'apps/api/src/a.ts', "import '../../web/src/app/router.tsx'"],
  ['features', 'apps/api/src/features/money/notice/a.ts', "import '../payment'"],
  ['features', 'apps/api/src/features/billing/a.ts', "import './billing.repository.ts'"],
  ['features', 'apps/web/src/features/money/notice/a.ts', "import '../payment/payment-panel.tsx'"],
  ['features', 'apps/web/src/features/desk/home/a.ts', "import '../../money/notice/bill-page.tsx'"],
  ['features', 'apps/web/src/features/register/card/a.ts', "import '../../money/notice/index.ts'"],
  [
    'features',
    'apps/web/src/features/filing/review/a.ts',
    "export const page = () => import('../../desk/home/index.ts')",
  ],
  ['features', 'apps/web/src/features/money/notice/a.ts', "import '../../service/hotline/index.ts'"],
  ['features', 'apps/web/src/features/office/audit/a.ts', "import '../../register/employer/index.ts'"],
  ['features', 'apps/web/src/features/desk/home/a.ts', "import '../../office/session/index.ts'"],
  ['features', 'apps/web/src/features/billing/a.ts', "import './messages.ts'"],
  ['features', 'apps/api/src/features/register/card/a.ts', "import '../../money/notice/index.ts'"],
  ['features', 'apps/api/src/features/money/notice/a.ts', "import '../payment/payment.repository.ts'"],
  ['feature-index', 'apps/api/src/features/money/payment/index.ts', "export * from './payment.repository.ts'"],
  ['feature-index', 'apps/api/src/features/money/notice/index.ts', "export { a as b } from './read-notice.ts'"],
  ['feature-index', 'apps/web/src/features/money/payment/index.ts', "export * from './payment-panel.tsx'"],
  ['feature-index', 'apps/web/src/features/money/notice/index.ts', "export { a as b } from './bill-page.tsx'"],
  ['features', 'apps/api/src/platform/a.ts', "import '../features/money/notice/index.ts'"],
  ['features', 'apps/api/src/platform/a.ts', "import '../access/refusal.ts'"],
  ['features', 'apps/api/src/access/a.ts', "import '../case/take-step.ts'"],
  ['features', 'apps/api/src/case/a.ts', "import '../features/money/notice/index.ts'"],
  ['delivery', 'apps/api/src/features/money/refund/decide.ts', "import '../../../graphql/builder.ts'"],
  ['delivery', 'apps/api/src/features/money/refund/refund.repository.ts', "import '../../../http/context-of.ts'"],
  [
    'delivery',
    'apps/api/src/access/a.ts',
    "import type { Context } from '../graphql/context.ts'\nexport type A = Context",
  ],
  [
    'tables',
    'apps/api/src/features/money/notice/notice.repository.ts',
    "export const text = 'UPDATE refund SET status = $1'",
  ],
  [
    'tables',
    'apps/api/src/features/desk/home/home.repository.ts',
    'export const text = (id) => `SELECT id FROM card WHERE id = ${id}`',
  ],
  [
    'tables',
    'apps/api/src/features/money/run/run.repository.ts',
    'export const end = ({ database }) => database.prisma.writeOff.updateMany({})',
  ],
  [
    'tables',
    'apps/api/src/features/money/run/run.repository.ts',
    'export const all = ({ database }) => database.prisma.card.findMany()',
  ],
  ['features', 'apps/web/src/shared/ui/a.ts', "import '../../features/money/notice/bill-page.tsx'"],
  [
    'repositories',
    'apps/api/src/features/money/notice/pay.ts',
    'export const all = (platform) => platform.database.prisma.payment.findMany()',
  ],
  [
    'repositories',
    'apps/api/src/features/money/notice/pay.ts',
    "export const all = ({ database }) => database.query({ text: 'SELECT 1' })",
  ],
  ['repositories', 'apps/api/src/features/money/notice/pay.ts', "import pg from 'pg'\nexport default pg"],
]

const allowed: [file: string, code: string][] = [
  ['packages/declaration-rules/src/a.ts', "import '@shebao/identifiers'\nimport '@shebao/roster'"],
  ['apps/api/src/features/money/notice/a.ts', "import '../ledger/index.ts'\nimport './notice.repository.ts'"],
  ['apps/api/src/features/money/notice/a.schema.ts', "import '../../../graphql/builder.ts'"],
  [
    'apps/api/src/features/money/refund/a.repository.ts',
    "export const text = 'UPDATE refund SET status = $1 FROM statement'",
  ],
  ['apps/api/src/access/a.ts', "import '../platform/platform.ts'"],
  [
    'apps/api/src/features/money/notice/billing.repository.ts',
    'export const all = (platform) => platform.database.prisma.payment.findMany()',
  ],
  ['apps/web/src/app/router.ts', "import '../features/money/notice/routes.tsx'"],
  [
    'apps/web/src/features/desk/home/a.ts',
    "import '../../money/notice/index.ts'\nimport '../record/index.ts'\nimport './due-list.tsx'",
  ],
  ['apps/web/src/features/desk/home/a.test.ts', "import '../../office/session/viewer.ts'"],
  ['apps/web/src/features/filing/comparison/index.ts', "export { a } from './a.ts'\nexport type { B } from './b.ts'"],
  ['packages/premium/src/a.ts', "export const parse = (text) => new Date(text + 'T00:00:00Z')"],
]

/** Types alone make a circle too. */
const circle = {
  'packages/kernel/src/hen.ts': "import type { Egg } from './egg.ts'\nexport interface Hen { laid: Egg }",
  'packages/kernel/src/egg.ts': "import type { Hen } from './hen.ts'\nexport interface Egg { layer: Hen }",
}

let workspace: string
/** What the linter found: a boundary rule and the file that breaks it. */
let broken: string[]
let judged: number

/**
 * A place of its own for every case: `…/pay.ts` of the third is `…/pay-3.ts`; an index.ts keeps its name in a folder of its
 * own. One run of the linter judges them all.
 */
const placed = (file: string, number: number) =>
  file.replace(/(?=\/index\.ts$)|(?<!\/index)(?=(\.repository|\.schema|\.test)?\.ts$)/, `-${number}`)
const cases = [
  ...violations.map(([, file, code]) => ({ file, code })),
  ...allowed.map(([file, code]) => ({ file, code })),
]

beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), 'shebao-lint-'))
  cpSync(join(root, '.oxlintrc.json'), join(workspace, '.oxlintrc.json'))
  cpSync(join(root, 'scripts/lint'), join(workspace, 'scripts/lint'), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(workspace, 'node_modules'))
  for (const [number, { file, code }] of cases.entries()) {
    const path = join(workspace, placed(file, number))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, code)
  }
  for (const [file, code] of Object.entries(circle)) {
    mkdirSync(dirname(join(workspace, file)), { recursive: true })
    writeFileSync(join(workspace, file), code)
  }
  const { stdout } = spawnSync(
    join(root, 'node_modules/.bin/node'),
    [join(root, 'node_modules/oxlint/bin/oxlint'), '--format=json', 'apps', 'packages'],
    { cwd: workspace, encoding: 'utf8' },
  )
  const answer = JSON.parse(stdout) as { diagnostics: { filename: string; code: string }[]; number_of_files: number }
  judged = answer.number_of_files
  broken = answer.diagnostics.map(({ code, filename }) => `${code} ${filename}`)
})
afterAll(() => rmSync(workspace, { recursive: true, force: true }))

it('judges every case', () => {
  expect(judged).toBe(cases.length + Object.keys(circle).length)
})

it.each(Object.keys(circle))('refuses the circle that %s is in', (file) => {
  expect(broken).toContain(`import(no-cycle) ${file}`)
})

it.each(violations.map((violation, number) => [...violation, number] as const))(
  'refuses shebao(%s) in %s: %s',
  (rule, file, _code, number) => {
    expect(broken).toContain(`shebao(${rule}) ${placed(file, number)}`)
  },
)

it.each(allowed.map((one, number) => [...one, violations.length + number] as const))(
  'lets %s do what it is for',
  (file, _code, number) => {
    expect(broken.filter((found) => found.startsWith('shebao(') && found.endsWith(placed(file, number)))).toEqual([])
  },
)
