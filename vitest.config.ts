import { createRequire } from 'node:module'
import { configDefaults, defineConfig } from 'vitest/config'
import { findPostgresPrograms } from './apps/api/src/testing/database-setup.ts'
import { putUseCasesBehindSecondWall } from './apps/api/src/testing/second-wall-plugin.ts'

const withPostgres = findPostgresPrograms() !== undefined
if (!withPostgres)
  console.warn('PostgreSQL server programs were not found: the API is tested on the embedded database only.')

/**
 * One more at a time than there are cores, since some wait now and then for a database or a program that they started. All projects are one
 * queue: a long file at the end of one keeps nobody of the next from beginning.
 */
const maxWorkers = 3

const api = (name: string, without: readonly string[] = []) => ({
  plugins: [putUseCasesBehindSecondWall()],
  // graphql's `module` build would be a second copy beside the one that Node gives to the libraries.
  resolve: {
    alias: [
      {
        find: /^graphql$/,
        replacement: createRequire(new URL('./apps/api/package.json', import.meta.url)).resolve('graphql'),
      },
    ],
  },
  test: {
    name,
    root: '.',
    // A rehearsal that serves the product belongs with it.
    include: ['apps/api/**/*.test.ts', 'prisma/**/*.test.ts', 'bench/restore/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...without],
    globalSetup: ['apps/api/src/testing/database-setup.ts'],
    setupFiles: ['apps/api/src/testing/ask-as-office.ts'],
    maxWorkers,
    // A worker loads the product once, as a server does, and serves one file after the other with it.
    isolate: false,
    // A busy machine is no finding; what hangs is.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})

/**
 * Where a server is found: limits of time are set at one alone, and the journeys in the browser stand on the embedded database, its demo
 * office, its sign-ins and filings with it. How money is billed, paid, posted and reconciled is asked of both, as are the platform and the contract.
 */
const notOfTheEmbedded = [
  'apps/api/src/black-hole.test.ts',
  'apps/api/src/storm.test.ts',
  'apps/api/src/testing/simulation/mirror-story.test.ts',
  'apps/api/src/rolling-restart.test.ts',
  'apps/api/src/operations/**',
  'apps/api/src/tracing.test.ts',
  'apps/api/src/faulty-network.test.ts',
  'apps/api/src/demo/demo-office.test.ts',
  'apps/api/src/export/**',
  'bench/restore/**',
  'apps/api/src/features/{register,filing,desk,office}/**',
  'apps/api/src/features/money/{policy,refund,back-payment,write-off,waiver,employer-lock,enforcement,fine}/**',
  // Long walks through what smaller tests beside them ask of both.
  'apps/api/src/features/money/payment/{payment,debit-agreement}.test.ts',
  'apps/api/src/features/money/reconciliation/reconciliation.test.ts',
  'apps/api/src/features/money/reconciliation/statement-control.test.ts',
  // What is printed, told and explained is made of rows that either database gives alike.
  'apps/api/src/features/money/**/print-*.test.ts',
  'apps/api/src/{telling,terminal}/**',
  'apps/api/src/{lifecycles,procedures}.test.ts',
  'apps/api/src/graphql/{derivation,fuzz,permissions,stale-decisions}.test.ts',
]
/** Killing and restarting the product is about the database that it brings along; the others ask the database nothing, or what it is does not matter. */
const notOfTheServer = [
  'prisma/seed/seed.test.ts',
  'apps/api/src/graphql/limits.test.ts',
  'apps/api/src/integration.test.ts',
  'apps/api/src/resilience.test.ts',
  'apps/api/src/disk-full.test.ts',
  'apps/api/src/parity.test.ts',
  'apps/api/src/testing/simulation/simulation.test.ts',
  'apps/api/src/features/money/reconciliation/reading/**',
  'apps/api/src/features/money/reconciliation/statement-control.property.test.ts',
]

export default defineConfig({
  test: {
    maxWorkers,
    projects: [
      {
        test: {
          name: 'packages',
          root: '.',
          include: [
            'packages/**/*.test.ts',
            'apps/cli/**/*.test.ts',
            'apps/sandbox-bank/**/*.test.ts',
            'scripts/**/*.test.ts',
            'bench/**/*.test.ts',
          ],
          exclude: [...configDefaults.exclude, 'bench/restore/**'],
          maxWorkers,
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        extends: './apps/web/vite.config.ts',
        test: {
          name: 'web',
          root: '.',
          include: ['apps/web/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          setupFiles: ['apps/web/src/shared/testing/patience.ts', 'apps/web/src/shared/testing/fresh-document.ts'],
          maxWorkers,
          // As below: one document for a worker, one file after the other in it.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      api('api', withPostgres ? notOfTheEmbedded : []),
      ...(withPostgres ? [api('api-postgres', notOfTheServer)] : []),
    ],
  },
})
