// Built-in formats are not in the file. 27-36 and 50-58 are dates in the Chinese, Japanese and Korean editions (ECMA-376 18.8.30).
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
}

/** Longer than any program lets one type (Excel: 255). */
const MAX_CODE = 1000

/** What a custom format code says without its quoted text, colours, locales and escapes. */
function bareCode(code: string): string {
  if (code.length > MAX_CODE) return ''
  return code
    .split(';')[0]!
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/_./g, '')
    .replace(/\[[^\]]*\]/g, '')
}

/** Whether a custom format code shows a day. */
export function isDateFormat(code: string): boolean {
  const bare = bareCode(code)
  if (/general|[#0?]/i.test(bare)) return false
  return /[yde]|m{1,4}(?!:)/i.test(bare)
}

/** How a cell style (the `s` attribute) shows a number. */
export type NumberStyle = 'PLAIN' | 'DATE' | 'PERCENT'

/** For each cell style how it shows a number. */
export function numberStyles(formatIds: readonly number[], customFormats: ReadonlyMap<number, string>): NumberStyle[] {
  // A style sheet may have thousands of styles that look alike.
  const known = new Map<number, NumberStyle>()
  return formatIds.map((id) => {
    const before = known.get(id)
    if (before !== undefined) return before
    const style = styleOf(id, customFormats.get(id))
    known.set(id, style)
    return style
  })
}

/** Whether a format code shows a percentage: of XML 2003 it is a code, or the name of a built-in one. */
export const isPercentFormat = (code: string): boolean => /^percent$/i.test(code.trim()) || bareCode(code).includes('%')

function styleOf(id: number, code: string | undefined): NumberStyle {
  if (code === undefined) return isBuiltInDate(id) ? 'DATE' : id === 9 || id === 10 ? 'PERCENT' : 'PLAIN'
  return isDateFormat(code) ? 'DATE' : isPercentFormat(code) ? 'PERCENT' : 'PLAIN'
}
