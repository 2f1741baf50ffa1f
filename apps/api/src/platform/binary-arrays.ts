// Long columns as PostgreSQL's own form of an array: the driver would write each value as text, bytes as twice as many digits, and the
// database would read them back. A Buffer it sends as it is.

const bytea = 17
const int4 = 23
const text = 25

const headBytes = 20
const lengthBytes = 4
const absent = -1

/** With room for so many values after their lengths; `at` is where the first of them goes. */
function arrayOf(type: number, count: number, valueBytes: number): { buffer: Buffer; at: number } {
  const dimensions = count === 0 ? 0 : 1
  const buffer = Buffer.allocUnsafe(dimensions === 0 ? 12 : headBytes + count * lengthBytes + valueBytes)
  buffer.writeInt32BE(dimensions, 0)
  buffer.writeInt32BE(1, 4) // there may be nulls among them
  buffer.writeInt32BE(type, 8)
  if (dimensions === 0) return { buffer, at: 12 }
  buffer.writeInt32BE(count, 12)
  buffer.writeInt32BE(1, 16) // the first has the number 1
  return { buffer, at: headBytes }
}

/** For `$n::int[]`. */
export function int4Array(values: readonly number[]): Buffer {
  const { buffer, at } = arrayOf(int4, values.length, values.length * 4)
  let place = at
  for (const value of values) {
    buffer.writeInt32BE(4, place)
    place = buffer.writeInt32BE(value, place + lengthBytes)
  }
  return buffer
}

/** For `$n::bytea[]`. */
export function byteaArray(values: readonly (Uint8Array | null)[]): Buffer {
  let bytes = 0
  for (const value of values) bytes += value?.length ?? 0
  const { buffer, at } = arrayOf(bytea, values.length, bytes)
  let place = at
  for (const value of values) {
    place = buffer.writeInt32BE(value?.length ?? absent, place)
    if (value === null) continue
    buffer.set(value, place)
    place += value.length
  }
  return buffer
}

/** For `$n::text[]`. */
export function textArray(values: readonly (string | null)[]): Buffer {
  let bytes = 0
  for (const value of values) bytes += value === null ? 0 : Buffer.byteLength(value)
  const { buffer, at } = arrayOf(text, values.length, bytes)
  let place = at
  for (const value of values) {
    const length = value === null ? absent : buffer.write(value, place + lengthBytes)
    place = buffer.writeInt32BE(length, place) + Math.max(0, length)
  }
  return buffer
}
