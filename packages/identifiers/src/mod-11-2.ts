import { isDigits } from './normalise.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECK_CHARACTERS = '10X98765432'
const LENGTH = 18

/** True for 17 digits followed by a digit or X: the form of GB 11643 numbers and their relatives. */
export function hasCitizenForm(value: string): boolean {
  if (value.length !== LENGTH || !isDigits(value, 0, LENGTH - 1)) return false
  return isDigits(value, LENGTH - 1) || value.charCodeAt(LENGTH - 1) === 0x58
}

/**
 * The check character of the first 17 digits.
 * Source: GB 11643-1999, ISO 7064 MOD 11-2.
 */
export function mod112CheckCharacter(digits: string): string {
  let sum = 0
  for (let index = 0; index < WEIGHTS.length; index++) {
    sum += (digits.charCodeAt(index) - 48) * (WEIGHTS[index] ?? 0)
  }
  return CHECK_CHARACTERS.charAt(sum % 11)
}
