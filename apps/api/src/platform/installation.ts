import type { Vault } from './crypto.ts'
import type { Database } from './database.ts'

/** Whether a key is the one this database was written with. NEW: nothing was sealed yet, any key will do. */
export type KeyFit = 'FITS' | 'OTHER_KEY' | 'NEW'

export interface Installation {
  id: string
  keyFingerprint: Uint8Array
  createdAt: Date
}

/** The key's fingerprint as backups and messages name it: enough to tell keys apart, nothing to find one by. */
export const fingerprintText = (fingerprint: Uint8Array): string =>
  Buffer.from(fingerprint).toString('hex').slice(0, 16)

export async function findInstallation({ query }: Pick<Database, 'query'>): Promise<Installation | undefined> {
  const [row] = await query<{ id: string; key_fingerprint: Uint8Array; created_at: Date }>({
    text: 'SELECT id, key_fingerprint, created_at FROM installation',
  })
  return row && { id: row.id, keyFingerprint: row.key_fingerprint, createdAt: row.created_at }
}

/**
 * Compares the key with the fingerprint that the database keeps; of two, as while one is replaced, either will do. An office from before there was one is judged by what it
 * has sealed.
 */
export async function fitOfKey(
  database: Pick<Database, 'query'>,
  vault: Pick<Vault, 'fingerprints' | 'open'> | undefined,
): Promise<KeyFit> {
  const installation = await findInstallation(database)
  if (installation) {
    const kept = Buffer.from(installation.keyFingerprint)
    return vault?.fingerprints.some((fingerprint) => kept.equals(fingerprint)) ? 'FITS' : 'OTHER_KEY'
  }
  const samples = await sealedSamples(database, 1)
  if (samples.length === 0) return 'NEW'
  return vault && samples.every((sealed) => opens(vault, sealed)) ? 'FITS' : 'OTHER_KEY'
}

const verifiedSamples = 1_000

/** Whether the key opens what is sealed, a thousand people and employers at most. */
export async function opensEverySample(database: Pick<Database, 'query'>, vault: Vault): Promise<boolean> {
  return (await sealedSamples(database, verifiedSamples)).every((sealed) => opens(vault, sealed))
}

/** Ties the database to the key; twice is once. */
export async function keepFingerprint({ query }: Pick<Database, 'query'>, vault: Vault): Promise<void> {
  await query({ text: 'INSERT INTO installation (key_fingerprint) VALUES ($1) ON CONFLICT DO NOTHING' }, [
    vault.fingerprints[0],
  ])
}

async function sealedSamples({ query }: Pick<Database, 'query'>, most: number): Promise<Uint8Array[]> {
  const rows = await query<{ sealed: Uint8Array }>(
    {
      text: `(SELECT personal AS sealed FROM individual LIMIT $1)
      UNION ALL (SELECT legal_rep_personal FROM employer LIMIT $1)`,
    },
    [most],
  )
  return rows.map(({ sealed }) => sealed)
}

function opens(vault: Pick<Vault, 'open'>, sealed: Uint8Array): boolean {
  try {
    vault.open(sealed)
    return true
  } catch {
    return false
  }
}
