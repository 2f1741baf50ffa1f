/** What came anew, with every part that did not change as the very object it was before: whoever compares by identity sees no change. */
export function keepSame<Value>(before: unknown, after: Value): Value
export function keepSame(before: unknown, after: unknown): unknown {
  if (Object.is(before, after)) return before
  if (Array.isArray(before) && Array.isArray(after)) {
    const kept = after.map((value, index) => keepSame<unknown>(before[index], value))
    return kept.length === before.length && kept.every((value, index) => value === before[index]) ? before : kept
  }
  if (isPlain(before) && isPlain(after)) {
    const fields = Object.keys(after)
    const kept = Object.fromEntries(fields.map((field) => [field, keepSame(before[field], after[field])]))
    const isSame =
      fields.length === Object.keys(before).length &&
      fields.every((field) => Object.hasOwn(before, field) && kept[field] === before[field])
    return isSame ? before : kept
  }
  return after
}

export const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
