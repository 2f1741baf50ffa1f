import { normaliseIdentifier, toHalfWidth } from '@shebao/identifiers'

const idEndingInX = /^\d{17}X$/

/**
 * The initial card password: the last six digits of the identity number, with a final X read as 0 [PD]. Other documents have letters
 * anywhere, which are left out, and an X of theirs is one; fewer than six digits are padded with zeros on the left [PD] (domain
 * specification, section 8).
 */
export function initialPin(idNumber: string): string {
  const number = normaliseIdentifier(idNumber)
  const digits = (idEndingInX.test(number) ? `${number.slice(0, -1)}0` : number).replace(/\D/g, '')
  return digits.slice(-6).padStart(6, '0')
}

/** Six digits as they are meant: a keyboard for Chinese may write them wide, and one that pastes may add a blank. */
export const typedPin = (typed: string): string => toHalfWidth(typed).trim()
