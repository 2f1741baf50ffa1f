import { join } from 'node:path'
import { buildMessyRoster, makeRosterPeople } from '@shebao/test-support/roster-files'
import { at, clerkOf, seeCertificate } from './scene.ts'
import type { Scene, Stage } from './scene.ts'

const fresh = clerkOf('1101080001')
const returned = clerkOf('1101050003')
const comparing = clerkOf('1101110011')
const personnelOpen = clerkOf('1101120006')
const ready = clerkOf('1101170013')
const submitted = clerkOf('1101140005')

async function beginInspection(stage: Stage): Promise<void> {
  await at('/employer/inspection')(stage)
  const begin = stage.page.getByRole('button', { name: stage.words('开始申报', 'Start filing') })
  if (!(await begin.isVisible())) return
  await begin.click()
  await stage.page.waitForURL(/\/unit\//)
}

/** A file of the kind that arrives: other headings, notations of every sort, and people with mistakes. */
function brokenFile(): Buffer {
  const people = makeRosterPeople(24, 7).map((person, index) => {
    if (index === 3)
      return { ...person, idNumber: `${person.idNumber.slice(0, 17)}${person.idNumber.endsWith('1') ? '2' : '1'}` }
    if (index === 8) return { ...person, name: '' }
    if (index === 11) return { ...person, months: 15 }
    if (index === 15) return { ...person, mobile: '1380013800' }
    return person
  })
  return Buffer.from(buildMessyRoster(people))
}

async function makeToken(stage: Stage): Promise<void> {
  await at('/employer/access-tokens/new')(stage)
  await stage.page.locator('input[name=name]').fill(stage.words('工资系统', 'Payroll'))
  await stage.page.locator('input[name=SUBMIT]').check()
  await stage.page.locator('button[type=submit]').click()
  await stage.page.locator('code').waitFor()
}

type FileToRead = string | { name: string; mimeType: string; buffer: Buffer }

async function readFile(stage: Stage, file: FileToRead): Promise<void> {
  await beginInspection(stage)
  await at('/employer/inspection/personnel')(stage)
  const [chooser] = await Promise.all([
    stage.page.waitForEvent('filechooser'),
    stage.page
      .getByRole('button', { name: stage.words('选择文件', 'Choose a file') })
      .first()
      .click(),
  ])
  await chooser.setFiles(file)
  const heading = stage.page.getByRole('heading', { name: stage.words('读取结果', 'What was read') })
  await heading.waitFor({ timeout: 60_000 })
}

const readBrokenFile = (stage: Stage) =>
  readFile(stage, { name: '人员明细.xlsx', mimeType: 'application/octet-stream', buffer: brokenFile() })

/** The demo office's file of this employer against the roster: differences of every kind. */
async function compareOwnFile(stage: Stage): Promise<void> {
  const { page, words, product } = stage
  await at('/employer/inspection/compare')(stage)
  const compare = page.getByRole('button', { name: words('比对', 'Compare') })
  if (!(await compare.isVisible())) {
    await readFile(stage, join(product.dataDirectory, 'demo', 'roster-1101080001.xlsx'))
    await page.getByRole('button', { name: words('保存这份名单', 'Save this list') }).click()
    await page.getByRole('grid').waitFor()
    await at('/employer/inspection/compare')(stage)
    await page.getByRole('button', { name: /xlsx/ }).click()
  }
  await openComparison(stage)
  await page
    .locator('nav button', { hasText: words('工资或基数', 'wages') })
    .first()
    .click()
}

async function openComparison(stage: Stage): Promise<void> {
  await at('/employer/inspection/compare')(stage)
  const compare = stage.page.getByRole('button', { name: stage.words('开始比对', 'Compare now') })
  if (await compare.isVisible()) await compare.click()
  await stage.page.locator('li[aria-label]').first().waitFor()
}

/** The first bill with this status, from the list. */
const billWith =
  (zh: string, en: string): Scene['open'] =>
  async (stage) => {
    await at('/employer/bills')(stage)
    await stage.page
      .locator('tbody tr')
      .filter({ hasText: stage.words(zh, en) })
      .first()
      .getByRole('link')
      .click()
    await stage.page.waitForURL(/\/bills\/./)
    await stage.page.waitForLoadState('networkidle')
  }

/** A link that was handed over, opened by the person it was made for: their own row, and the field to sign in. */
async function confirmOwnRow(stage: Stage): Promise<void> {
  const { page, words } = stage
  await at('/employer/inspection/personnel/confirmations')(stage)
  await page.getByRole('button', { name: words('等待确认', 'Waiting') }).click()
  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: words('生成链接', 'Make a link') }) })
  const rowNo = /(?:第|row) (\d+)/i.exec(await row.first().innerText())?.[1] ?? ''
  await row
    .first()
    .getByRole('button', { name: words('生成链接', 'Make a link') })
    .click()
  const link = /https?:\S+#\S+/.exec(await page.getByText('/confirm#').first().innerText())?.[0] ?? ''
  await at(`/employer/inspection/personnel?row=${rowNo}`)(stage)
  const number = await page.getByLabel(words('证件号码', 'ID number')).last().inputValue()
  await page.goto(`/confirm#${link.split('#')[1] ?? ''}`)
  await page.getByRole('textbox').fill(number.slice(-6))
  await page.getByRole('button', { name: words('查看我的信息', 'See my details') }).click()
  await page.getByRole('button', { name: words('信息无误', 'All of it is right') }).click()
  await page.waitForTimeout(500)
  const pad = page.getByRole('img', { name: words('签名框', 'Field for the signature') })
  await pad.scrollIntoViewIfNeeded()
  const field = await pad.boundingBox()
  if (!field) return
  await page.mouse.move(field.x + 40, field.y + 120)
  await page.mouse.down()
  for (const [x, y] of [
    [80, 40],
    [110, 150],
    [150, 60],
    [200, 130],
    [260, 70],
  ] as const)
    await page.mouse.move(field.x + x, field.y + y, { steps: 8 })
  await page.mouse.up()
}

async function openFirstPerson(stage: Stage): Promise<void> {
  await at('/employer/inspection/personnel')(stage)
  const grid = stage.page.getByRole('grid')
  await grid.focus()
  await stage.page.keyboard.press('ArrowDown')
  await stage.page.keyboard.press('Enter')
  await stage.page.waitForTimeout(500)
}

async function openWorkbench(stage: Stage): Promise<void> {
  await at('/employer/inspection/workbench')(stage)
  await stage.page.getByRole('grid').focus()
  await stage.page.keyboard.press('ArrowDown')
  await stage.page.waitForTimeout(500)
}

async function askInWorkbench(stage: Stage, zh: string, en: string): Promise<void> {
  await openWorkbench(stage)
  await stage.page.getByRole('button', { name: stage.words(zh, en) }).click()
  await stage.page.getByRole('dialog').locator('output').waitFor()
}

export const clerkScenes: Scene[] = [
  { name: 'workbench', as: comparing, open: openWorkbench },
  {
    name: 'workbench-take',
    as: comparing,
    whole: false,
    open: (stage) => askInWorkbench(stage, '采用登记或上年', 'Take from another list'),
  },
  {
    name: 'workbench-person',
    as: comparing,
    whole: false,
    open: async (stage) => {
      await openWorkbench(stage)
      await stage.page.keyboard.press('Control+Enter')
      await stage.page.getByRole('dialog').waitFor()
    },
  },
  { name: 'inbox', as: returned, open: at('/employer/inbox?show=all') },
  { name: 'inbox-settings', as: returned, open: at('/employer/inbox/settings') },
  { name: 'employer-home', as: fresh, open: at('/employer') },
  { name: 'inspection-start', as: fresh, open: at('/employer/inspection') },
  {
    name: 'personnel-empty',
    as: fresh,
    open: async (stage) => {
      await beginInspection(stage)
      await at('/employer/inspection/personnel')(stage)
    },
  },
  { name: 'personnel-file', as: fresh, open: readBrokenFile },
  { name: 'steps', as: fresh, open: at('/employer/inspection') },
  { name: 'unit-basics', as: fresh, open: at('/employer/inspection/unit/basics') },
  { name: 'review-incomplete', as: fresh, open: at('/employer/inspection/review') },
  { name: 'bills', as: fresh, open: at('/employer/bills') },
  {
    name: 'certificate-unit',
    as: fresh,
    open: async (stage) => {
      await at('/employer/certificate')(stage)
      await seeCertificate(stage)
    },
  },
  { name: 'bill-paid', as: fresh, open: billWith('已缴', 'Paid') },
  { name: 'refunds', as: fresh, open: at('/employer/refunds') },
  { name: 'refund-new', as: fresh, open: at('/employer/refunds/new') },
  { name: 'back-payments', as: fresh, open: at('/employer/back-payments') },
  { name: 'back-payment-new', as: fresh, open: at('/employer/back-payments/new') },
  {
    name: 'deadlines',
    as: comparing,
    open: async (stage) => {
      await at('/employer/deadlines')(stage)
      const make = stage.page.getByRole('button', { name: stage.words('生成地址', 'Make an address') })
      if (await make.isVisible()) await make.click()
      await stage.page.waitForLoadState('networkidle')
    },
  },
  { name: 'rehearsal', as: comparing, open: at('/employer/rehearsal') },
  { name: 'access-token-new', as: fresh, open: at('/employer/access-tokens/new') },
  { name: 'access-token-made', as: fresh, open: makeToken },
  {
    name: 'access-tokens',
    as: fresh,
    open: async (stage) => {
      await makeToken(stage)
      await at('/employer/access-tokens')(stage)
    },
  },
  { name: 'account', as: fresh, open: at('/account') },
  { name: 'comparison-kinds', as: fresh, open: compareOwnFile },
  { name: 'employer-not-found', as: fresh, open: at('/employer/no-such-page') },
  { name: 'home-returned', as: returned, open: at('/employer') },
  { name: 'steps-returned', as: returned, open: at('/employer/inspection') },
  { name: 'home-due', as: comparing, open: at('/employer') },
  { name: 'payments-taken', as: comparing, open: at('/employer/bills/payments') },
  { name: 'bills-overdue', as: comparing, open: at('/employer/bills') },
  { name: 'agreement', as: comparing, open: at('/employer/bills/agreement') },
  { name: 'bill-overdue', as: comparing, open: billWith('逾期', 'Overdue') },
  { name: 'personnel-list', as: comparing, open: at('/employer/inspection/personnel') },
  { name: 'personnel-window', as: comparing, whole: false, open: openFirstPerson },
  { name: 'comparison', as: comparing, open: openComparison },
  {
    name: 'comparison-bulk',
    as: comparing,
    whole: false,
    open: async (stage) => {
      await openComparison(stage)
      for (const kind of await stage.page.locator('nav button:has([data-open=true])').all()) {
        await kind.click()
        const bulk = stage.page.getByRole('button', { name: stage.words('待处理的', 'for all') }).first()
        if (!(await bulk.isVisible())) continue
        await bulk.click()
        return
      }
    },
  },
  { name: 'confirmations', as: personnelOpen, open: at('/employer/inspection/personnel/confirmations') },
  { name: 'confirm-own-row', as: personnelOpen, open: confirmOwnRow },
  { name: 'personnel-open', as: personnelOpen, open: at('/employer/inspection/personnel') },
  { name: 'home-personnel', as: personnelOpen, open: at('/employer') },
  { name: 'review-ready', as: ready, open: at('/employer/inspection/review') },
  { name: 'steps-submitted', as: submitted, open: at('/employer/inspection') },
  { name: 'bill-open', as: submitted, open: billWith('未缴', 'Unpaid') },
  { name: 'print', as: submitted, open: at('/employer/inspection/print') },
  {
    name: 'verify-ok',
    as: submitted,
    open: async (stage) => {
      await at('/employer/inspection/print')(stage)
      const term = stage.page.locator('dt', { hasText: stage.words('验证码', 'Verification code') })
      const code = await term.locator('xpath=following-sibling::dd[1]').innerText()
      await at(`/verify/${code.replace(/[^0-9A-Za-z]/g, '')}`)(stage)
    },
  },
]
