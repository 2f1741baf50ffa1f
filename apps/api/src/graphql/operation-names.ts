import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The names of the web client's operations, as its `.graphql` files give them; none where the client is not there. */
export function readOperationNames(folder: string): ReadonlySet<string> {
  if (!existsSync(folder)) return new Set()
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/^(?:query|mutation)\s+(\w+)/gm)].map(([, name]) => name ?? '')),
  )
}
