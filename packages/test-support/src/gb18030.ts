let reverse: ReadonlyMap<string, readonly number[]> | undefined

/** The platform only decodes this encoding; the way back is the two-byte part of its table read the other way round. */
export function encodeGb18030(text: string): Uint8Array {
  reverse ??= buildReverse()
  const table = reverse
  return Uint8Array.from(
    [...text].flatMap((c) => {
      const code = c.codePointAt(0) ?? 0
      if (code < 0x80) return [code]
      const bytes = table.get(c)
      if (bytes === undefined) throw new RangeError(`not in the two-byte part of GB18030: ${c}`)
      return bytes
    }),
  )
}

function buildReverse(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<string, readonly number[]>()
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      if (second === 0x7f) continue
      table.set(decoder.decode(Uint8Array.of(first, second)), [first, second])
    }
  }
  return table
}
