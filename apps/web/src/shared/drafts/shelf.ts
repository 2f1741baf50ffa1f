import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

/** What somebody is typing, as one page of one tab keeps it. */
export interface KeptDraft {
  /** Account and employer it is typed for. Nobody else is ever shown it. */
  owner: string
  draft: string
  /** The page that keeps it: two tabs never write over each other. */
  page: string
  what: KeptWhat
  /** What stood there when typing began, and what stands there now. */
  base: object
  mine: object
  /** The office's revision of `base`, where it counts them. */
  revision: number | null
  /** What belongs to it and is no answer, such as a chosen person. */
  beside: unknown
  typedAt: string
}

/** A submission that was pressed and has no answer yet, with what it takes to send the very same again. */
export interface KeptSubmission {
  owner: string
  declaration: string
  what: KeptWhat
  /** What was looked at; when the declaration is another by now, this cannot be sent any more. */
  content: string
  /** Who signed the promise. */
  signer: string
  /** Its idempotency key, where the declaration has one; the others go by what was looked at. */
  key: string | null
  pressedAt: string
}

export interface KeptWhat {
  kind: KeptKind
  /** Year, month or row, as the kind has it. */
  of: string
  /** Where it goes on. */
  path: string
}

export type KeptKind =
  | 'UNIT_FORM'
  | 'PERSON'
  | 'NEW_PERSON'
  | 'MONTHLY_CHANGE'
  | 'WORKBENCH'
  | 'PARTICULARS'
  | 'QUESTION'
  | 'TRANSFER'
  | 'REPORT'
  | 'REFUND'
  | 'BACK_PAYMENT'
  | 'INSPECTION'
  | 'MONTHLY'

interface Rooms extends DBSchema {
  drafts: { key: [string, string, string]; value: KeptDraft; indexes: { draft: [string, string]; owner: string } }
  submissions: { key: [string, string]; value: KeptSubmission; indexes: { owner: string } }
}

let opening: Promise<IDBPDatabase<Rooms>> | undefined

function open(): Promise<IDBPDatabase<Rooms>> {
  opening ??= openDB<Rooms>('shebao', 1, {
    upgrade(database) {
      const drafts = database.createObjectStore('drafts', { keyPath: ['owner', 'draft', 'page'] })
      drafts.createIndex('draft', ['owner', 'draft'])
      drafts.createIndex('owner', 'owner')
      database.createObjectStore('submissions', { keyPath: ['owner', 'declaration'] }).createIndex('owner', 'owner')
    },
    // The browser closes it when its storage is cleared; the next one to ask opens it anew.
    terminated: () => {
      opening = undefined
    },
  }).catch((error: unknown) => {
    opening = undefined
    throw error
  })
  return opening
}

/** Nothing holds on to the database any more; the next who asks opens it anew. */
export async function closeShelf(): Promise<void> {
  const closing = opening
  opening = undefined
  await closing?.then(
    (database) => database.close(),
    () => undefined,
  )
}

export async function draftsOf(owner: string, draft: string): Promise<KeptDraft[]> {
  return (await open()).getAllFromIndex('drafts', 'draft', [owner, draft])
}

export async function putDraft(draft: KeptDraft): Promise<void> {
  await (await open()).put('drafts', draft)
}

/** Puts one in the place of others, or only takes those away: all of it or nothing. */
export async function replaceDrafts(gone: readonly KeptDraft[], by?: KeptDraft): Promise<void> {
  const change = (await open()).transaction('drafts', 'readwrite')
  const done = gone.map(({ owner, draft, page }) => change.store.delete([owner, draft, page]))
  await Promise.all([...done, ...(by ? [change.store.put(by)] : []), change.done])
}

export async function removeDraft(owner: string, draft: string, page: string): Promise<void> {
  await (await open()).delete('drafts', [owner, draft, page])
}

export async function submissionOf(owner: string, declaration: string): Promise<KeptSubmission | undefined> {
  return (await open()).get('submissions', [owner, declaration])
}

export async function putSubmission(submission: KeptSubmission): Promise<void> {
  await (await open()).put('submissions', submission)
}

export async function removeSubmission(owner: string, declaration: string): Promise<void> {
  await (await open()).delete('submissions', [owner, declaration])
}

export interface KeptThings {
  drafts: readonly KeptDraft[]
  submissions: readonly KeptSubmission[]
}

/** All of one account for one employer, the latest first. */
export async function keptOf(owner: string): Promise<KeptThings> {
  const database = await open()
  const [drafts, submissions] = await Promise.all([
    database.getAllFromIndex('drafts', 'owner', owner),
    database.getAllFromIndex('submissions', 'owner', owner),
  ])
  return {
    drafts: drafts.toSorted((a, b) => (a.typedAt < b.typedAt ? 1 : -1)),
    submissions: submissions.toSorted((a, b) => (a.pressedAt < b.pressedAt ? 1 : -1)),
  }
}

const ofAccount = (account: string) => IDBKeyRange.bound(`${account}/`, `${account}/\uffff`)

export async function countOfAccount(account: string): Promise<{ drafts: number; submissions: number }> {
  const database = await open()
  const [drafts, submissions] = await Promise.all([
    database.countFromIndex('drafts', 'owner', ofAccount(account)),
    database.countFromIndex('submissions', 'owner', ofAccount(account)),
  ])
  return { drafts, submissions }
}

/** After signing out nothing of the account stays on this computer, whichever employer it was for. */
export async function removeAccount(account: string): Promise<void> {
  const change = (await open()).transaction(['drafts', 'submissions'], 'readwrite')
  for (const room of ['drafts', 'submissions'] as const) {
    let cursor = await change.objectStore(room).index('owner').openCursor(ofAccount(account))
    while (cursor) {
      await cursor.delete()
      cursor = await cursor.continue()
    }
  }
  await change.done
}
