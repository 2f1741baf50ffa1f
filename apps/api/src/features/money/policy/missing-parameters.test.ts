import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask, employerViewer, staffViewer } from '../../../testing/ask.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { seedPolicy } from './policy-in-force.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const missing = async (viewer = staffViewer(['OFFICER'])) =>
  (await ask(platform, viewer, '{ monthWithoutParameters }')).data['monthWithoutParameters']

it('tells the month that nothing can be billed in, until parameters are published', async () => {
  expect(await missing()).toBeNull()
  await platform.database.prisma.office.create({
    data: { region: '110000', nameZh: '局', nameEn: 'Office', phone: '1', addressZh: '地', addressEn: 'Place' },
  })
  expect(await missing()).toBe('2026-11')
  await seedPolicy(platform)
  expect(await missing()).toBeNull()
})

it('tells it to staff only', async () => {
  const { errors } = await ask(platform, employerViewer(crypto.randomUUID()), '{ monthWithoutParameters }')
  expect(errors).toHaveLength(1)
})
