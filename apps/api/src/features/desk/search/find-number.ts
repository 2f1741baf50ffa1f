import { normaliseIdentifier, toHalfWidth } from '@shebao/identifiers'
import { requireMay } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findHits } from './search.repository.ts'
import type { HitRow } from './search.repository.ts'

const longestNumber = 64

/** Whatever the office prints a number on, by the whole number: blanks, width and case as on paper do not matter. */
export async function findNumber(platform: Platform, asker: Viewer | undefined, written: string): Promise<HitRow[]> {
  requireMay(asker, 'number:find')
  return findHits(platform, requireNumber(written))
}

/** The forms a number may be stored in: hyphens belong to form numbers, and banks know small letters. */
export function requireNumber(written: string): string[] {
  const number = toHalfWidth(written).trim()
  if (number === '' || number.length > longestNumber) throw badInput('number', `1 to ${longestNumber} characters.`)
  return [...new Set([number, number.toUpperCase(), normaliseIdentifier(number)])].filter((form) => form !== '')
}
