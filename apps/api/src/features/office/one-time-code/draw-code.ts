import { randomInt } from 'node:crypto'

/** No letters that are mistaken for digits on paper (the alphabet of GB 32100-2015, without 0 and 1). */
const alphabet = '23456789ABCDEFGHJKLMNPQRTUWXY'
const groupLength = 4

export function drawCode(length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
}

/** As printed: groups of four. */
export function groupCode(code: string): string {
  return code.match(new RegExp(`.{1,${groupLength}}`, 'g'))?.join('-') ?? code
}

/** What a person types, as it was drawn: case, blanks and hyphens do not matter. */
export function readCode(typed: string): string {
  return typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
}
