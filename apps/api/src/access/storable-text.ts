/** Half a character, or the character that no PostgreSQL text can hold. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

/** Whether every text in a value of any shape is storable, the names of its fields as well. */
export function holdsOnlyStorable(value: unknown): boolean {
  if (typeof value === 'string') return isStorable(value)
  if (Array.isArray(value)) return value.every(holdsOnlyStorable)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([name, part]) => isStorable(name) && holdsOnlyStorable(part))
}
