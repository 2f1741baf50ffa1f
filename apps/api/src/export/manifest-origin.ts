import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { manifestFile } from '../backup/described-files.ts'
import { fingerprintOfSecret } from '../platform/crypto.ts'
import { fingerprintText } from '../platform/installation.ts'

// Whoever can change the files of an export can change the hashes of its manifest. Only who has the office's secret key can make the code
// beside it (HMAC-SHA256 over the bytes of the manifest, by a key of its own).

export const originFile = 'manifest.hmac'

/** OURS: made with this key. UNSIGNED: nobody says. FORGED: the manifest is not what was written with this key. */
export type Origin = 'OURS' | 'UNSIGNED' | 'FORGED'

const label = 'shebao/export-manifest/1'

async function codeOf(folder: string, secretKey: Buffer): Promise<Buffer> {
  const key = Buffer.from(hkdfSync('sha256', secretKey, '', label, 32))
  return createHmac('sha256', key)
    .update(await readFile(join(folder, manifestFile)))
    .digest()
}

/** Beside the manifest, once that is written. */
export async function signManifest(folder: string, secretKey: Buffer): Promise<void> {
  await writeFile(join(folder, originFile), `${(await codeOf(folder, secretKey)).toString('hex')}\n`)
}

export async function originOf(folder: string, secretKey: Buffer): Promise<Origin> {
  const text = await readFile(join(folder, originFile), 'utf8').catch(() => undefined)
  if (text === undefined) return 'UNSIGNED'
  const said = Buffer.from(text.trim(), 'hex')
  const code = await codeOf(folder, secretKey)
  return said.length === code.length && timingSafeEqual(said, code) ? 'OURS' : 'FORGED'
}

/** Of the secret keys at hand (two, while one is replaced) the one of a fingerprint. */
export const keyOfFingerprint = (secretKeys: readonly Buffer[], fingerprint: string): Buffer | undefined =>
  secretKeys.find((key) => fingerprintText(fingerprintOfSecret(key)) === fingerprint)
