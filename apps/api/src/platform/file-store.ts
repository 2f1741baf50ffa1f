import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AwsClient } from 'aws4fetch'
import type { Environment, ObjectStoreSettings } from './environment.ts'

/** Where bytes are kept that are no rows. What is put is sealed already; a key is a name of ours, never one that came with a file. */
export interface FileStore {
  /** Kept for good when this resolves. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** Throws when it is not there. */
  get(key: string): Promise<Uint8Array>
  find(key: string): Promise<Uint8Array | undefined>
  /** The first byte alone, where there is a file. */
  firstByte(key: string): Promise<number | undefined>
  /** Also when it is not there. */
  remove(key: string): Promise<void>
  /** What a crash left of files that were being put, and nobody has written to since. Answers how many there were. */
  removeUnfinished(before: Date): Promise<number>
}

export function openFileStore({ filesDirectory, objectStore }: Environment): FileStore {
  const place = objectStore ? bucket(objectStore) : folder(filesDirectory)
  return {
    ...place,
    async get(key) {
      const bytes = await place.find(key)
      if (!bytes) throw new Error('A file is not in the file store.')
      return bytes
    },
  }
}

const unfinishedEnding = '.unfinished'

/** Folder by folder, so that a store of millions is never listed as a whole. */
async function removeUnfinished(root: string, before: Date): Promise<number> {
  let removed = 0
  for (const folder of (await readdir(root).catch(absent)) ?? []) {
    const names = (await readdir(join(root, folder)).catch(absent)) ?? []
    for (const name of names.filter((one) => one.endsWith(unfinishedEnding))) {
      const path = join(root, folder, name)
      const found = await stat(path).catch(absent)
      if (!found || found.mtime >= before) continue
      await rm(path, { force: true })
      removed += 1
    }
  }
  return removed
}

type Place = Omit<FileStore, 'get'>

function folder(root: string): Place {
  const pathOf = (key: string) => join(root, key.slice(0, 2), requireKey(key))
  return {
    async put(key, bytes) {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true })
      // Under its name only when it is whole and on the disk: a crash leaves nothing half.
      const unfinished = `${path}${unfinishedEnding}`
      const file = await open(unfinished, 'w', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
        await rename(unfinished, path)
      } catch (error) {
        // On a full disk what was begun would take the last room.
        await rm(unfinished, { force: true })
        throw error
      } finally {
        await file.close()
      }
    },
    find: (key) => readFile(pathOf(key)).catch(absent),
    async firstByte(key) {
      const file = await open(pathOf(key), 'r').catch(absent)
      if (!file) return undefined
      try {
        const { buffer } = await file.read(Buffer.alloc(1), 0, 1, 0)
        return buffer.readUInt8(0)
      } finally {
        await file.close()
      }
    },
    remove: (key) => rm(pathOf(key), { force: true }),
    removeUnfinished: (before) => removeUnfinished(root, before),
  }
}

function absent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
    return undefined
  throw error
}

const answerMs = 30_000

function bucket({ bucketUrl, region, keyId, secret }: ObjectStoreSettings): Place {
  const client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, region, service: 's3', retries: 2 })
  async function ask(
    method: string,
    key: string,
    { body, range }: { body?: Uint8Array; range?: string } = {},
  ): Promise<Response> {
    const answer = await client.fetch(`${bucketUrl}/${requireKey(key)}`, {
      method,
      signal: AbortSignal.timeout(answerMs),
      ...(body ? { body: new Uint8Array(body) } : {}),
      ...(range ? { headers: { range } } : {}),
    })
    if (!answer.ok && !(method !== 'PUT' && answer.status === 404))
      throw new Error(`The object store answered ${answer.status}.`)
    return answer
  }
  return {
    put: async (key, bytes) => void (await ask('PUT', key, { body: bytes })),
    async find(key) {
      const answer = await ask('GET', key)
      return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined
    },
    // A store that does not know ranges sends the whole.
    async firstByte(key) {
      const answer = await ask('GET', key, { range: 'bytes=0-0' })
      return answer.ok ? Buffer.from(await answer.arrayBuffer()).readUInt8(0) : undefined
    },
    remove: async (key) => void (await ask('DELETE', key)),
    // There a file is whole or not there.
    removeUnfinished: async () => 0,
  }
}

function requireKey(key: string): string {
  if (!/^[0-9a-f-]{36}$/.test(key)) throw new Error('This is no key of the file store.')
  return key
}
