import { isCommonPassword } from './common-password.ts'

export type WeakPasswordReason = 'TOO_SHORT' | 'TOO_LONG' | 'TOO_FEW_CHARACTERS' | 'CONTAINS_IDENTIFIER' | 'COMMON'

const shortest = 10
const longest = 128
/** The rule is length and surprise, not a mix of character classes [PD]. */
const fewestDifferent = 5
const shortestIdentifier = 4

/** Every reason why a new password of an employer or a member of staff is refused; empty when it may be used. */
export function findWeakPasswordReasons(password: string, identifiers: readonly string[]): WeakPasswordReason[] {
  const characters = Array.from(password)
  const lower = password.toLowerCase()
  const ofRightLength = characters.length >= shortest && characters.length <= longest
  const named = identifiers.some((part) => part.length >= shortestIdentifier && lower.includes(part.toLowerCase()))
  const checks: readonly [WeakPasswordReason, boolean][] = [
    ['TOO_SHORT', characters.length < shortest],
    ['TOO_LONG', characters.length > longest],
    ['TOO_FEW_CHARACTERS', new Set(characters).size < fewestDifferent],
    ['CONTAINS_IDENTIFIER', named],
    ['COMMON', ofRightLength && isCommonPassword(password)],
  ]
  return checks.filter(([, weak]) => weak).map(([reason]) => reason)
}
