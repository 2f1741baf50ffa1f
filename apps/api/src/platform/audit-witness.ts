import { createHmac, timingSafeEqual } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Environment } from './environment.ts'

// Whoever can delete the last entries of the trail can also set the head back to before them, and the chain fits again. So how far
// it had come is kept apart from the database, signed with a key that does not stand there either.

/** How far the chain had come when somebody last looked. */
export interface Witnessed {
  position: bigint
  hash: Uint8Array
}

export interface AuditWitness {
  /** Nothing before the first time; `DAMAGED` when what stands there was not written by this. */
  read(): Promise<Witnessed | 'DAMAGED' | undefined>
  keep(head: Witnessed): Promise<void>
}

/** Where it is kept. */
export const witnessFile = ({ dataDirectory }: Pick<Environment, 'dataDirectory'>): string =>
  join(dataDirectory, 'audit-head')

export function fileWitness(file: string, key: Buffer): AuditWitness {
  const sign = (text: string) => createHmac('sha256', key).update(text).digest('hex')
  return {
    async read() {
      const written = await readFile(file, 'utf8').catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
        throw error
      })
      return written === undefined ? undefined : parse(written.trim(), sign)
    },
    async keep({ position, hash }) {
      const text = `${position} ${Buffer.from(hash).toString('hex')}`
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      // Another name first: a power cut leaves the old one or the new one, never half of one.
      const draft = `${file}.${process.pid}`
      await writeFile(draft, `${text} ${sign(text)}\n`, { mode: 0o600 })
      await rename(draft, file)
    },
  }
}

function parse(written: string, sign: (text: string) => string): Witnessed | 'DAMAGED' {
  const [, position, hash, mac] = /^(\d{1,19}) ([0-9a-f]{64}) ([0-9a-f]{64})$/.exec(written) ?? []
  if (position === undefined || hash === undefined || mac === undefined) return 'DAMAGED'
  if (!timingSafeEqual(Buffer.from(mac), Buffer.from(sign(`${position} ${hash}`)))) return 'DAMAGED'
  return { position: BigInt(position), hash: new Uint8Array(Buffer.from(hash, 'hex')) }
}
