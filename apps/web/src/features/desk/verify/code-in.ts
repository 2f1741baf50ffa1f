/**
 * The code in what was typed, pasted or scanned: the code itself, or the whole content of the square code, which is the address of its
 * page here with the signed facts behind it.
 */
export function codeIn(text: string): string {
  const trimmed = text.trim()
  const ofAddress = /\/verify\/([^/?#\s]+)/i.exec(trimmed)?.[1]
  if (ofAddress !== undefined) return decoded(ofAddress)
  const ofToken = /\bSB1(?:\.[\w/-]*){4}\.([A-Z0-9]+)\./.exec(trimmed)?.[1]
  return ofToken ?? trimmed
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
