import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Bench } from './bench.ts'

const dist = join(import.meta.dirname, '../apps/web/dist')

interface Chunk {
  file: string
  css?: string[]
  imports?: string[]
  dynamicImports?: string[]
  isEntry?: boolean
}

/** What a browser fetches before the sign-in form can be used: the entry, what it imports, and the route's own parts. */
function filesOf(manifest: Record<string, Chunk>, roots: string[]): Set<string> {
  const files = new Set<string>()
  const visit = (key: string) => {
    const chunk = manifest[key]
    if (!chunk || files.has(chunk.file)) return
    files.add(chunk.file)
    for (const style of chunk.css ?? []) files.add(style)
    for (const next of chunk.imports ?? []) visit(next)
  }
  for (const root of roots) visit(root)
  return files
}

export default {
  name: 'compressed size of the sign-in page',
  async run() {
    const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
    const entry = Object.keys(manifest).filter((key) => manifest[key]?.isEntry)
    const route = Object.keys(manifest).filter((key) =>
      /app\/visitor-frame|features\/office\/session\/sign-in-page/.test(key),
    )
    const files = ['index.html', ...filesOf(manifest, [...entry, ...route])]
    const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0)
    return [
      {
        name: 'Sign-in page, gzip',
        unit: 'kB',
        value: bytes / 1000,
        aim: 200,
        better: 'lower',
        note: `${files.length} files`,
      },
    ]
  },
} satisfies Bench
