import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { maskIdNumber, maskName } from '@shebao/identifiers'
import { signMessage } from '@shebao/bank-protocol'
import type { BankEvent } from '@shebao/bank-protocol'
import { createBank } from '@shebao/sandbox-bank/server'
import type { FastifyInstance } from 'fastify'
import type { Viewer } from '../../../access/viewer.ts'
import { createServer } from '../../../server.ts'
import { employerViewer } from '../../ask.ts'
import { openTestPlatform } from '../../test-platform.ts'
import type { TestPlatform } from '../../test-platform.ts'
import { seedPolicy } from '../../../features/money/policy/policy-in-force.ts'
import { bankKeyOf } from '../../../features/money/bank/bank-client.ts'
import { addBankReplies } from '../../../features/money/enforcement/bank-replies.route.ts'
import { addBankNotifications } from '../../../features/money/payment/bank-notifications.route.ts'
import { demonstrationPayee } from '../../../features/register/office/payee.ts'
import { approvedOnline } from '../../approved-online.ts'

export interface BillingFixture {
  platform: TestPlatform
  /** The API over HTTP; `viewer` decides who its requests come from. */
  app: FastifyInstance
  signInAs(viewer: Viewer | undefined): void
  bankUrl: string
  /** Delivers an event as the bank would, signed now unless told otherwise. */
  notify(
    event: BankEvent,
    how?: { key?: Uint8Array; at?: number; body?: string },
  ): Promise<{ status: number; outcome: string | undefined }>
  close(): Promise<void>
}

/** The real platform, API and sandbox bank. The bank's own messages go nowhere unless `delivered`: tests send them by hand. */
export async function openBillingFixture(options: { delivered?: boolean } = {}): Promise<BillingFixture> {
  const platform = await openTestPlatform()
  await seedPolicy(platform)
  let viewer: Viewer | undefined
  const app = await createServer(platform, {
    findViewer: async () => viewer,
    routes: [addBankNotifications, addBankReplies],
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const folder = mkdtempSync(join(tmpdir(), 'billing-bank-'))
  const sharedKey = bankKeyOf(platform)
  const apiPort = (app.server.address() as AddressInfo).port
  const bank = createBank({
    sharedKey,
    account: demonstrationPayee,
    returnOrigin: 'http://localhost:4000',
    dataDirectory: folder,
    lateMs: 200,
    firstRetryMs: 50,
    notifyUrl: `http://127.0.0.1:${options.delivered ? apiPort : 9}/bank/notifications`,
  })
  const bankUrl = await bank.listen({ port: 0, host: '127.0.0.1' })
  platform.environment.sandboxBankUrl = bankUrl
  return {
    platform,
    app,
    bankUrl,
    signInAs: (next) => {
      viewer = next
    },
    async notify(event, { key = sharedKey, at = Date.now(), body = JSON.stringify(event) } = {}) {
      const answer = await app.inject({
        method: 'POST',
        url: '/bank/notifications',
        payload: body,
        headers: {
          'content-type': 'application/json',
          ...signMessage(key, { method: 'POST', path: '/bank/notifications', body: JSON.stringify(event) }, at),
        },
      })
      const { outcome } = answer.json<{ outcome?: string }>()
      return { status: answer.statusCode, outcome }
    },
    async close() {
      await bank.close()
      await app.close()
      await platform.close()
      rmSync(folder, { recursive: true })
    },
  }
}

let counter = 0

export interface TestEmployer {
  employerId: string
  declarationId: string
  individualIds: string[]
  viewer: Viewer
}

/** An employer in Beijing, class 1, with one person for each wage (in fen) and a submitted declaration. */
export async function addEmployer(
  { database, vault }: Pick<TestPlatform, 'database' | 'vault'>,
  wages: readonly number[],
  fromPeriod = '2023-07',
): Promise<TestEmployer> {
  counter += 1
  const employer = await database.prisma.employer.create({
    data: {
      onlineFilings: approvedOnline,
      // Of a series of its own: files that share a worker count on, and other fixtures number from 1101080001.
      registrationNo: `1101081${String(counter).padStart(3, '0')}`,
      creditCode: `CREDIT${counter}`,
      name: `示例单位${counter}`,
      region: '110000',
      unitType: 'ENTERPRISE',
      industry: 'I',
      injuryClass: 1,
      registeredAddress: '北京市',
      legalRepName: '林',
      legalRepPersonal: vault.seal({ idNumber: 'x', phone: 'x' }),
      legalRepIdMasked: '1**',
      bankName: '示范银行',
      bankAccountName: '示例',
      bankAccountCipher: vault.seal('1'),
      bankAccountMasked: '*1',
      registeredOn: '2020-01-01',
      declarations: { create: { year: 2026, opensOn: '2026-01-01', dueOn: '2026-12-31' } },
    },
    include: { declarations: true },
  })
  const individualIds: string[] = []
  for (const [index, wage] of wages.entries())
    individualIds.push(await addPerson(database, vault, `${counter}-${index}`, employer.id, wage, fromPeriod))
  return {
    employerId: employer.id,
    declarationId: employer.declarations[0]?.id ?? '',
    individualIds,
    viewer: employerViewer(employer.id),
  }
}

async function addPerson(
  database: TestPlatform['database'],
  vault: TestPlatform['vault'],
  label: string,
  employerId: string,
  wage: number,
  fromPeriod: string,
): Promise<string> {
  const person = await database.prisma.individual.create({
    data: {
      idType: 'RESIDENT_ID',
      idHash: vault.lookupHash('person-id', label),
      idMasked: maskIdNumber('11010519491231002X'),
      nameMasked: maskName('王小明'),
      personal: vault.seal({ name: `王小明${label}`, idNumber: '11010519491231002X', mobile: '13812345678' }),
      sex: 'MALE',
      birthDate: '1990-01-01',
      enrolments: {
        create: {
          employerId,
          employmentForm: 'REGULAR',
          householdType: 'LOCAL_URBAN',
          hireDate: `${fromPeriod}-01`,
          fromPeriod,
          averageWage: BigInt(wage),
        },
      },
    },
  })
  return person.id
}
