import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where Debian's `w3c-sgml-lib` puts the DTD that the W3C published with the recommendation of 19 June 2007. */
const dtd = '/usr/share/xml/w3c-sgml-lib/schema/dtd/REC-voicexml21-20070619/vxml.dtd'
const validate = (files: readonly string[]) =>
  spawnSync('xmllint', ['--noout', '--nonet', '--dtdvalid', dtd, ...files], { encoding: 'utf8' })

/** Whether the DTD and `xmllint` are on this machine; neither belongs to the repository. */
export const publishedDtd = existsSync(dtd) && validate(['--version']).error === undefined

/** What the published DTD has against documents; nothing when all are valid. */
export function findPublishedFaults(...documents: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'voice-xml-'))
  try {
    const files = documents.map((text, number) => {
      const file = join(folder, `${number}.vxml`)
      writeFileSync(file, text)
      return file
    })
    const { status, stderr, error } = validate(files)
    if (error) throw error
    return status === 0 ? '' : stderr
  } finally {
    rmSync(folder, { recursive: true })
  }
}
