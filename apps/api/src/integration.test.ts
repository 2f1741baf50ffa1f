import { execFile, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { writeChangesXlsx } from '@shebao/declaration-rules'
import type { MonthlyChangeDraft } from '@shebao/declaration-rules'
import { addMonths, fen, FIVE_INSURANCES, period } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'
import { writeRosterXlsx } from '@shebao/roster'
import { makeCompleteDeclaration } from '@shebao/test-support/declaration'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeToken } from './features/office/access-token/manage-tokens.ts'
import { programEnvironment } from './platform/environment.ts'
import { serverParts } from './server-parts.ts'
import { createServer } from './server.ts'
import { givenOffice, givenUnit } from './testing/inspection-scenario.ts'
import { addClerk } from './testing/readers.ts'
import { openTestPlatform } from './testing/test-platform.ts'
import type { TestPlatform } from './testing/test-platform.ts'

// docs/integration.md as somebody follows it: its commands in order, and after them what it says comes of them.

const root = resolve(import.meta.dirname, '../../..')
const run = promisify(execFile)
const blocks = [
  ...readFileSync(join(root, 'docs/integration.md'), 'utf8').matchAll(
    /^```sh\n([\s\S]*?)^```\n```text\n([\s\S]*?)^```$/gmu,
  ),
].map(([, commands = '', said = '']) => ({ commands, said: said.trim().split('\n') }))

let platform: TestPlatform
let app: FastifyInstance
let folder: string
let surroundings: Record<string, string | undefined>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shebao-integration-'))
  platform = await openTestPlatform()
  await givenOffice(platform)
  const unit = await givenUnit(platform, { seed: 91 })
  const viewer = await addClerk(platform, unit.employerId)
  const made = await makeToken(
    platform,
    { viewer, origin: 'test' },
    { name: '工资系统', scopes: ['PREPARE', 'SUBMIT'], test: false, days: 30 },
  )
  if (made.kind !== 'MADE') throw new Error(made.reason)
  const environment = { ...platform.environment, mode: 'production' as const }
  app = await createServer({ ...platform, environment }, serverParts)
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  writeFileSync(join(folder, 'unit.yaml'), JSON.stringify(nested(unit.answers)))
  const drafts = unit.people.map(({ draft }) => draft)
  writeFileSync(join(folder, 'people.xlsx'), writeRosterXlsx(drafts, { version: 0, contentHash: 'test' }))
  const month = period(platform.clock.today().slice(0, 7))
  writeFileSync(join(folder, 'changes.xlsx'), writeChangesXlsx([joiner(month)]))
  writeFileSync(join(folder, 'last-month.xlsx'), writeChangesXlsx([joiner(addMonths(month, -1))]))
  const shebao = join(folder, 'shebao')
  writeFileSync(shebao, `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'apps/cli/src/main.ts')}" "$@"\n`)
  chmodSync(shebao, 0o755)
  surroundings = programEnvironment({
    PATH: `${folder}:${programEnvironment({})['PATH'] ?? ''}`,
    SHEBAO_URL: url,
    SHEBAO_TOKEN: made.secret,
    LC_ALL: 'en_US.UTF-8',
    NO_PROXY: '127.0.0.1',
  })
}, 60_000)
afterAll(async () => {
  await app.close()
  await platform.close()
  rmSync(folder, { recursive: true })
})

/** Somebody whom nobody has declared yet. */
function joiner(month: Period): MonthlyChangeDraft {
  const [person] = makeCompleteDeclaration(92, 1).personnel
  const { name, idType, idNumber, mobile, sex, birthDate } = person?.draft ?? {}
  return {
    changeType: 'ADD_NEW',
    name,
    idType,
    idNumber,
    mobile,
    sex,
    birthDate,
    insurances: [...FIVE_INSURANCES],
    householdType: 'LOCAL_URBAN',
    employmentForm: 'CONTRACT',
    hireDate: `${month}-01`,
    effectivePeriod: month,
    monthlyWage: fen(1_200_000),
  }
}

/** Answers by path as the form nests them. */
function nested(answers: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const form: Record<string, Record<string, unknown>> = {}
  for (const [path, value] of Object.entries(answers)) {
    const [head = '', rest] = path.split('.')
    Object.assign(form, rest === undefined ? { [head]: value } : { [head]: { ...form[head], [rest]: value } })
  }
  return form
}

describe.skipIf(spawnSync('curl', ['--version']).error !== undefined)('docs/integration.md', () => {
  it('has commands', () => expect(blocks.length).toBeGreaterThan(7))

  it.each(blocks)('$commands', async ({ commands, said }) => {
    const { stdout, stderr } = await run('sh', ['-eu', '-c', commands], { cwd: folder, env: surroundings })
    const heard = `${stdout}${stderr}`
    for (const line of said) expect(heard).toContain(line)
  })
})
