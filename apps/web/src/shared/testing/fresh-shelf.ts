import * as fake from 'fake-indexeddb'
import { onTestFinished, vi } from 'vitest'
import { Keeping } from '../drafts/keeping.ts'
import { closeShelf } from '../drafts/shelf.ts'

/** An empty database of the browser, which jsdom has not, for one test. Its types stay: without the database nobody finds them. */
export async function freshShelf(): Promise<void> {
  for (const [name, part] of Object.entries(fake)) if (name.startsWith('IDB')) Reflect.set(globalThis, name, part)
  await closeShelf()
  vi.stubGlobal('indexedDB', new fake.IDBFactory())
  onTestFinished(async () => {
    await closeShelf()
    vi.unstubAllGlobals()
  })
}

/** For a form that has nothing to bring back. */
export const nothingKept = <Form extends object>(draft = 'test'): Keeping<Form> =>
  new Keeping<Form>({ owner: 'a1/e1', draft, what: { kind: 'UNIT_FORM', of: '2026', path: '/' } }, null)
