export type WeakPasswordReason = 'TOO_SHORT' | 'TOO_LONG' | 'TOO_FEW_CHARACTERS' | 'CONTAINS_IDENTIFIER' | 'COMMON'

const shortest = 10
const longest = 128
const fewestDifferent = 5
const shortestIdentifier = 4

/** Long passwords that guessing lists begin with. The rule is length and surprise, not a mix of character classes [PD]. */
const common = new Set([
  '1234567890',
  '0123456789',
  '0987654321',
  '12345678910',
  '1q2w3e4r5t',
  '1qaz2wsx3edc',
  'qwertyuiop',
  'qwerty123456',
  'asdfghjkl1',
  'abcdefghij',
  'password12',
  'password123',
  'password1234',
  'passw0rd123',
  'p@ssw0rd123',
  'administrator',
  'admin12345',
  'admin123456',
  'welcome123',
  'iloveyou1314',
  'woaini1314',
  'woaini520520',
  'shebao123456',
  'shebao2026',
])

/** Every reason why a new password of an employer or a member of staff is refused; empty when it may be used. */
export function findWeakPasswordReasons(password: string, identifiers: readonly string[]): WeakPasswordReason[] {
  const characters = Array.from(password)
  const lower = password.toLowerCase()
  const named = identifiers.some((part) => part.length >= shortestIdentifier && lower.includes(part.toLowerCase()))
  const checks: readonly [WeakPasswordReason, boolean][] = [
    ['TOO_SHORT', characters.length < shortest],
    ['TOO_LONG', characters.length > longest],
    ['TOO_FEW_CHARACTERS', new Set(characters).size < fewestDifferent],
    ['CONTAINS_IDENTIFIER', named],
    ['COMMON', common.has(lower)],
  ]
  return checks.filter(([, weak]) => weak).map(([reason]) => reason)
}
