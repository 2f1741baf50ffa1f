import type { Plugin } from 'vite'
import { questionsIn } from './first-questions.ts'

interface FirstPage {
  /** The address; `:id` stands for any one part of it. */
  path: string
  /** What a browser must have before the page shows, besides the entry: its frame, its guard, itself. */
  modules: readonly string[]
  /** Most that may travel for it, compressed, in kB: a little above what it weighs. */
  limit: number
}

const visitor = ['app/visitor-frame.tsx']
const signedIn = (frame: string) => [
  'app/connected.tsx',
  'app/guards.ts',
  `app/${frame}-features.ts`,
  `app/${frame}-frame.tsx`,
]

/** Every page that people open first, and those in which they then work. The aim is 170 kB (docs/performance.md). */
export const firstPages: readonly FirstPage[] = [
  { path: '/', modules: [...visitor, 'features/desk/welcome/welcome-page.tsx'], limit: 104 },
  { path: '/sign-in/:kind', modules: [...visitor, 'features/office/session/sign-in-page.tsx'], limit: 120 },
  { path: '/calculator', modules: [...visitor, 'features/money/calculator/calculator-page.tsx'], limit: 129 },
  { path: '/verify', modules: [...visitor, 'features/desk/verify/verify-page.tsx'], limit: 127 },
  { path: '/employer', modules: [...signedIn('employer'), 'features/desk/home/home-page.tsx'], limit: 146 },
  {
    path: '/employer/inspection',
    modules: [...signedIn('employer'), 'features/filing/inspection/inspection-page.tsx'],
    limit: 151,
  },
  {
    path: '/employer/inspection/unit/:section',
    modules: [
      ...signedIn('employer'),
      'features/filing/inspection/unit-section-page.tsx',
      // What was typed and not saved is looked up before the first field stands.
      'shared/drafts/shelf.ts',
    ],
    limit: 170,
  },
  {
    path: '/employer/inspection/personnel',
    modules: [...signedIn('employer'), 'features/filing/personnel/personnel-page.tsx'],
    limit: 168,
  },
  {
    path: '/employer/monthly',
    modules: [...signedIn('employer'), 'features/filing/monthly/monthly-page.tsx'],
    limit: 148,
  },
  { path: '/me', modules: [...signedIn('insured'), 'features/desk/record/home-page.tsx'], limit: 132 },
  { path: '/me/record', modules: [...signedIn('insured'), 'features/desk/record/record-page.tsx'], limit: 135 },
  { path: '/staff', modules: [...signedIn('staff'), 'features/desk/queue/work-page.tsx'], limit: 166 },
  {
    path: '/staff/declarations/:id',
    modules: [...signedIn('staff'), 'features/filing/review/review-page.tsx'],
    limit: 163,
  },
]

interface Piece {
  type: string
  imports?: readonly string[]
  facadeModuleId?: string | null
  /** A page may lie in a file with others. */
  moduleIds?: readonly string[]
  isEntry?: boolean
  viteMetadata?: { importedCss: ReadonlySet<string> }
}

/** The files of a page in the order in which they are needed: what the entry and its own modules import, to the end. */
export function filesOf(bundle: Readonly<Record<string, Piece>>, modules: readonly string[]): string[] {
  const files = new Set<string>()
  const visit = (file: string) => {
    const piece = bundle[file]
    if (!piece || files.has(file)) return
    files.add(file)
    for (const style of piece.viteMetadata?.importedCss ?? []) files.add(style)
    for (const next of piece.imports ?? []) visit(next)
  }
  const find = (holds: (piece: Piece) => boolean, what: string) => {
    const found = Object.keys(bundle).filter((file) => holds(bundle[file] ?? { type: '' }))
    if (found.length === 0) throw new Error(`The build has no ${what}.`)
    for (const file of found) visit(file)
  }
  find(({ isEntry }) => isEntry === true, 'entry')
  for (const module of modules)
    find(
      ({ facadeModuleId, moduleIds = [] }) =>
        [facadeModuleId, ...moduleIds].some((id) => id?.endsWith(`/src/${module}`)),
      module,
    )
  return [...files]
}

/**
 * Writes `first-pages.json` beside the build: what each of these pages consists of. The server names it to the browser with the
 * page, so that nothing is found out one file after the other; the benchmarks weigh it.
 */
export const listFirstPages = (): Plugin => ({
  name: 'shebao-first-pages',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const pages = firstPages.map(({ path, modules, limit }) => ({
        path,
        limit,
        files: [...questionsIn(bundle), ...filesOf(bundle, modules)],
      }))
      this.emitFile({ type: 'asset', fileName: 'first-pages.json', source: JSON.stringify(pages) })
    },
  },
})
