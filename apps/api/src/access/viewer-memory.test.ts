import { beforeEach, describe, expect, it } from 'vitest'
import { insuredViewer } from '../testing/ask.ts'
import { createTestClock } from '../testing/test-platform.ts'
import type { TestClock } from '../testing/test-platform.ts'
import { createViewerMemory } from './viewer-memory.ts'
import type { ViewerMemory } from './viewer-memory.ts'
import type { Viewer } from './viewer.ts'

const account = 'account'
const signedIn = (displayName: string): Viewer => ({ ...insuredViewer('person'), accountId: account, displayName })

let viewer: Viewer | undefined
let asked: number
let clock: TestClock
let memory: ViewerMemory
/** Lets an answer of the database wait. */
let held: Promise<void> | undefined

beforeEach(() => {
  viewer = signedIn('first')
  asked = 0
  held = undefined
  clock = createTestClock('2026-11-23T10:00:00+08:00')
  memory = createViewerMemory(async () => {
    asked += 1
    const found = viewer
    await held
    return found
  }, clock)
  memory.hears(true)
})

const nameOf = async (token: string | undefined = 'token') => (await memory.find(token))?.displayName

describe('who is signed in', () => {
  it('is asked once while nothing changes', async () => {
    expect([await nameOf(), await nameOf(), asked]).toEqual(['first', 'first', 1])
    expect([await nameOf('another'), asked]).toEqual(['first', 2])
  })

  it('is asked each time while nobody tells of changes', async () => {
    await nameOf()
    memory.hears(false)
    viewer = undefined
    expect([await nameOf(), await nameOf(), asked]).toEqual([undefined, undefined, 3])
    memory.hears(true)
    viewer = signedIn('second')
    expect([await nameOf(), await nameOf(), asked]).toEqual(['second', 'second', 4])
  })

  it('is asked again when the account changed, or this session answered something that changes', async () => {
    await nameOf()
    memory.changed('somebody else')
    memory.forget('another')
    memory.forget(undefined)
    viewer = signedIn('second')
    expect(await nameOf()).toBe('first')
    memory.changed(account)
    expect(await nameOf()).toBe('second')
    viewer = undefined
    memory.forget('token')
    expect(await nameOf()).toBeUndefined()
  })

  it.each(['changed', 'forget'] as const)('counts no answer that was on its way when it %s', async (how) => {
    let release: () => void = () => undefined
    held = new Promise((resolve) => (release = resolve))
    const before = nameOf()
    viewer = undefined
    memory[how](how === 'changed' ? account : 'token')
    release()
    expect(await before).toBe('first')
    expect(await nameOf()).toBeUndefined()
  })

  it('is nobody when the session has run out, and asked again on another day', async () => {
    viewer = { ...signedIn('first'), expiresAt: new Date('2026-11-24T10:00:00+08:00') }
    await nameOf()
    clock.set('2026-11-24T00:00:00+08:00')
    await nameOf()
    expect(asked).toBe(2)
    viewer = undefined
    clock.set('2026-11-24T10:00:00+08:00')
    expect(await nameOf()).toBeUndefined()
  })

  it('is never remembered as nobody, and no token is no question of memory', async () => {
    viewer = undefined
    expect([await nameOf(), await nameOf(), asked]).toEqual([undefined, undefined, 2])
    expect([await memory.find(undefined), asked]).toEqual([undefined, 3])
  })

  it('is asked again when more changed than can be kept in mind', async () => {
    await nameOf()
    viewer = undefined
    for (let other = 0; other <= 20_000; other += 1) memory.changed(`other ${other}`)
    expect(await nameOf()).toBeUndefined()
  })
})
