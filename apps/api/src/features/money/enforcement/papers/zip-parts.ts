import { Zip, ZipPassThrough } from 'fflate'
import type { CourtFilePart } from './court-index.ts'

/** The parts as one archive, handed on as each is made. They are stored as they are: most are packed already. */
export async function* zipParts(parts: AsyncIterable<CourtFilePart>): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = []
  let failure: Error | undefined
  const zip = new Zip((error, chunk) => {
    if (error) failure = error
    else made.push(chunk)
  })
  for await (const { name, bytes } of parts) {
    const file = new ZipPassThrough(name)
    zip.add(file)
    file.push(bytes, true)
    if (failure) throw failure
    yield* made.splice(0)
  }
  zip.end()
  if (failure) throw failure
  yield* made.splice(0)
}
