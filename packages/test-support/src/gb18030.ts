import iconv from 'iconv-lite'

/** As Chinese spreadsheet programs save; the platform only decodes this encoding. */
export function encodeGb18030(text: string): Uint8Array {
  return new Uint8Array(iconv.encode(text, 'gb18030'))
}
