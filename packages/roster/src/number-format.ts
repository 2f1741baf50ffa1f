// Built-in formats are not in the file. 27-36 and 50-58 are dates in the Chinese, Japanese and Korean editions (ECMA-376 18.8.30).
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
}

/** Longer than any program lets one type (Excel: 255). */
const MAX_CODE = 1000

/** Whether a custom format code shows a day; quoted text, colours, locales and escapes do not count. */
export function isDateFormat(code: string): boolean {
  if (code.length > MAX_CODE) return false
  const bare = code
    .split(';')[0]!
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/_./g, '')
    .replace(/\[[^\]]*\]/g, '')
  if (/general|[#0?]/i.test(bare)) return false
  return /[yde]|m{1,4}(?!:)/i.test(bare)
}

/** For each cell style (the `s` attribute) whether it shows a date. */
export function dateStyles(formatIds: readonly number[], customFormats: ReadonlyMap<number, string>): boolean[] {
  // A style sheet may have thousands of styles that look alike.
  const known = new Map<number, boolean>()
  return formatIds.map((id) => {
    const before = known.get(id)
    if (before !== undefined) return before
    const code = customFormats.get(id)
    const shows = code === undefined ? isBuiltInDate(id) : isDateFormat(code)
    known.set(id, shows)
    return shows
  })
}
