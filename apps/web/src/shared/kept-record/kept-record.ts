import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { mark, unmark } from './kept-mark.ts'
import { makeLetterbox, readLetter, writeLetter, type Letter, type Letterbox } from './seal-record.ts'
import { keyOf, type Lock, type Locking } from './unlock.ts'

/** The last record of the one person who keeps it on this device. Nothing of it lies open but whose it is, as an id, and since when. */
export interface KeptRecord {
  account: string
  lock: Lock
  box: Letterbox
  letter: Letter
  keptAt: string
}

interface Rooms extends DBSchema {
  record: { key: 'last'; value: KeptRecord }
}

const worker = '/service-worker.js'

async function withDatabase<Result>(work: (database: IDBPDatabase<Rooms>) => Promise<Result>): Promise<Result> {
  const database = await openDB<Rooms>('shebao-kept-record', 1, {
    upgrade: (fresh) => void fresh.createObjectStore('record'),
  })
  try {
    return await work(database)
  } finally {
    database.close()
  }
}

export const findKept = () => withDatabase((database) => database.get('record', 'last'))

/** Begins to keep: the record, and the shell that shows it without a network. */
export async function keepRecord(
  account: string,
  { lock, key }: Locking,
  text: string,
  now: Date,
): Promise<KeptRecord> {
  const box = await makeLetterbox(key)
  const kept = { account, lock, box, letter: await writeLetter(box, text), keptAt: now.toISOString() }
  await withDatabase((database) => database.put('record', kept, 'last'))
  mark(account)
  await navigator.serviceWorker?.register(worker).catch(() => undefined)
  return kept
}

/** A newer record in the place of the last one; nobody need unlock for that. */
export async function renewKept(kept: KeptRecord, text: string, now: Date): Promise<KeptRecord> {
  const renewed = { ...kept, letter: await writeLetter(kept.box, text), keptAt: now.toISOString() }
  await withDatabase((database) => database.put('record', renewed, 'last'))
  return renewed
}

/** What was kept; nothing when the device was not unlocked or the password is another. */
export async function openKept({ lock, box, letter }: KeptRecord, password: string): Promise<string | undefined> {
  const key = await keyOf(lock, password)
  return key && readLetter(box, letter, key)
}

/** The record, the keys to it, and the shell. */
export async function forgetKept(): Promise<void> {
  await withDatabase((database) => database.clear('record'))
  unmark()
  const registration = await navigator.serviceWorker?.getRegistration(worker).catch(() => undefined)
  await registration?.unregister()
  if (!('caches' in globalThis)) return
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name.startsWith('shebao-shell-')).map((name) => caches.delete(name)))
}
