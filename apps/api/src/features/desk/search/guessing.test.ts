import { isDeepStrictEqual } from 'node:util'
import { maskIdNumber } from '@shebao/identifiers'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { ask, insuredViewer, partnerViewer, staffViewer } from '../../../testing/ask.ts'
import { idNumber, seedAccounts } from '../../../testing/office/session/session-client.ts'
import { issueLink } from '../../office/one-time-code/index.ts'
import { beginRegistration } from '../../register/registration/open-registration.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'

// Doors at which somebody who signed in, or holds a paper, could try numbers one after the other.
const [byOne, ofOne, fromAddress] = [30, 5, 50]
const minute = 60_000
let platform: TestPlatform
let accountId: string
let [bankId, hospitalId] = ['', '']
let codeOfCard: string
let link: string
let application: { number: string; secret: string }

beforeAll(async () => {
  platform = await openTestPlatform()
  const { individualId } = await seedAccounts(platform)
  const { prisma } = platform.database
  accountId = (await prisma.account.findFirstOrThrow({ where: { kind: 'STAFF' } })).id
  const by = { createdBy: accountId, createdAt: platform.clock.now() }
  const partner = (kind: string, number: string, name: string) =>
    prisma.partner.create({ data: { kind, number, name, linked: kind === 'BANK', ...by } })
  bankId = (await partner('BANK', 'YH1', '示范银行')).id
  hospitalId = (await partner('HOSPITAL', 'YY1', '示范医院')).id
  const other = await addPerson(otherNumber)
  const card = await addCard(individualId, 'A12345678', 'NORMAL')
  await addCard(other, otherCard, 'INACTIVE')
  await prisma.document.create({
    data: {
      kind: 'UNIT_CERTIFICATE',
      number: 'ZM20260001',
      verifyCode: '23456789ABCDEFGH',
      contentHash: 'c0ffee',
      subjectId: individualId,
      summary: { unitName: '甲', issuedAt: '2026-01-01T00:00:00Z', concerning: '2026' },
    },
  })
  const shown = 'query ($id: ID!) { electronicCardCode(cardId: $id) { token } }'
  const { data } = await ask(platform, insuredViewer(individualId), shown, { id: card })
  link = (
    await platform.database.transaction(() =>
      issueLink(platform, { purpose: 'STAFF_PASSWORD_RESET', accountId, issuedBy: null }),
    )
  ).code
  application = await beginRegistration(platform, 'elsewhere', new Uint8Array(32))
  codeOfCard = (data as unknown as { electronicCardCode: { token: string } }).electronicCardCode.token
})
afterAll(() => platform.close())
beforeEach(async () => void (await platform.database.prisma.signInThrottle.deleteMany()))

const [otherNumber, otherCard] = ['110101199003078670', 'B12345678']
async function addPerson(number: string): Promise<string> {
  const { id } = await platform.database.prisma.individual.create({
    data: {
      idType: 'RESIDENT_ID',
      idHash: platform.vault.lookupHash('person-id', number),
      idMasked: maskIdNumber(number),
      nameMasked: '李*',
      personal: platform.vault.seal({ name: '李四', idNumber: number }),
      sex: 'MALE',
      birthDate: '1990-03-07',
    },
  })
  return id
}
async function addCard(individualId: string, number: string, status: string): Promise<string> {
  const { id } = await platform.database.prisma.card.create({
    data: {
      individualId,
      numberHash: platform.vault.lookupHash('card-number', number),
      numberCipher: platform.vault.seal(number),
      numberMasked: `${number.charAt(0)}******78`,
      bankName: '示范银行',
      status,
      ...(status === 'NORMAL' ? { activatedOn: '2026-01-05' } : {}),
    },
  })
  return id
}
async function answerTo(viewer: Viewer | undefined, source: string, variables: Record<string, unknown>) {
  const { data, errors } = await ask(platform, viewer, source, variables)
  return errors[0] ?? Object.values(data)[0]
}
const officer = () => staffViewer(['OFFICER'], { accountId })
const clerkOfBank = () => partnerViewer('BANK', { partnerId: bankId })
const result = '{ __typename ... on CardActivated { numberMasked } ... on CardRefused { reason } }'
const atBank = (cardNumber: string, number: string, viewer: Viewer = clerkOfBank()) =>
  answerTo(viewer, `mutation ($input: BankActivationInput!) { activateCardAtBank(input: $input) ${result} }`, {
    input: { cardNumber, idNumber: number, documents: ['ID', 'CARD'], byProxy: false },
  })
/** Numbers that nobody has, one for each guess. */
const nth = (n: number) => String(n).padStart(3, '0')

interface Door {
  door: string
  /** Somebody new at it. */
  who: () => Viewer | undefined
  knock: (viewer: Viewer | undefined, guess: string) => Promise<unknown>
  /** What exists. */
  right: () => string
  nobodys: (n: number) => string
  unknown: unknown
  /** Where visitors try, by address over all such doors. */
  most?: number
  stopped?: unknown
}
const throttled = { __typename: 'RegistrationRefused', reason: 'THROTTLED' }
const doors: readonly Door[] = [
  {
    door: 'the desk of a bank',
    who: clerkOfBank,
    knock: (viewer, guess) => atBank(guess, guess === 'A12345678' ? idNumber : `HKG000000${guess.slice(-3)}`, viewer),
    right: () => 'A12345678',
    nobodys: (n) => `C00000${nth(n)}`,
    unknown: { __typename: 'CardRefused', reason: 'NO_MATCH' },
  },
  {
    door: 'the desk of a hospital',
    who: () => partnerViewer('HOSPITAL', { partnerId: hospitalId }),
    knock: (viewer, cardNumber) =>
      answerTo(viewer, `mutation ($input: CardSettlementInput!) { settleWithCard(input: $input) ${result} }`, {
        input: { cardNumber, billNo: 'ZY-1', amount: 100 },
      }),
    right: () => 'A12345678',
    nobodys: (n) => `C00000${nth(n)}`,
    unknown: { __typename: 'CardRefused', reason: 'NO_MATCH' },
  },
  {
    door: 'the check of a card’s code',
    who: officer,
    knock: (viewer, token) =>
      answerTo(viewer, 'mutation ($token: String!) { checkCardCode(token: $token) { outcome } }', { token }),
    right: () => codeOfCard,
    nobodys: (n) => `AAAA${'ABCDEFGHIJ'.charAt(n % 10)}`,
    unknown: { outcome: 'UNKNOWN' },
  },
  {
    door: 'the search for a person',
    who: officer,
    knock: (viewer, number) =>
      answerTo(viewer, 'mutation ($number: String!) { findPerson(number: $number) { idMasked } }', { number }),
    right: () => idNumber,
    nobodys: (n) => `HKG000000${nth(n)}`,
    unknown: null,
  },
  {
    door: 'the window for cards',
    who: officer,
    knock: (viewer, number) =>
      answerTo(viewer, 'query ($number: String!) { cardHolder(number: $number) { idMasked } }', { number }),
    right: () => 'A12345678',
    nobodys: (n) => `C00000${nth(n)}`,
    unknown: null,
  },
  {
    door: 'the window for passwords',
    who: officer,
    knock: (viewer, number) =>
      answerTo(
        viewer,
        `mutation ($input: RequestCardPasswordResetInput!) { requestCardPasswordReset(input: $input) {
          __typename ... on CardPasswordResetRefused { reason } } }`,
        { input: { idNumber: number, reason: '本人持证到窗口', idShown: true, delivery: 'WINDOW' } },
      ),
    right: () => idNumber,
    nobodys: (n) => `HKG000000${nth(n)}`,
    unknown: { __typename: 'CardPasswordResetRefused', reason: 'NO_SUCH_PERSON' },
  },
  {
    door: 'the check of a paper',
    who: () => undefined,
    knock: (viewer, code) =>
      answerTo(viewer, 'query ($code: String!) { verifyDocument(code: $code) { status } }', { code }),
    right: () => '23456789ABCDEFGH',
    nobodys: (n) => `${'ABCDEFGH'.charAt(n % 8)}3456789ABCDEFGH`,
    unknown: null,
  },
  {
    door: 'the window for transfers',
    who: officer,
    knock: async (viewer, personNumber) => {
      const office = { askingKey: crypto.randomUUID(), region: '310000', agency: '上海市社会保险事业管理中心' }
      return answerTo(
        viewer,
        `mutation ($input: ApplyForTransferInput!) { applyForTransfer(input: $input) { __typename
          ... on TransferOpeningRefused { reason } } }`,
        { input: { ...office, personNumber } },
      )
    },
    right: () => idNumber,
    nobodys: (n) => `HKG000000${nth(n)}`,
    unknown: { __typename: 'TransferOpeningRefused', reason: 'NO_SUCH_PERSON' },
  },
  {
    door: 'the page of a one-time link',
    who: () => undefined,
    knock: (viewer, code) =>
      answerTo(viewer, 'mutation ($code: String!) { readOneTimeLink(code: $code) { __typename } }', { code }),
    right: () => link,
    nobodys: (n) => `${'ABCDEFGH'.charAt(n % 8)}${link.slice(1, 18)}${n % 2 === 0 ? '22' : '33'}`,
    unknown: null,
    most: fromAddress,
  },
  {
    door: 'the page of an application',
    who: () => undefined,
    knock: (viewer, guess) =>
      answerTo(
        viewer,
        `mutation ($key: RegistrationKey!) { readRegistration(key: $key) { __typename
          ... on RegistrationRefused { reason } } }`,
        { key: { number: application.number, secret: guess } },
      ),
    right: () => application.secret,
    nobodys: (n) => `2222-2222-2222-${'ABCDEFGH'.charAt(n % 8)}222`,
    unknown: { __typename: 'RegistrationRefused', reason: 'UNKNOWN' },
    most: fromAddress,
    stopped: throttled,
  },
]

describe.each(doors)(
  '$door',
  ({ who, knock, right, nobodys, unknown, most = byOne, stopped = 'TOO_MANY_REQUESTS' }) => {
    it('answers every wrong guess alike, stops them all at once with the right one, and opens again', async () => {
      const viewer = who()
      expect(await knock(viewer, right())).not.toEqual(unknown)
      const guesses = Array.from({ length: most + 8 }, (_, n) => knock(viewer, nobodys(n)))
      const answers = await Promise.all(guesses)
      // None slips past beside another, and the right guess before them was no guess.
      const refused = answers.filter((one) => isDeepStrictEqual(one, stopped))
      expect(refused).toHaveLength(8)
      const told = answers.filter((one) => !isDeepStrictEqual(one, stopped))
      expect(told).toEqual(told.map(() => unknown))
      expect(await knock(viewer, right())).toEqual(stopped)
      expect(await knock(viewer, nobodys(99))).toEqual(stopped)
      platform.clock.advance(15 * minute)
      expect(await knock(viewer, right())).not.toEqual(stopped)
    })
  },
)

it('a card of somebody else is told by nothing from one that does not exist, and neither is written down differently', async () => {
  const before = await platform.database.prisma.auditEvent.count()
  for (const [card, number] of [
    [otherCard, idNumber],
    ['C00000001', idNumber],
    ['A12345678', 'HKG000000001'],
  ] as const)
    expect(await atBank(card, number)).toEqual({ __typename: 'CardRefused', reason: 'NO_MATCH' })
  const written = await platform.database.prisma.auditEvent.findMany({ orderBy: { seq: 'asc' }, skip: before })
  expect(written.map(({ action, recordId, change }) => ({ action, recordId, change }))).toEqual(
    Array.from({ length: 3 }, () => ({
      action: 'CARD_LOOKED_UP',
      recordId: '',
      change: { found: false, partnerId: bankId },
    })),
  )
})

it('one person or card is tried a few times however many operators do it, known or not, and others meanwhile are not', async () => {
  for (const [number, card] of [
    [idNumber, (n: number) => `C1000000${n}`],
    ['HKG000000001', (n: number) => `C2000000${n}`],
  ] as const) {
    for (let n = 0; n < ofOne; n += 1) expect(await atBank(card(n), number)).toMatchObject({ reason: 'NO_MATCH' })
    expect(await atBank(card(9), number)).toBe('TOO_MANY_REQUESTS')
  }
  expect(await atBank('A12345678', idNumber)).toBe('TOO_MANY_REQUESTS')
  expect(await atBank(otherCard, otherNumber)).toMatchObject({ __typename: 'CardActivated' })
})

it('who has to wait makes nobody else wait: what one operator tries beyond that counts on no card, person or address', async () => {
  const viewer = clerkOfBank()
  for (let n = 0; n < byOne; n += 1) await atBank(`C00000${nth(n)}`, `HKG000000${nth(n)}`, viewer)
  const refused = Array.from({ length: fromAddress - byOne }, () => atBank(otherCard, otherNumber, viewer))
  expect(new Set(await Promise.all(refused))).toEqual(new Set(['TOO_MANY_REQUESTS']))
  expect(await atBank(otherCard, otherNumber)).toMatchObject({ reason: 'ALREADY_NORMAL' })
})

it('what is kept of a guess is no number', async () => {
  await atBank('C00000001', otherNumber)
  const [row] = await platform.database.query<{ text: string }>({
    text: `SELECT string_agg(t::text, ' ') AS text FROM sign_in_throttle t`,
  })
  expect(row?.text).not.toMatch(/C00000001|110101199003078670/)
})
