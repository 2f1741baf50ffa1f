import { badInput } from './refusal.ts'

/** Shortest and longest of what somebody gives as a reason or a finding [PD]. */
const reasonLength = [4, 500] as const

/** The text without outer blanks, its length counted as a person counts characters. Throws BAD_USER_INPUT that names the field. */
export function requireText(
  field: string,
  text: string,
  [least, most]: readonly [number, number] = reasonLength,
): string {
  const written = text.trim()
  const length = [...written].length
  if (length < least || length > most) throw badInput(field, `${least} to ${most} characters are needed.`)
  return written
}
