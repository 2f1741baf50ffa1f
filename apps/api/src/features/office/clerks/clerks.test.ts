import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  openTestServer,
  password,
  registrationNo,
  seedAccounts,
  SessionClient,
  staffNo,
} from '../../../testing/office/session/session-client.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { mostClerks } from './read-clerks.ts'

let platform: TestPlatform
let app: FastifyInstance
let employerId: string
let first: SessionClient
beforeAll(async () => {
  platform = await openTestPlatform()
  employerId = (await seedAccounts(platform)).employerId
  app = await openTestServer(platform)
  first = new SessionClient(platform, app)
  await first.signIn('EMPLOYER', registrationNo, password)
})
afterAll(async () => {
  await app.close()
  await platform.close()
})

interface Listed {
  id: string
  clerkNo: string
  displayName: string
  state: string
  duties: string[]
  byEmployerNumber: boolean
}
interface Outcome {
  __typename: string
  reason?: string
  clerks: Listed[]
  link: { code: string; url: string; emailed: boolean } | null
}
const outcome = `{ __typename ... on ClerkDone { clerks { id clerkNo displayName state duties byEmployerNumber }
  link { code url emailed } } ... on ClerkRefused { reason } }`
const clerkMutations = {
  inviteClerk: `mutation ($input: ClerkInvitation!) { done: inviteClerk(input: $input) ${outcome} }`,
  changeClerkDuties: `mutation ($accountId: ID!, $duties: [ClerkDuty!]!) {
    done: changeClerkDuties(accountId: $accountId, duties: $duties) ${outcome} }`,
  removeClerk: `mutation ($accountId: ID!) { done: removeClerk(accountId: $accountId) ${outcome} }`,
  issueClerkLink: `mutation ($accountId: ID!) { done: issueClerkLink(accountId: $accountId) ${outcome} }`,
}
const act = async (client: SessionClient, name: keyof typeof clerkMutations, variables: Record<string, unknown>) => {
  const { data, errors } = await client.ask(clerkMutations[name], variables)
  if (errors) throw new Error(JSON.stringify(errors[0]?.extensions))
  return data?.['done'] as Outcome
}
const openLink = async (code: string, newPassword: string) =>
  (
    await new SessionClient(platform, app, '192.0.2.9').ask(
      `mutation ($code: String!, $newPassword: String!) { setPasswordByLink(code: $code, newPassword: $newPassword) {
        __typename ... on PasswordRefused { reasons } } }`,
      { code, newPassword },
    )
  ).data?.['setPasswordByLink']

/** Invites somebody, who sets a password and signs in. */
async function addClerk(displayName: string, duties: readonly string[]) {
  const { clerks, link } = await act(first, 'inviteClerk', { input: { displayName, duties } })
  const clerk = clerks.find((one) => one.displayName === displayName)
  if (!clerk || !link) throw new Error('Nobody was invited.')
  const clerkPassword = `lantern over ${duties.length} fields`
  expect(await openLink(link.code, clerkPassword)).toMatchObject({ __typename: 'LinkPasswordSet' })
  const client = new SessionClient(platform, app)
  const signedIn = await client.signIn('EMPLOYER', clerk.clerkNo, clerkPassword)
  expect(signedIn.viewer).toMatchObject({ id: clerk.id, employerId })
  return { ...clerk, client, password: clerkPassword, link }
}

describe('an invited clerk', () => {
  it('signs in with a number of their own, once the link was used, which works once', async () => {
    const clerk = await addClerk('沈编制', ['PREPARE'])
    expect(clerk).toMatchObject({ state: 'WAITING', duties: ['PREPARE'], byEmployerNumber: false })
    expect(await openLink(clerk.link.code, 'another one altogether')).toMatchObject({ reasons: ['LINK_USED'] })
    expect((await first.signIn('EMPLOYER', registrationNo, password)).viewer?.id).not.toBe(clerk.id)
  })

  it('prepares, and is told which duty is missing where more is asked', async () => {
    const { client } = await addClerk('韩编制', ['PREPARE'])
    const { errors } = await client.ask(
      'mutation ($id: ID!) { withdrawDeclaration(declarationId: $id, decidedOn: "SUBMITTED.1") { __typename } }',
      {
        id: crypto.randomUUID(),
      },
    )
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', barrier: 'DUTY', duty: 'SUBMIT' })
    await expect(act(client, 'inviteClerk', { input: { displayName: '某某', duties: [] } })).rejects.toThrow(
      'ADMINISTER',
    )
  })

  it('is refused under a name that a clerk has, and a link to no address', async () => {
    const twice = { input: { displayName: '同名', duties: [] } }
    expect((await act(first, 'inviteClerk', twice)).__typename).toBe('ClerkDone')
    expect(await act(first, 'inviteClerk', twice)).toEqual({ __typename: 'ClerkRefused', reason: 'SAME_NAME' })
    const wrong = { input: { displayName: '地址', duties: [], email: 'nowhere' } }
    await expect(act(first, 'inviteClerk', wrong)).rejects.toThrow('email')
  })

  it('gets the link by e-mail, and another one when it was lost', async () => {
    const input = { displayName: '邮件', duties: ['PAY'], email: 'clerk@example.cn' }
    const { clerks, link } = await act(first, 'inviteClerk', { input })
    expect(link?.emailed).toBe(true)
    const accountId = clerks.find(({ displayName }) => displayName === '邮件')?.id
    const again = await act(first, 'issueClerkLink', { accountId })
    expect(await openLink(link?.code ?? '', 'a password for nothing')).toMatchObject({ reasons: ['LINK_WITHDRAWN'] })
    expect(await openLink(again.link?.code ?? '', 'this one is for real')).toMatchObject({
      __typename: 'LinkPasswordSet',
    })
  })
})

describe('an administrator', () => {
  const nameOf = async ({ client }: { client: SessionClient }) =>
    ((await client.ask('{ viewer { displayName duties } }')).data?.['viewer'] ?? null) as { duties: string[] } | null

  it('changes what a clerk may do, and removes one at once, in the sessions that are open', async () => {
    const clerk = await addClerk('钱缴费', ['PREPARE', 'SUBMIT', 'PAY'])
    await act(first, 'changeClerkDuties', { accountId: clerk.id, duties: ['PAY'] })
    expect((await nameOf(clerk))?.duties).toEqual(['PAY'])
    const { clerks } = await act(first, 'removeClerk', { accountId: clerk.id })
    expect(clerks.map(({ id }) => id)).not.toContain(clerk.id)
    expect(await nameOf(clerk)).toBeNull()
    expect((await clerk.client.signIn('EMPLOYER', clerk.clerkNo, clerk.password)).__typename).toBe('SignInRefused')
    await expect(act(first, 'removeClerk', { accountId: clerk.id })).rejects.toThrow('NOT_FOUND')
    const trail = await platform.database.prisma.auditEvent.findMany({
      where: { recordId: clerk.id },
      orderBy: { seq: 'asc' },
    })
    expect(trail.map(({ action }) => action)).toEqual([
      'CLERK_INVITED',
      'PASSWORD_SET_BY_LINK',
      'CLERK_DUTIES_CHANGED',
      'CLERK_REMOVED',
    ])
  })

  it('is never the last one to go: an unused invitation is nobody yet', async () => {
    const accountId = (await first.signIn('EMPLOYER', registrationNo, password)).viewer?.id
    const last = { __typename: 'ClerkRefused', reason: 'LAST_ADMINISTRATOR' }
    await act(first, 'inviteClerk', { input: { displayName: '未来管理员', duties: ['ADMINISTER'] } })
    expect(await act(first, 'removeClerk', { accountId })).toEqual(last)
    expect(await act(first, 'changeClerkDuties', { accountId, duties: ['PAY'] })).toEqual(last)
    const second = await addClerk('第二管理员', ['ADMINISTER'])
    expect((await act(second.client, 'changeClerkDuties', { accountId, duties: [] })).__typename).toBe('ClerkDone')
    expect(await act(second.client, 'removeClerk', { accountId: second.id })).toEqual(last)
    expect((await act(second.client, 'changeClerkDuties', { accountId, duties: ['ADMINISTER'] })).__typename).toBe(
      'ClerkDone',
    )
  })
})

it('is seen by staff, and by no other employer', async () => {
  const staff = new SessionClient(platform, app)
  await staff.signIn('STAFF', staffNo, password)
  const list = 'query ($id: ID!) { clerks(employerId: $id) { displayName } }'
  const seen = (await staff.ask(list, { id: employerId })).data?.['clerks'] as { displayName: string }[]
  expect(seen[0]).toEqual({ displayName: '示范面馆' })
  const { errors } = await first.ask(list, { id: crypto.randomUUID() })
  expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND')
})

it('is one of a hundred at the most, and has a name', async () => {
  const named = (displayName: string) => act(first, 'inviteClerk', { input: { displayName, duties: [] } })
  await expect(named('某')).rejects.toThrow('displayName')
  const ids = Array.from({ length: mostClerks }, () => crypto.randomUUID())
  const { prisma } = platform.database
  await prisma.account.createMany({
    data: ids.map((id, index) => ({ id, kind: 'EMPLOYER', displayName: `办事员${index}`, passwordHash: '' })),
  })
  const acts = { role: 'CLERK', scopeKind: 'EMPLOYER', scopeId: employerId, validFrom: '2020-01-01', duties: [] }
  await prisma.membership.createMany({ data: ids.map((accountId) => ({ accountId, ...acts })) })
  expect(await named('第一百零一人')).toEqual({ __typename: 'ClerkRefused', reason: 'TOO_MANY' })
})
