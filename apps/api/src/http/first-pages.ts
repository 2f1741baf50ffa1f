import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const listSchema = z.array(z.object({ path: z.string(), files: z.array(z.string()) }))

/**
 * The header that names to a browser, with a page, everything that the page consists of: it would otherwise find out one file
 * after the other. Undefined for addresses that are none of those pages. Reads what the build of the web application wrote.
 */
export function readFirstPages(webDirectory: string): (path: string) => string | undefined {
  const list = join(webDirectory, 'first-pages.json')
  if (!existsSync(list)) return () => undefined
  const pages = listSchema.parse(JSON.parse(readFileSync(list, 'utf8'))).map(({ path, files }) => ({
    pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`),
    link: files.map((file) => `</${file}>; ${relation(file)}`).join(', '),
  }))
  return (path) => pages.find(({ pattern }) => pattern.test(path))?.link
}

/** As the application asks for them itself: a style that is fetched in another mode is fetched twice. */
const relation = (file: string) => (file.endsWith('.css') ? 'rel=preload; as=style; crossorigin' : 'rel=modulepreload')
