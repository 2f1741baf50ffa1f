import { randomInt } from 'node:crypto'

/** No letters that are mistaken for digits on paper (the alphabet of GB 32100-2015, without 0 and 1). */
const alphabet = '23456789ABCDEFGHJKLMNPQRTUWXY'
const length = 16
const groupLength = 4

/** 29^16 codes, so that nobody finds a document by trying. */
export function newVerifyCode(): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
}

/** As printed: four groups of four. */
export function formatVerifyCode(code: string): string {
  return code.match(new RegExp(`.{1,${groupLength}}`, 'g'))?.join('-') ?? code
}

/** What a person types or a camera reads, as stored; undefined when it cannot be a code. */
export function parseVerifyCode(text: string): string | undefined {
  const code = text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
  return code.length === length && [...code].every((letter) => alphabet.includes(letter)) ? code : undefined
}
