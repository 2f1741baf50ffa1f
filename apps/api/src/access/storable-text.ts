import { findHidden } from '@shebao/kernel'

/** Half a character, or the character that no PostgreSQL text can hold. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

/** Storable, and nothing in it that nobody sees: a name could read as another one. */
export const isFitting = (text: string): boolean => isStorable(text) && findHidden(text) === undefined

/** Whether every text in a value of any shape fits, the names of its fields as well. */
export function holdsOnlyFitting(value: unknown): boolean {
  if (typeof value === 'string') return isFitting(value)
  if (Array.isArray(value)) return value.every(holdsOnlyFitting)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([name, part]) => isFitting(name) && holdsOnlyFitting(part))
}
