import { Inflate } from 'fflate'
import { FileProblemError } from './file-problem.ts'
import type { FileLimits } from './file-problem.ts'
import { portableUnpacking } from './unpacking.ts'
import type { Unpacking } from './unpacking.ts'
import { RATIO_FLOOR_BYTES } from './zip-archive.ts'
import type { ZipEntry } from './zip-archive.ts'

const LOCAL_HEADER = 0x04034b50
const INPUT_SLICE = 64 * 1024
const PIECE = 256 * 1024
const MAX_SMALL_PART = 1024 * 1024

/** Unpacks one archive in slices and counts what really comes out: a directory may lie about sizes. */
export class ZipReader {
  readonly #bytes: Uint8Array
  readonly #limits: FileLimits
  readonly #unpacking: Unpacking
  #inflatedTotal = 0

  constructor(bytes: Uint8Array, limits: FileLimits, unpacking: Unpacking = portableUnpacking) {
    this.#bytes = bytes
    this.#limits = limits
    this.#unpacking = unpacking
  }

  /** Calls `take` with each unpacked piece. What came out is held against the checksum at the end. */
  read(entry: ZipEntry, take: (piece: Uint8Array, doneShare: number) => void): void {
    const packed = this.#packedBytes(entry)
    let inflated = 0
    let checksum = 0
    let doneShare = 0
    const receive = (piece: Uint8Array): void => {
      inflated += piece.length
      this.#inflatedTotal += piece.length
      this.#checkActual(inflated, packed.length)
      checksum = this.#unpacking.checksum(piece, checksum)
      if (piece.length > 0) take(piece, doneShare)
    }
    if (entry.method !== 0 && entry.method !== 8) throw new FileProblemError('CORRUPT', { part: entry.name })
    if (entry.method === 8 && this.#isModest(entry)) {
      const whole = this.#inflateWhole(packed, entry)
      for (let at = 0; at < whole.length; at += PIECE) {
        doneShare = Math.min(1, (at + PIECE) / whole.length)
        receive(whole.subarray(at, at + PIECE))
      }
      return this.#checkSum(checksum, entry)
    }
    const inflate = new Inflate((piece) => receive(piece))
    for (let at = 0; at < packed.length; at += INPUT_SLICE) {
      const slice = packed.subarray(at, at + INPUT_SLICE)
      doneShare = Math.min(1, (at + INPUT_SLICE) / packed.length)
      if (entry.method === 0) receive(slice)
      else this.#push(inflate, slice, at + INPUT_SLICE >= packed.length, entry.name)
    }
    this.#checkSum(checksum, entry)
  }

  #checkSum(checksum: number, entry: ZipEntry): void {
    if (checksum !== entry.checksum) throw new FileProblemError('CORRUPT', { part: entry.name })
  }

  #inflateWhole(packed: Uint8Array, entry: ZipEntry): Uint8Array {
    try {
      return this.#unpacking.inflate(packed, entry.inflatedSize)
    } catch {
      throw new FileProblemError('CORRUPT', { part: entry.name })
    }
  }

  /**
   * Unpacked in one go: the stream makes three times as much of buffers that are thrown away. For what is not large and says a size
   * that can be; one that says too little comes to another checksum, having cost no more than its packed bytes can hold.
   */
  #isModest({ inflatedSize, packedSize }: ZipEntry): boolean {
    const { packed, inflated } = this.#unpacking.maxWhole
    return packedSize <= packed && inflatedSize <= inflated && inflatedSize >= packedSize
  }

  /** Text in pieces: UTF-8 by the standards' habit; UTF-16 with its mark is allowed (ECMA-376 part 2, 8.1.4). */
  readText(entry: ZipEntry, take: (piece: string) => void, onShare?: (share: number) => void): void {
    const decode = xmlDecoder()
    this.read(entry, (piece, share) => {
      take(decode(piece))
      onShare?.(share)
    })
  }

  /** A small part whole. */
  text(entry: ZipEntry): string {
    let text = ''
    this.readText(entry, (piece) => {
      text += piece
      if (text.length > MAX_SMALL_PART) throw new FileProblemError('CORRUPT', { part: entry.name })
    })
    return text
  }

  #push(inflate: Inflate, slice: Uint8Array, last: boolean, part: string): void {
    try {
      inflate.push(slice, last)
    } catch (error) {
      if (error instanceof FileProblemError) throw error
      throw new FileProblemError('CORRUPT', { part })
    }
  }

  #packedBytes(entry: ZipEntry): Uint8Array {
    const at = entry.headerOffset
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength)
    if (at + 30 > this.#bytes.length || view.getUint32(at, true) !== LOCAL_HEADER) {
      throw new FileProblemError('CORRUPT', { part: entry.name })
    }
    const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
    if (start + entry.packedSize > this.#bytes.length) throw new FileProblemError('CORRUPT', { part: entry.name })
    return this.#bytes.subarray(start, start + entry.packedSize)
  }

  #checkActual(inflated: number, packedSize: number): void {
    if (inflated > RATIO_FLOOR_BYTES && inflated > packedSize * this.#limits.maxInflationRatio) {
      throw new FileProblemError('ZIP_BOMB', { inflatedBytes: inflated, fileBytes: packedSize })
    }
    if (this.#inflatedTotal > this.#limits.maxInflatedBytes) {
      throw new FileProblemError('TOO_LARGE', { bytes: this.#inflatedTotal, maxBytes: this.#limits.maxInflatedBytes })
    }
  }
}

export function xmlDecoder(): (piece: Uint8Array) => string {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  return (piece) => {
    decoder ??= new TextDecoder(
      piece[0] === 0xff && piece[1] === 0xfe
        ? 'utf-16le'
        : piece[0] === 0xfe && piece[1] === 0xff
          ? 'utf-16be'
          : 'utf-8',
    )
    return decoder.decode(piece, { stream: true })
  }
}
