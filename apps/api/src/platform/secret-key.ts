import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Environment } from './environment.ts'

type KeyPlace = Pick<Environment, 'secretKey' | 'dataDirectory'>

/** Where the key is kept that was not given as a setting. */
export const secretKeyFile = ({ dataDirectory }: KeyPlace): string => join(dataDirectory, 'secret.key')

/** The given key, or the one kept in the data directory; nothing when there is neither. Throws when the file holds no key. */
export function findSecretKey(place: KeyPlace): Buffer | undefined {
  if (place.secretKey) return Buffer.from(place.secretKey, 'hex')
  const text = readIfThere(secretKeyFile(place))?.trim()
  if (text === undefined) return undefined
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new DamagedKey(secretKeyFile(place))
  return Buffer.from(text, 'hex')
}

/** The key, and behind it the one before, where that is given: while it is replaced, data may be under either. */
export function findSecretKeys(place: KeyPlace & Pick<Environment, 'oldSecretKey'>): Buffer[] {
  const key = findSecretKey(place)
  if (!key) return []
  return [key, ...(place.oldSecretKey ? [Buffer.from(place.oldSecretKey, 'hex')] : [])]
}

export class DamagedKey extends Error {
  constructor(file: string) {
    super(`${file} holds no key of 64 hexadecimal digits. Put the office's own key back from its copy.`)
  }
}

/** A new key, kept in the data directory and readable by its owner only. Never instead of one that is there. */
export function makeSecretKey(place: KeyPlace): Buffer {
  mkdirSync(place.dataDirectory, { recursive: true, mode: 0o700 })
  const key = randomBytes(32)
  writeFileSync(secretKeyFile(place), key.toString('hex'), { flag: 'wx', mode: 0o600 })
  return key
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
