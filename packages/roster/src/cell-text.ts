import { normalisePersonName, toHalfWidth } from '@shebao/identifiers'
import { withoutHidden } from '@shebao/kernel'

const CONTROL = /[^\P{Cc}\t\n\v\f\r]/gu

/** The text a person sees in the cell: no invisible characters, no outer blanks, no leading text marker. */
export function visibleText(text: string): string {
  if (isPlain(text)) return text
  // Zero-width characters and the byte order mark come along when people paste from chat programs and web pages.
  const shown = withoutHidden(text).replace(CONTROL, '').trim()
  // A leading apostrophe is how spreadsheet users (and our own writer) force a cell to be text.
  return /^['‘’＇]/.test(shown) ? shown.slice(1).trim() : shown
}

/** Nearly every cell: printable ASCII and common Han, no blank or apostrophe to drop; no pattern is needed for those. */
function isPlain(text: string): boolean {
  const last = text.length - 1
  for (let index = 0; index <= last; index++) {
    const unit = text.charCodeAt(index)
    if ((unit > 0x20 && unit < 0x7f) || (unit >= 0x4e00 && unit <= 0x9fff)) continue
    if (unit !== 0x20 || index === 0 || index === last) return false
  }
  return text.charCodeAt(0) !== 0x27
}

/** For comparing words: half-width, lower case, without blanks, brackets and punctuation. */
export function foldText(text: string): string {
  return toHalfWidth(visibleText(text))
    .toLowerCase()
    .replace(/[\s()（）【】[\]<>《》,，。.:：;；_\-—、/\\*'"“”]/g, '')
}

/** For reading numbers, dates and identifiers: half-width and without any blank or text marker. */
export function compactText(text: string): string {
  return toHalfWidth(visibleText(text)).replace(/[\s'‘’`]/g, '')
}

/** Names: blanks inside a Chinese name are layout (two characters set apart to fill a column), blanks inside a Latin one are part of it. */
export function readName(text: string): string {
  return normalisePersonName(visibleText(text))
}
