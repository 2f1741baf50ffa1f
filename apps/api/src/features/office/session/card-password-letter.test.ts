import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StaffRole, Viewer } from '../../../access/viewer.ts'
import { ask, employerViewer } from '../../../testing/ask.ts'
import { addColleague } from '../../../testing/colleague.ts'
import { createServer } from '../../../server.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { addCardPasswordLetters } from './card-password-letter.route.ts'
import { printLetters } from '../../register/paper/index.ts'
import { createTypstCompiler } from '../../register/paper/typst-compiler.ts'
import type { Letter } from '../letter/index.ts'
import { confirm as deskConfirm, request as deskRequest } from '../../../testing/office/session/card-password-desk.ts'
import { idNumber, openTestServer, seedAnew, SessionClient } from '../../../testing/office/session/session-client.ts'

const initial = '310020'
const chosen = '704913'
let platform: TestPlatform
let app: FastifyInstance
let employerId: string
/** What the printer was handed. */
const printed: Letter[] = []

beforeAll(async () => {
  platform = await openTestPlatform()
  app = await openTestServer(platform)
})
afterAll(async () => {
  await app.close()
  await platform.close()
})
beforeEach(async () => {
  employerId = (await seedAnew(platform)).employerId
})

const request = (asker: Viewer | undefined, more?: object) => deskRequest(platform, asker, more)
const confirm = (asker: Viewer | undefined, id?: string) => deskConfirm(platform, asker, id)

const browser = () => new SessionClient(platform, app)

describe('the letter with the one-time code', () => {
  /** A browser that holds a session of one of the two, as the route needs one. */
  async function print(who: Viewer | undefined, id: string | undefined) {
    const own = await createServer(platform, {
      findViewer: async () => who,
      routes: [
        addCardPasswordLetters(async (letters) => {
          printed.push(...letters)
          return printLetters(letters)
        }),
      ],
    })
    const answer = await own.inject({ method: 'POST', url: `/card-passwords/${id}/letter` })
    await own.close()
    return answer
  }
  async function seated(roles: StaffRole[], staffNo: string): Promise<Viewer> {
    const office = await platform.database.prisma.office.findFirstOrThrow()
    return addColleague(platform, roles, { staffNo, officeId: office.id })
  }
  const confirmed = async (asking: Viewer, confirming: Viewer, more: object = {}) => {
    const { reset } = await request(asking, more)
    await confirm(confirming, reset?.id)
    return reset?.id
  }
  const setPassword = async (code: string | undefined) => {
    const person = browser()
    await person.signIn('INSURED', idNumber, initial)
    return person.changePassword(chosen, undefined, code)
  }

  it('of someone who never signed in: asked by one, confirmed by another, printed, and then the person signs in', async () => {
    const [window, second] = [await seated(['OFFICER'], 'S6001'), await seated(['REVIEWER'], 'S6002')]
    const { reset } = await request(window)
    expect((await print(window, reset?.id)).statusCode).toBe(404)
    await confirm(second, reset?.id)
    const letter = await print(window, reset?.id)
    expect([letter.statusCode, letter.headers['content-type'], letter.headers['cache-control']]).toEqual([
      200,
      'application/pdf',
      'no-store',
    ])
    expect(letter.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect(printed.at(-1)).toMatchObject({ recipient: { name: '张三', address: undefined }, date: '2026-11-23' })
    const code = printed.at(-1)?.code
    expect(JSON.stringify(await platform.database.prisma.oneTimeCode.findMany())).not.toContain(code?.replace('-', ''))
    expect(await setPassword(code)).toMatchObject({ __typename: 'PasswordChanged' })
    expect(await setPassword(code)).not.toMatchObject({ __typename: 'PasswordChanged' })
    const actions = await platform.database.prisma.auditEvent.findMany({ orderBy: { seq: 'desc' }, take: 20 })
    expect(actions.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['PRINT_ONE_TIME_CODE', 'ALLOW_FIRST_SIGN_IN', 'REQUEST_CARD_PASSWORD_RESET']),
    )
    expect(JSON.stringify(actions.map(({ change }) => change))).not.toContain(code)
  })

  it('made again holds another code, and the first opens nothing', async () => {
    const [window, second] = [await seated(['OFFICER'], 'S6003'), await seated(['HEAD'], 'S6004')]
    const id = await confirmed(window, second)
    await print(window, id)
    const first = printed.at(-1)?.code
    await print(second, id)
    expect(printed.at(-1)?.code).not.toBe(first)
    expect(await setPassword(first)).toMatchObject({ reasons: ['WRONG_CODE'] })
    expect(await setPassword(printed.at(-1)?.code)).toMatchObject({ __typename: 'PasswordChanged' })
  })

  it('is made by the two who took part, on the same day, and by nobody else', async () => {
    const [window, second] = [await seated(['OFFICER'], 'S6005'), await seated(['REVIEWER'], 'S6006')]
    const id = await confirmed(window, second)
    const before = printed.length
    const others = [await seated(['HEAD'], 'S6007'), await seated(['AUDITOR'], 'S6008'), employerViewer(employerId)]
    for (const other of others) expect((await print(other, id)).statusCode).toBe(403)
    expect((await print(undefined, id)).statusCode).toBe(401)
    expect((await print(window, 'no such')).statusCode).toBe(404)
    const { data } = await ask(platform, window, '{ cardPasswordLetters { id printedAt } }')
    expect(data['cardPasswordLetters']).toEqual([{ id, printedAt: null }])
    const { data: none } = await ask(platform, others[0], '{ cardPasswordLetters { id } }')
    expect(none['cardPasswordLetters']).toEqual([])
    platform.clock.advance(12 * 3_600_000)
    expect((await print(window, id)).statusCode).toBe(404)
    expect(printed).toHaveLength(before)
  })

  it('by post goes to the address, which is kept sealed', async () => {
    const [window, second] = [await seated(['OFFICER'], 'S6009'), await seated(['REVIEWER'], 'S6010')]
    const address = '北京市东城区示范胡同 7 号院 2-101'
    const id = await confirmed(window, second, { delivery: 'POST', address })
    const [row] = await platform.database.prisma.cardPasswordReset.findMany()
    expect(Buffer.from(row?.address ?? new Uint8Array()).toString('utf8')).not.toContain('示范胡同')
    await print(window, id)
    expect(printed.at(-1)?.recipient).toEqual({ name: '张三', address })
  })

  it('stands on one page, in both languages', async () => {
    const [letter] = printed
    const typeset = createTypstCompiler()
    const document = typeset({
      template: 'register/paper/templates/letter.typ',
      data: {
        letters: [
          {
            ...letter,
            recipient: { name: '张三', address: '北京市' },
            qrSvg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
          },
        ],
      },
      createdAtSeconds: 0,
    })
    expect(document.pages).toBe(1)
    expect(JSON.stringify(document.query('<content>'))).toContain(letter?.code)
  })
})
