const STAR = '*'
const NAME_SEPARATOR = '·'

/** Keeps the first `head` and last `tail` code points; a value too short to hide anything is hidden whole. */
function maskMiddle(value: string, head: number, tail: number): string {
  const characters = Array.from(value)
  const hidden = characters.length - head - tail
  if (hidden <= 0) return STAR.repeat(characters.length)
  const end = tail === 0 ? '' : characters.slice(-tail).join('')
  return characters.slice(0, head).join('') + STAR.repeat(hidden) + end
}

/**
 * Masks a person's identity number: first 3 and last 2, `110*************2X`. The last four must never show:
 * they are part of the initial card password [PD].
 */
export function maskIdNumber(number: string): string {
  return maskMiddle(number, 3, 2)
}

/** Masks a name: first code point, separators kept: `张*`, `欧***`, `阿***·***` [PD]. A one-character name is hidden whole. */
export function maskName(name: string): string {
  const characters = Array.from(name)
  if (characters.length === 1) return STAR
  return characters.map((character, index) => (index === 0 || character === NAME_SEPARATOR ? character : STAR)).join('')
}

/** Masks a mobile number: first 3 and last 4, `138****5678` [PD]. */
export function maskMobile(mobile: string): string {
  return maskMiddle(mobile, 3, 4)
}

/** Masks a bank account: last 4 only, `***************0000` [PD]. */
export function maskBankAccount(account: string): string {
  return maskMiddle(account, 0, 4)
}

/** Masks a social security card number: first 1 and last 2, `D******78` [PD]. */
export function maskCardNumber(card: string): string {
  return maskMiddle(card, 1, 2)
}
