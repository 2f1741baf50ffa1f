/** The key a valid identity is compared by, here and in the register: type and normalised number. */
export function identityKeyOf(idType: string, normalisedNumber: string): string {
  return `${idType}:${normalisedNumber}`
}

export function numberOfKey(identityKey: string): string {
  return identityKey.slice(identityKey.indexOf(':') + 1)
}
