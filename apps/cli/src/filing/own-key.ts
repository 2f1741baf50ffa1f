import { createHash } from 'node:crypto'

/** Of the same submission always the same: run again after a lost connection, it is answered by the receipt it had. */
export const ownKey = (input: object): string => createHash('sha256').update(JSON.stringify(input)).digest('hex')

/** A key in the form of a UUID, where the contract wants one. */
export function uuidOf(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}
