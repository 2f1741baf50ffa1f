import { crc32, inflateRawSync } from 'node:zlib'
import type { Unpacking } from '@shebao/roster'

/** The engine's own: a fifth of what it takes without. */
export const nativeUnpacking: Unpacking = {
  // One buffer of the size that was said: pieces would be put together once more.
  inflate: (packed, inflatedSize) =>
    inflateRawSync(packed, { chunkSize: Math.max(inflatedSize, 64), maxOutputLength: Math.max(inflatedSize, 1) }),
  checksum: crc32,
  maxWhole: { packed: 16 * 1024 * 1024, inflated: 128 * 1024 * 1024 },
}
