import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { PublishedKey } from '@shebao/signed-paper'

interface VerifierContent {
  keys: readonly PublishedKey[]
  /** Where the office is reached, for what only the register knows: whether a paper was taken back. */
  address: string
  madeOn: string
}

/** In the order in which they need each other. They import nothing but one another, so that they stand in one script. */
const modules = ['token.ts', 'check-token.ts', 'page/page-words.ts', 'page/read-pdf.ts', 'page/page.ts']
const folder = new URL('./', import.meta.resolve('@shebao/signed-paper'))
const read = (name: string) => readFile(fileURLToPath(new URL(name, folder)), 'utf8')

/** One file that checks papers by the keys of today, from a disk as well as from a server; it may load and send nothing. */
export async function offlineVerifier(content: VerifierContent): Promise<string> {
  const { html, style, script } = await parts()
  const data = JSON.stringify(content).replaceAll('<', String.raw`\u003c`)
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const fill: Record<string, string> = { policy, style, script, data }
  return html.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => fill[name] ?? '')
}

/** What runs in the page, without its data: the package's own modules with their types taken off. */
export async function offlineScript(): Promise<string> {
  const texts = await Promise.all(modules.map(read))
  return texts
    .map((text) =>
      stripTypeScriptTypes(text)
        .replaceAll(/^import [^;]*?from '[^']+'$/gm, '')
        .replaceAll(/^export (?=(async )?(function|const|class) )/gm, ''),
    )
    .join('\n')
}

let made: Promise<{ html: string; style: string; script: string }> | undefined

/** The same for everybody as long as the server runs. */
function parts() {
  made ??= Promise.all([read('page/page.html'), read('page/page.css'), offlineScript()]).then(
    ([html, style, script]) => ({ html, style, script }),
  )
  return made
}

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`
