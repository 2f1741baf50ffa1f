import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askShebao } from '../testing/ask-shebao.ts'

// What the office answers is tested against the office itself, by the commands of docs/integration.md.

let office: Server
let url: string
let folder: string
let answer: object = {}
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shebao-file-'))
  office = createServer((request, response) => {
    request.resume().on('end', () => response.setHeader('content-type', 'application/json').end(JSON.stringify(answer)))
  })
  await new Promise<void>((listening) => office.listen(0, '127.0.0.1', listening))
  url = `http://127.0.0.1:${(office.address() as AddressInfo).port}`
})
afterAll(() => {
  office.close()
  rmSync(folder, { recursive: true })
})

const file = (args: readonly string[], variables: Readonly<Record<string, string>> = {}) =>
  askShebao(['file', ...args], { SHEBAO_URL: url, SHEBAO_TOKEN: 'shebao_x', ...variables })

function unitFile(text: string): string {
  const path = join(folder, 'unit.yaml')
  writeFileSync(path, text)
  return path
}

describe('shebao file', () => {
  it.each([
    [['yearly'], 'Say what to file'],
    [['monthly', '--unit', 'unit.yaml'], '--unit is not for monthly.'],
    [['inspection', '--month', '2026-11'], '--month is not for inspection.'],
    [['monthly', '--month', '2026-13'], '--month takes YYYY-MM'],
    [['monthly', '--filing', 'LATE'], '--filing takes REGULAR'],
    [['monthly', '--submit'], '--submit needs --signer'],
    [['inspection', 'a.xlsx', 'b.xlsx'], 'Name one list.'],
    [['inspection', '--url', 'office'], 'Give --url'],
    [['inspection', '--token', ' '], 'Give --token'],
    [['inspection', '--resolve', 'EXTRA'], 'KIND=WAY, such as EXTRA_IN_UNIT=ADD: EXTRA'],
    [['inspection', '--submit'], '--submit needs --signer'],
    [['inspection', '--print', 'form.doc'], '.pdf'],
    [['monthly', '--print', 'form.doc'], '.pdf'],
    [['inspection', '--nonsense'], 'nonsense'],
  ])('%j is a wrong command: exit code 2, usage on stderr', async (args, said) => {
    const { status, stderr, stdout } = await file(args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(said)
    expect(stderr).toContain('Usage: shebao file inspection')
  })

  it('names every answer of the unit form that cannot be taken, before anything is sent', async () => {
    const unit = unitFile('staffTotal: many\nstaffTotall: 3\ninsuredCount: { PENSION: x }\n')
    const { status, stderr } = await file(['inspection', '--unit', unit], { SHEBAO_URL: 'http://127.0.0.1:9' })
    expect(status).toBe(2)
    for (const field of [
      'staffTotall: there is no such answer',
      'staffTotal: not a value',
      'insuredCount.PENSION: not a value',
    ])
      expect(stderr).toContain(field)
    const readOnly = await file(['inspection', '--unit', unitFile('unitName: 青禾')])
    expect(readOnly.stderr).toContain('unitName: comes from the register')
    expect((await file(['inspection', '--unit', unitFile('a: [')])).stderr).toContain('unit.yaml: ')
  })

  it('says by its code what the office refuses, in both languages and as JSON', async () => {
    const extensions = { code: 'SCOPE_MISSING', scope: 'PREPARE', what: 'openInspection' }
    answer = { errors: [{ message: 'x', extensions }] }
    expect(await file(['inspection'])).toEqual({
      status: 1,
      stdout: '',
      stderr: '[SCOPE_MISSING] The token lacks a scope: PREPARE (openInspection)\n',
    })
    const chinese = await file(['inspection', '--lang', 'zh', '--json'])
    expect([chinese.status, JSON.parse(chinese.stdout)]).toEqual([
      1,
      {
        ok: false,
        problem: { code: 'SCOPE_MISSING', message: '[SCOPE_MISSING] 令牌缺少范围：PREPARE (openInspection)' },
      },
    ])
    answer = {
      data: { openInspection: { __typename: 'DeclarationRefused', reason: 'WINDOW_CLOSED', date: '2026-07-31' } },
    }
    expect((await file(['inspection'])).stderr).toBe('[WINDOW_CLOSED] The filing window has closed: 2026-07-31\n')
    answer = {
      data: { openMonthlyDeclaration: { __typename: 'MonthlyNotOpened', reason: 'PERIOD_AHEAD', open: '2026-11' } },
    }
    expect((await file(['monthly', '--month', '202612'])).stderr).toBe(
      '[PERIOD_AHEAD] This month is not open yet; declared now: 2026-11\n',
    )
  })

  it('exits 3 when nobody answers, or something that is no office', async () => {
    answer = {}
    const noOffice = await file(['inspection'])
    expect([noOffice.status, noOffice.stderr]).toEqual([3, `${url} cannot be reached: HTTP 200\n`])
    const nobody = await file(['inspection'], { SHEBAO_URL: 'http://127.0.0.1:9' })
    expect([nobody.status, nobody.stdout]).toEqual([3, ''])
  })
})
