const BLANK = /^[\s\u3000\u200b\ufeff]*$/u

/** `0` is an answer; blank, spaces and full-width spaces are not (domain 4.3). */
export function isBlank(text: string | undefined | null): boolean {
  if (text === undefined || text === null || text.length === 0) return true
  const first = text.charCodeAt(0)
  // Nearly every answer begins with an ASCII character or a common Han character; no pattern is needed for those.
  if ((first > 0x20 && first < 0x7f) || (first >= 0x4e00 && first <= 0x9fff)) return false
  return BLANK.test(text)
}

/** Number of characters that say something, counted in code points. */
export function writtenLength(text: string | undefined): number {
  if (text === undefined) return 0
  let count = 0
  for (const character of text) if (!BLANK.test(character)) count += 1
  return count
}
