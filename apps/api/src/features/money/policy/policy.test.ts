import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { seedPolicy } from './policy-in-force.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

it('adds the shipped rows at the first start and nothing at the next', async () => {
  expect(await seedPolicy(platform)).toBeGreaterThan(20)
  expect(await seedPolicy(platform)).toBe(0)
})
