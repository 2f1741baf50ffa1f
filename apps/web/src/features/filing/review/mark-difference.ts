export interface Difference {
  head: string
  middle: string
  tail: string
}

export function wholeDifference(text: string): Difference {
  return { head: '', middle: text, tail: '' }
}

/** What a text has in common with another at its start and end, and what lies between; by code points. */
export function markDifference(text: string, against: string): Difference {
  const [own, other] = [Array.from(text), Array.from(against)]
  const shortest = Math.min(own.length, other.length)
  let start = 0
  while (start < shortest && own[start] === other[start]) start += 1
  let end = 0
  while (end < shortest - start && own[own.length - 1 - end] === other[other.length - 1 - end]) end += 1
  return {
    head: own.slice(0, start).join(''),
    middle: own.slice(start, own.length - end).join(''),
    tail: own.slice(own.length - end).join(''),
  }
}
