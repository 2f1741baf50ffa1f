import { notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findAnyDeclaration } from '../declaration/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { findPaperCopy, findVersionsByHash } from './paper-copy.repository.ts'
import type { PaperCopyRow } from './paper-copy.repository.ts'
import { readHash } from './receive-paper.ts'

export interface ScannedPaper {
  declaration: DeclarationRow
  copy: PaperCopyRow
  /** What stands on the paper, as it was read. */
  hash: string
  /** The version on the paper; the one filed is the copy's. */
  version: number
}

/** What somebody put under the scanner: which declaration it belongs to, and which version it is. Nothing is changed. */
export async function findScanned(platform: Platform, text: string): Promise<ScannedPaper> {
  const hash = readHash(text)
  const [found, another] = await findVersionsByHash(platform, hash)
  if (!found || another) throw notFound('paper')
  const declaration = await findAnyDeclaration(platform, found.declarationId)
  const copy = await findPaperCopy(platform, found.declarationId)
  // Nothing is awaited before a declaration was accepted.
  if (!declaration || !copy) throw notFound('paper')
  return { declaration, copy, hash, version: found.version }
}
