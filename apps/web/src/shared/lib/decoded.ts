/** A part of an address without its escapes; as it is written where nobody can decode it. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
