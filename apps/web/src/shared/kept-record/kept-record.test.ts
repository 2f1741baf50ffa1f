// @vitest-environment node
import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { beforeEach, expect, it, vi } from 'vitest'
import { forgetUnlessOf } from './kept-mark.ts'
import { findKept, keepRecord, openKept, renewKept } from './kept-record.ts'
import { keyOfSecret, randomBytes, readLetter } from './seal-record.ts'
import { isPasswordWeak, lockByPassword } from './unlock.ts'

const password = '秋天的雨下了 2026'
const now = new Date('2026-11-29T12:00:00Z')

/** As a device unlocks: without the hundred thousands of rounds that a password costs. */
async function lockByFakeDevice() {
  const salt = randomBytes(32)
  const key = await keyOfSecret(randomBytes(32), salt)
  return { lock: { way: 'DEVICE', salt, credential: randomBytes(16) } as const, key }
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
})

it('opens with its password only, and lies nowhere in clear', async () => {
  await keepRecord('anna', await lockByPassword(password), '{"months":33}', now)
  const kept = await findKept()
  if (!kept) throw new Error('Nothing was kept.')
  expect(new TextDecoder('latin1').decode(kept.letter.text)).not.toContain('months')
  expect(await openKept(kept, 'another password')).toBeUndefined()
  expect(await openKept(kept, password)).toBe('{"months":33}')
})

it('is renewed without unlocking', async () => {
  const locking = await lockByFakeDevice()
  const kept = await keepRecord('anna', locking, 'before', now)
  await renewKept(kept, 'after', new Date('2026-12-01T08:00:00Z'))
  const renewed = await findKept()
  expect(renewed?.keptAt).toBe('2026-12-01T08:00:00.000Z')
  expect(renewed && (await readLetter(renewed.box, renewed.letter, locking.key))).toBe('after')
})

it('stays for its own account, and goes when another signs in or anybody signs out', async () => {
  const lock = await lockByFakeDevice()
  await keepRecord('anna', lock, 'text', now)
  await forgetUnlessOf('anna')
  expect(await findKept()).toBeDefined()
  await forgetUnlessOf('bert')
  expect(await findKept()).toBeUndefined()
  await keepRecord('anna', lock, 'text', now)
  await forgetUnlessOf(undefined)
  expect(await findKept()).toBeUndefined()
})

it('takes no card password', () => {
  expect(['704913', '1234567890123', 'short'].filter((word) => !isPasswordWeak(word))).toEqual([])
  expect(isPasswordWeak(password)).toBe(false)
})
