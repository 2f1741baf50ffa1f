import { clerkDuties } from '../../../access/viewer.ts'
import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { createServer } from '../../../server.ts'
import type { TestPlatform } from '../../test-platform.ts'
import { issueFirstPasswordCode } from '../../../features/office/one-time-code/index.ts'
import { findViewer } from '../../../features/office/session/session.repository.ts'
import { passwordHashing } from '../../../features/office/session/password-hashing.ts'
import { refuseForeignOrigin } from '../../../features/office/session/refuse-foreign-origin.ts'
import { keepChallenge } from '../../../features/office/session/verification/verification.repository.ts'
import { approvedOnline } from '../../approved-online.ts'

export const password = 'camel stapler rain'
export const registrationNo = '1101080001'
export const creditCode = '91110105MA0000007L'
export const staffNo = 'S1001'
export const idNumber = '11010519491231002X'

/** For a test that begins anew in an office that others used. */
export async function seedAnew(platform: TestPlatform): Promise<{ employerId: string; individualId: string }> {
  const { prisma } = platform.database
  await prisma.signInThrottle.deleteMany()
  await prisma.cardPasswordReset.deleteMany()
  await prisma.oneTimeCode.deleteMany()
  await prisma.authenticator.deleteMany()
  await prisma.session.deleteMany()
  await prisma.membership.deleteMany()
  await prisma.account.deleteMany()
  await prisma.individual.deleteMany()
  await prisma.employer.deleteMany()
  return seedAccounts(platform)
}

/** One employer, one member of staff, and one insured person who never signed in. */
export async function seedAccounts({
  database,
  vault,
}: TestPlatform): Promise<{ employerId: string; individualId: string }> {
  const { prisma } = database
  const employer = await prisma.employer.create({
    data: {
      onlineFilings: approvedOnline,
      registrationNo,
      creditCode,
      name: '示范面馆',
      region: '110000',
      unitType: 'ENTERPRISE',
      industry: 'H',
      injuryClass: 2,
      registeredAddress: '北京',
      legalRepName: '王示范',
      legalRepPersonal: vault.seal({}),
      legalRepIdMasked: '1101**********002X',
      bankName: '示范银行',
      bankAccountName: '示范面馆',
      bankAccountCipher: vault.seal(''),
      bankAccountMasked: '****',
      registeredOn: '2020-01-01',
    },
  })
  const individual = await prisma.individual.create({
    data: {
      idType: 'RESIDENT_ID',
      idHash: vault.lookupHash('person-id', idNumber),
      idMasked: '1101**********002X',
      nameMasked: '张*',
      personal: vault.seal({ name: '张三', idNumber, mobile: '13812345678' }),
      sex: 'FEMALE',
      birthDate: '1949-12-31',
    },
  })
  const words = { nameZh: '示范中心', nameEn: 'Demo Centre', phone: '12333', addressZh: '北京', addressEn: 'Beijing' }
  const office = await prisma.office.upsert({
    where: { region: '110000' },
    create: { region: '110000', ...words },
    update: {},
  })
  const passwordHash = await passwordHashing.hash(password)
  await prisma.account.create({
    data: {
      kind: 'EMPLOYER',
      displayName: '示范面馆',
      passwordHash,
      memberships: {
        create: {
          role: 'CLERK',
          scopeKind: 'EMPLOYER',
          scopeId: employer.id,
          validFrom: '2020-01-01',
          duties: [...clerkDuties],
        },
      },
    },
  })
  await prisma.account.create({
    data: {
      kind: 'STAFF',
      staffNo,
      displayName: '何经办',
      passwordHash,
      memberships: { create: { role: 'OFFICER', scopeKind: 'OFFICE', scopeId: office.id, validFrom: '2020-01-01' } },
    },
  })
  return { employerId: employer.id, individualId: individual.id }
}

/** What the office hands to an insured person on paper. */
export async function handOutCode(platform: TestPlatform, individualId: string): Promise<string> {
  const { code } = await platform.database.transaction(() =>
    issueFirstPasswordCode(platform, individualId, crypto.randomUUID()),
  )
  return code
}

export const openTestServer = (
  platform: TestPlatform,
  routes: Parameters<typeof createServer>[1]['routes'] = [],
): Promise<FastifyInstance> => createServer(platform, { findViewer, routes: [refuseForeignOrigin, ...routes] })

interface Answer {
  data?: Record<string, unknown>
  errors?: { extensions: { code: string } }[]
}

/** A browser as far as the API can tell: it keeps the session cookie and sends it back. */
export class SessionClient {
  readonly #platform: TestPlatform
  readonly #app: FastifyInstance
  readonly #address: string
  cookie = ''
  lastSetCookie = ''

  constructor(platform: TestPlatform, app: FastifyInstance, address = '192.0.2.1') {
    this.#platform = platform
    this.#app = app
    this.#address = address
  }

  async ask(
    query: string,
    variables: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await this.#app.inject({
      method: 'POST',
      url: '/graphql',
      remoteAddress: this.#address,
      headers: { 'user-agent': 'Test/1', ...(this.cookie ? { cookie: this.cookie } : {}), ...headers },
      payload: { query, variables },
    })
    const setCookie = response.headers['set-cookie']
    if (typeof setCookie === 'string') {
      this.lastSetCookie = setCookie
      this.cookie = setCookie.split(';')[0] ?? ''
    }
    return response.json<Answer>()
  }

  /** Solves a proof of work as the browser does, since a test cannot read pictures. */
  async solveChallenge(): Promise<{ challengeId: string; answer: string }> {
    const { data } = await this.ask(
      'mutation { requestVerificationCode(kind: PROOF_OF_WORK) { id proofOfWork { challenge salt maxNumber } } }',
    )
    const challenge = data?.['requestVerificationCode'] as
      | { id: string; proofOfWork: { challenge: string; salt: string; maxNumber: number } }
      | undefined
    if (!challenge) throw new Error('No challenge came.')
    const { id, proofOfWork } = challenge
    for (let number = 0; number <= proofOfWork.maxNumber; number += 1) {
      const tried = createHash('sha256')
        .update(proofOfWork.salt + String(number))
        .digest('hex')
      if (tried === proofOfWork.challenge) return { challengeId: id, answer: String(number) }
    }
    throw new Error('The proof of work has no solution.')
  }

  /** A challenge whose answer is known, for the tests that are not about the code. */
  async knownChallenge(): Promise<{ challengeId: string; answer: string }> {
    const answer = 'KNOWN'
    return { challengeId: (await keepChallenge(this.#platform, 'IMAGE', answer)).id, answer }
  }

  async signIn(
    kind: string,
    identifier: string,
    typed: string,
    code?: { challengeId: string; answer: string },
  ): Promise<SignInAnswer> {
    const input = { kind, identifier, password: typed, ...(code ?? (await this.knownChallenge())) }
    const { data } = await this.ask(
      `mutation ($input: SignInInput!) { signIn(input: $input) { __typename
        ... on SignedIn { viewer { id kind stage displayName roles employerId individualId } }
        ... on SignInRefused { reason retryAt } } }`,
      { input },
    )
    return data?.['signIn'] as SignInAnswer
  }

  async viewer(): Promise<unknown> {
    return (await this.ask('{ viewer { kind stage displayName } }')).data?.['viewer']
  }

  async changePassword(
    newPassword: string,
    currentPassword?: string,
    oneTimeCode?: string,
  ): Promise<{ __typename: string; reasons?: string[] }> {
    const { data } = await this.ask(
      `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename
        ... on PasswordChanged { viewer { stage } } ... on PasswordRefused { reasons } } }`,
      { input: { newPassword, currentPassword, oneTimeCode } },
    )
    return data?.['changePassword'] as { __typename: string; reasons?: string[] }
  }
}

export interface SignInAnswer {
  __typename: 'SignedIn' | 'SignInRefused'
  viewer?: {
    id: string
    kind: string
    stage: string
    displayName: string
    roles: string[]
    employerId: string | null
    individualId: string | null
  }
  reason?: string
  retryAt?: string | null
}
