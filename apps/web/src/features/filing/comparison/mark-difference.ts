export interface MarkedPart {
  text: string
  differs: boolean
}

/**
 * The two texts cut where they differ: a common beginning and end stay plain. For names, numbers and amounts this is what the eye looks
 * for; an alignment inside the middle would scatter it.
 */
export function markDifference(one: string, other: string): [MarkedPart[], MarkedPart[]] {
  const a = Array.from(one)
  const b = Array.from(other)
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  return [partsOf(a, start, end), partsOf(b, start, end)]
}

function partsOf(characters: readonly string[], start: number, end: number): MarkedPart[] {
  const parts = [
    { text: characters.slice(0, start).join(''), differs: false },
    { text: characters.slice(start, characters.length - end).join(''), differs: true },
    { text: characters.slice(characters.length - end).join(''), differs: false },
  ]
  return parts.filter(({ text }) => text !== '')
}
