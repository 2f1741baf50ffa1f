import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { filesOf } from './first-pages.ts'
import { questionsIn } from './first-questions.ts'

/** The page that opens without a network, and what a browser must have for it. */
const page = '/kept-record'
const modules = ['app/visitor-frame.tsx', 'features/desk/record/kept-record-page.tsx']

export interface Shell {
  /** Another for every build. */
  name: string
  page: string
  /** Stands in the page of this build, and of no other. */
  entry: string
  files: readonly string[]
}

/** The worker of one build: what it keeps, then what it does. */
export function workerOf(shell: Shell): string {
  const does = readFileSync(join(import.meta.dirname, 'service-worker.js'), 'utf8')
  return `const shell = ${JSON.stringify(shell)}\n${does}`
}

/** Writes `service-worker.js` beside the build. */
export const keepShell = (): Plugin => ({
  name: 'shebao-kept-shell',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const files = [...questionsIn(bundle), ...filesOf(bundle, modules)].map((file) => `/${file}`)
      const entry = Object.values(bundle).find((piece) => piece.type === 'chunk' && piece.isEntry)?.fileName
      if (entry === undefined) throw new Error('The build has no entry.')
      const name = createHash('sha256').update(Object.keys(bundle).toSorted().join()).digest('hex').slice(0, 16)
      this.emitFile({
        type: 'asset',
        fileName: 'service-worker.js',
        source: workerOf({ name, page, entry, files }),
      })
    },
  },
})
