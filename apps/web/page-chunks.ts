import type { Rolldown, UserConfig } from 'vite'
import { build } from 'vite'
import { filesOf, firstPages } from './first-pages.ts'

/** Fewer bytes than this are not worth a file of their own: each file is compressed alone. */
const smallest = 8000

/** The modules that the same first pages need, and the other shares that they import. */
export interface Share {
  pages: readonly number[]
  modules: readonly string[]
  size: number
  imports: ReadonlySet<string>
}

/** By the numbers of the pages. */
export type Shares = ReadonlyMap<string, Share>

/** What each first page needs, once everything that nobody uses is shaken off. */
function sharesOf(bundle: Readonly<Record<string, Rolldown.OutputAsset | Rolldown.OutputChunk>>): Shares {
  const pagesOfFile = new Map<string, number[]>()
  for (const [page, { modules }] of firstPages.entries())
    for (const file of filesOf(bundle, modules)) pagesOfFile.set(file, [...(pagesOfFile.get(file) ?? []), page])
  const shares = new Map<string, Share>()
  for (const [file, pages] of pagesOfFile) {
    const chunk = bundle[file]
    if (chunk?.type !== 'chunk') continue
    // The entry stays a file: the page names it. Pages and frames go along with what they alone need: each file costs a phone a way there and back.
    const modules = Object.keys(chunk.modules).filter((id) => !id.endsWith('/src/main.tsx'))
    const before = shares.get(pages.join('-'))
    shares.set(pages.join('-'), {
      pages,
      modules: [...(before?.modules ?? []), ...modules],
      size: modules.reduce((sum, id) => sum + (chunk.modules[id]?.renderedLength ?? 0), before?.size ?? 0),
      imports: new Set([
        ...(before?.imports ?? []),
        ...chunk.imports.map((name) => (pagesOfFile.get(name) ?? []).join('-')),
      ]),
    })
  }
  return shares
}

/** What others load for nothing, against the file that its own pages are spared. */
const isWorth = ({ size, pages }: Share, larger: Share, least: number) =>
  size * (larger.pages.length - pages.length) <= least * pages.length

const holds = (larger: Share, smaller: Share) => smaller.pages.every((page) => larger.pages.includes(page))

/**
 * A small share goes to the next larger one, where it brings nothing along that the other pages of that one do not load already.
 * So a share imports only shares of more pages, and there is no circle.
 */
export function joinSmall(shares: Shares, least: number): Shares {
  const joined = new Map(shares)
  const now = new Map([...shares.keys()].map((name) => [name, name]))
  const imported = ({ imports }: Share) => [...imports].map((name) => now.get(name) ?? name)
  for (const [name, { size: before }] of [...shares].toSorted(([, a], [, b]) => a.size - b.size)) {
    const share = joined.get(name)
    if (!share || before >= least || share.size >= least || share.pages.length < 2) continue
    const host = [...joined]
      .filter(([other, larger]) => other !== name && holds(larger, share) && isWorth(share, larger, least))
      .toSorted(([, a], [, b]) => a.pages.length - b.pages.length)
      .find(([, larger]) =>
        imported(share).every((needed) => {
          const found = joined.get(needed)
          return needed === name || found === undefined || holds(found, larger)
        }),
      )
    if (!host) continue
    const [place, larger] = host
    joined.set(place, {
      pages: larger.pages,
      modules: [...larger.modules, ...share.modules],
      size: larger.size + share.size,
      imports: new Set([...larger.imports, ...share.imports]),
    })
    joined.delete(name)
    for (const [from, to] of now) if (to === name) now.set(from, place)
  }
  return joined
}

/**
 * Names the file a module goes to: one file for what the same first pages need. A bundler by itself cuts by every set of pages
 * there is and makes three times as many files. So the application is bundled once before, to see who needs what.
 */
export async function pageChunks(config: UserConfig): Promise<(id: string) => string | null> {
  const built = await build({
    ...config,
    configFile: false,
    logLevel: 'silent',
    build: { ...config.build, write: false, minify: false, cssMinify: false, reportCompressedSize: false },
  })
  if (!('output' in built)) throw new Error('The first bundling gave no files.')
  const bundle = Object.fromEntries(built.output.map((file) => [file.fileName, file]))
  const shares = [...joinSmall(sharesOf(bundle), smallest)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const names = new Map(
    shares.flatMap(([, { modules }], number) => modules.map((id) => [id, `shared-${number}`] as const)),
  )
  return (id) => names.get(id) ?? null
}
