import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openTestPlatform } from '../testing/test-platform.ts'
import type { TestPlatform } from '../testing/test-platform.ts'
import { undone } from '../testing/undone.ts'
import { createAudit } from './audit.ts'
import type { Audit } from './audit.ts'
import { fileWitness } from './audit-witness.ts'

let platform: TestPlatform
let folder: string
let file: string
let audit: Audit
const key = Buffer.alloc(32, 3)

beforeAll(async () => {
  platform = await openTestPlatform()
  folder = await mkdtemp(join(tmpdir(), 'shebao-witness-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await platform.close()
})
beforeEach(async () => {
  file = join(folder, crypto.randomUUID(), 'audit-head')
  audit = createAudit(platform.database, platform.clock, fileWitness(file, key))
  await write(5)
  await audit.link()
})

async function write(entries: number): Promise<void> {
  for (let n = 0; n < entries; n += 1)
    await audit.record({
      actorKind: 'SYSTEM',
      origin: 'test',
      action: 'SIGN_OUT',
      recordType: 'Account',
      recordId: `${n}`,
    })
}

/** As somebody who owns the database would: the last entries, their links, and the head set back to before them. */
const cutTail = (entries: number) => [
  'ALTER TABLE audit_link DISABLE TRIGGER USER',
  'ALTER TABLE audit_event DISABLE TRIGGER USER',
  'ALTER TABLE audit_head DISABLE TRIGGER USER',
  `CREATE TEMP TABLE cut AS SELECT seq FROM audit_link ORDER BY position DESC LIMIT ${entries}`,
  'DELETE FROM audit_link WHERE seq IN (SELECT seq FROM cut)',
  'DELETE FROM audit_event WHERE seq IN (SELECT seq FROM cut)',
  `UPDATE audit_head SET (position, seq, hash) = (SELECT position, seq, hash FROM audit_link ORDER BY position DESC LIMIT 1)`,
  'DROP TABLE cut',
]

/** Whether the check says so, in a transaction that is undone. */
async function after(statements: readonly string[], more: () => Promise<void> = async () => undefined) {
  return undone(platform.database, async () => {
    for (const text of statements) await platform.database.query({ text })
    await more()
    return audit.check()
  })
}

it('fits after every linking, and is signed', async () => {
  expect(await audit.check()).toMatchObject({ firstBreak: undefined, missing: 0n })
  const written = await readFile(file, 'utf8')
  await writeFile(
    file,
    written.replace(/^\d+/, (position) => String(Number(position) + 1)),
  )
  expect((await audit.check()).firstBreak).toBe(0n)
  await writeFile(file, written)
  expect(await audit.check()).toMatchObject({ firstBreak: undefined, missing: 0n })
})

it('says how many of the last entries are missing where the head was set back with them', async () => {
  expect(await after(cutTail(3))).toMatchObject({ firstBreak: undefined, missing: 3n })
})

it('notices it also when as many and more were written since', async () => {
  const state = await after(cutTail(3), () => write(4))
  expect(state.firstBreak).toBeDefined()
})

it('keeps what it knows while something is missing, for the next who looks', async () => {
  const before = await readFile(file, 'utf8')
  await after(cutTail(2), async () => {
    await write(1)
    await audit.link()
  })
  expect(await readFile(file, 'utf8')).toBe(before)
})

it('says nothing new without a witness', async () => {
  const alone = createAudit(platform.database, platform.clock)
  const state = await undone(platform.database, async () => {
    for (const text of cutTail(3)) await platform.database.query({ text })
    return alone.check()
  })
  expect(state).toMatchObject({ firstBreak: undefined, missing: 0n })
})
