import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  handOutCode,
  idNumber,
  openTestServer,
  seedAccounts,
  SessionClient,
} from '../../../testing/office/session/session-client.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { passwordHashing } from './password-hashing.ts'

let platform: TestPlatform
let app: FastifyInstance
let individualId: string
beforeAll(async () => {
  platform = await openTestPlatform()
  individualId = (await seedAccounts(platform)).individualId
  app = await openTestServer(platform)
})
afterAll(async () => {
  await app.close()
  await platform.close()
})

const folder = join(import.meta.dirname, '../../../../../../prisma/migrations')
const migration = readdirSync(folder).find((name) => name.endsWith('_close_accounts_without_code')) ?? ''
const upgrade = () => platform.database.query({ text: readFileSync(join(folder, migration, 'migration.sql'), 'utf8') })
const closures = () => platform.database.prisma.auditEvent.count({ where: { action: 'PASSWORD_NEEDS_ONE_TIME_CODE' } })
const browser = () => new SessionClient(platform, app)

/** As the release before one-time codes left it: a password of one's own, or of somebody else who knew the ID number. */
async function setPasswordAsBefore(password: string): Promise<void> {
  await browser().signIn('INSURED', idNumber, '310020')
  await platform.database.prisma.account.update({
    where: { individualId },
    data: { passwordHash: await passwordHashing.hash(password), passwordInitial: false },
  })
}

describe('the upgrade of an office whose insured people set passwords before there were one-time codes', () => {
  it('closes their accounts until the code of the office is typed, ends what was open, and leaves everybody else alone', async () => {
    await setPasswordAsBefore('704913')
    const taken = browser()
    expect((await taken.signIn('INSURED', idNumber, '704913')).viewer).toMatchObject({ stage: 'FULL' })
    const clerkAndStaff = { where: { kind: { not: 'INSURED' } }, orderBy: { id: 'asc' } } as const
    const others = await platform.database.prisma.account.findMany(clerkAndStaff)

    await upgrade()
    expect(await taken.viewer()).toBeNull()
    const { viewer } = await taken.signIn('INSURED', idNumber, '704913')
    expect(viewer).toMatchObject({ stage: 'MUST_CHANGE_PASSWORD' })
    expect(await taken.changePassword('815024', '704913')).toMatchObject({ reasons: ['WRONG_CODE'] })
    expect(await closures()).toBe(1)
    expect(await platform.database.prisma.account.findMany(clerkAndStaff)).toEqual(others)

    // The person has the code, and the password that somebody else may know is not taken again.
    const code = await handOutCode(platform, individualId)
    expect(await taken.changePassword('704913', '704913', code)).toMatchObject({ reasons: ['PREVIOUS'] })
    await taken.changePassword('815024', '704913', code)
    expect(await taken.viewer()).toMatchObject({ stage: 'FULL' })
  })

  it('is done once: a password that was set with a code stays, also after it was changed again', async () => {
    await upgrade()
    const person = browser()
    expect((await person.signIn('INSURED', idNumber, '815024')).viewer).toMatchObject({ stage: 'FULL' })
    expect(await closures()).toBe(1)
  })
})
