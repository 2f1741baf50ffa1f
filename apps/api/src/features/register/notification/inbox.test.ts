import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { takeOverNotifications } from '../../../telling/notification-state.repository.ts'
import { tell } from '../../../telling/tell.ts'
import type { Recipient } from '../../../telling/telling.ts'
import { ask } from '../../../testing/ask.ts'
import { givenOffice, givenUnit } from '../../../testing/inspection-scenario.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { addClerk, addPerson, addStaff } from '../../../testing/readers.ts'
import { deliverDue } from './deliver.ts'
import { removeOldNotifications } from './notification-jobs.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'

let platform: TestPlatform
let employerId: string
let officeId: string
beforeAll(async () => {
  platform = await openTestPlatform()
  await givenOffice(platform)
  officeId = (await platform.database.prisma.office.findFirstOrThrow()).id
  ;({ employerId } = await givenUnit(platform, { seed: 1 }))
})
afterAll(() => platform.close())

interface Page {
  edges: { node: { id: string; kind: string; title: string; body: string; path: string; readAt: string | null } }[]
  pageInfo: { hasNextPage: boolean; endCursor: string }
}

async function inbox(viewer: Viewer, args: Record<string, unknown> = {}, language = 'ZH_CN') {
  const source = `query ($language: NotificationLanguage!, $unreadOnly: Boolean, $first: Int, $after: String) {
    inbox(unreadOnly: $unreadOnly, first: $first, after: $after) {
      edges { node { id kind title(language: $language) body(language: $language) path readAt } } pageInfo { hasNextPage endCursor } }
    unreadNotifications }`
  const { data, errors } = await ask(platform, viewer, source, { language, ...args })
  if (errors.length > 0) throw new Error(errors.join())
  const page = data['inbox'] as unknown as Page
  return { ...page, unread: Number(data['unreadNotifications']), kinds: page.edges.map(({ node }) => node.kind) }
}

const accepted = (to: Recipient, key: string) =>
  tell(platform, [{ kind: 'DECLARATION_ACCEPTED', to, key, params: { year: 2026 } }])

describe('what is told', () => {
  it('reaches everybody who acts for the employer today, once, and nobody else', async () => {
    const [clerk, colleague] = [await addClerk(platform, employerId), await addClerk(platform, employerId)]
    const gone = await addClerk(platform, employerId, { validTo: '2026-11-22' })
    const dismissed = await addClerk(platform, employerId, { endedAt: new Date() })
    const other = await addClerk(platform, await addEmployer(platform, [1_000_000]).then((one) => one.employerId))
    await accepted({ employerId }, 'once')
    await accepted({ employerId }, 'once')
    for (const viewer of [clerk, colleague]) expect((await inbox(viewer)).kinds).toEqual(['DECLARATION_ACCEPTED'])
    for (const viewer of [gone, dismissed, other]) expect((await inbox(viewer)).kinds).toEqual([])
    const [entry] = (await inbox(clerk, {}, 'EN')).edges
    expect(entry?.node).toMatchObject({
      title: 'The annual inspection of 2026 was accepted',
      path: '/employer/inspection',
      readAt: null,
    })
  })

  it('is shown to a clerk of two employers with the one acted for', async () => {
    const { employerId: second } = await addEmployer(platform, [1_000_000])
    const clerk = await addClerk(platform, second)
    await accepted({ employerId: second }, 'two')
    expect((await inbox({ ...clerk, employerId })).kinds).toEqual([])
    expect((await inbox(clerk)).kinds).toEqual(['DECLARATION_ACCEPTED'])
  })

  it('is never told of what was rolled back', async () => {
    const clerk = await addClerk(platform, employerId)
    await expect(
      platform.database.transaction(async () => {
        await accepted({ employerId }, 'rolled back')
        throw new Error('not today')
      }),
    ).rejects.toThrow('not today')
    expect((await inbox(clerk)).kinds).toEqual([])
  })

  it('reaches a person, and staff by role but for whoever took the step', async () => {
    const individual = await platform.database.prisma.individual.findFirstOrThrow()
    const person = await addPerson(platform, individual.id)
    const [head, colleague] = [
      await addStaff(platform, officeId, ['HEAD']),
      await addStaff(platform, officeId, ['REVIEWER']),
    ]
    const officer = await addStaff(platform, officeId, ['OFFICER'])
    await tell(platform, [
      {
        kind: 'CARD_PASSWORD_RESET',
        to: { individualId: individual.id },
        key: 'r',
        params: { at: '2026-11-23T02:00:00Z' },
      },
      {
        kind: 'REFUND_WAITS',
        to: { roles: ['HEAD', 'REVIEWER'], except: head.accountId },
        key: 'w',
        params: { id: crypto.randomUUID(), number: 'TF00000001', amount: 123_456_789 },
      },
    ])
    expect((await inbox(person)).edges[0]?.node.body).toContain('2026年11月23日 10:00')
    expect((await inbox(colleague)).edges[0]?.node.body).toContain('¥1,234,567.89')
    expect((await inbox(head)).kinds).toEqual([])
    expect((await inbox(officer)).kinds).toEqual([])
  })
})

describe('a person who never signed in', () => {
  it('is told all the same: by the number of the register, and in the inbox of the first sign-in', async () => {
    const { individualIds } = await addEmployer(platform, [1_000_000])
    const individualId = individualIds[0] ?? ''
    const told = {
      kind: 'REFUND_PAID_OUT',
      to: { individualId },
      params: { id: '1', number: 'TF00000001', amount: 1 },
    } as const
    await tell(platform, [{ ...told, key: 'before' }])
    await tell(platform, [{ ...told, key: 'before' }])
    const { notificationDelivery, notification } = platform.database.prisma
    const waiting = await notificationDelivery.findMany({ where: { notification: { individualId } } })
    expect(waiting).toMatchObject([{ channel: 'SMS', state: 'WAITING' }])
    await platform.database.prisma.individual.update({
      where: { id: individualId },
      data: { personal: platform.vault.seal({ name: '王', idNumber: 'x' }) },
    })
    await deliverDue(platform)
    const log = await ask(
      platform,
      await addStaff(platform, officeId, ['AUDITOR']),
      '{ deliveryLog(first: 1, state: GIVEN_UP) { edges { node { kind readerKind deliveries { state reason } } } } }',
    )
    expect(log.data['deliveryLog']).toEqual({
      edges: [
        {
          node: {
            kind: 'REFUND_PAID_OUT',
            readerKind: 'INSURED',
            deliveries: [{ state: 'GIVEN_UP', reason: 'NO_ADDRESS' }],
          },
        },
      ],
    })
    const person = await addPerson(platform, individualId)
    await takeOverNotifications(platform, person)
    await tell(platform, [{ ...told, key: 'since' }])
    expect((await inbox(person)).kinds).toEqual(['REFUND_PAID_OUT', 'REFUND_PAID_OUT'])
    expect(await notification.count({ where: { individualId } })).toBe(0)
  })
})

describe('what was told two years ago', () => {
  it('is removed with a trace, and nothing later', async () => {
    const { employerId: own } = await addEmployer(platform, [1_000_000])
    const clerk = await addClerk(platform, own)
    const now = platform.clock.now().toISOString()
    for (const [at, key] of [
      ['2024-11-22T00:00:00+08:00', 'old'],
      ['2024-11-24T00:00:00+08:00', 'kept'],
    ] as const) {
      platform.clock.set(at)
      await accepted({ employerId: own }, key)
    }
    platform.clock.set(now)
    expect(await removeOldNotifications(platform)).toBe(1)
    expect((await inbox(clerk)).kinds).toHaveLength(1)
    const trail = await platform.database.query<{ change: unknown }>({
      text: "SELECT change FROM audit_event WHERE action = 'REMOVE_NOTIFICATIONS'",
    })
    expect(trail).toEqual([{ change: { notifications: 1, before: '2024-11-23' } }])
    expect(await removeOldNotifications(platform)).toBe(0)
  })
})

describe('an inbox', () => {
  it('goes by pages, unread first where that is wanted, and is marked by its owner alone', async () => {
    const { employerId: own } = await addEmployer(platform, [1_000_000])
    const [clerk, colleague] = [await addClerk(platform, own), await addClerk(platform, own)]
    for (const key of ['a', 'b', 'c']) {
      platform.clock.advance(1000)
      await accepted({ employerId: own }, key)
    }
    const first = await inbox(clerk, { first: 2 })
    expect([first.edges.length, first.pageInfo.hasNextPage, first.unread]).toEqual([2, true, 3])
    const second = await inbox(clerk, { first: 2, after: first.pageInfo.endCursor })
    expect([second.edges.length, second.pageInfo.hasNextPage]).toEqual([1, false])

    const mark = async (viewer: Viewer, ids?: string[]) => {
      const source = 'mutation ($ids: [ID!]) { markNotificationsRead(ids: $ids) }'
      const { data, errors } = await ask(platform, viewer, source, { ids })
      return errors.length > 0 ? errors : data['markNotificationsRead']
    }
    const ids = first.edges.map(({ node }) => node.id)
    expect(await mark(colleague, ids)).toBe(3)
    expect(await mark(clerk, ids)).toBe(1)
    expect((await inbox(clerk, { unreadOnly: true })).edges.map(({ node }) => node.id)).toEqual(
      second.edges.map(({ node }) => node.id),
    )
    expect(await mark(clerk)).toBe(0)
    expect((await inbox(colleague)).unread).toBe(3)
    expect(await mark(clerk, ['no id'])).toEqual(['NOT_FOUND'])
  })

  it('refuses a cursor that is none of its own', async () => {
    const clerk = await addClerk(platform, employerId)
    for (const after of ['x', Buffer.from('["2026","x"]').toString('base64url')])
      expect((await ask(platform, clerk, `{ inbox(after: "${after}") { edges { cursor } } }`)).errors).toEqual([
        'BAD_USER_INPUT',
      ])
  })
})
