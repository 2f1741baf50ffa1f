import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Keyboard } from '../fixtures/keyboard.ts'
import type { Product } from '../fixtures/product.ts'
import { enter } from '../fixtures/sign-in.ts'
import { at, clerkOf, demoPassword, pastFirstPassword, seeCertificate, staffMember } from './scene.ts'
import type { Account, Scene, Stage } from './scene.ts'

// The cases that the demo office teaches with; docs/demo.md says which they are.

const officer = staffMember('S1001')
const reviewer = staffMember('S1002')
const head = staffMember('S1003')

/** Number and initial password of somebody of the demo's own table of people worth a look. */
function teaching(product: Product, name: string): { idNumber: string; password: string } {
  const table = readFileSync(join(product.dataDirectory, 'demo', 'people.csv'), 'utf8')
  const row = table.split('\r\n').find((line) => line.startsWith(`${name},`))
  const [, , idNumber, password] = row?.split(',') ?? []
  if (!idNumber || !password) throw new Error(`The demo's table has nobody named ${name}.`)
  return { idNumber, password }
}

const person = (name: string): Account => ({
  kind: 'me',
  identifier: (product) => teaching(product, name).idNumber,
  password: (product) => teaching(product, name).password,
})

function scenesOfPerson(key: string, name: string): Scene[] {
  const as = person(name)
  const after =
    (path: string): Scene['open'] =>
    async (stage) => {
      await pastFirstPassword(stage)
      await at(path)(stage)
    }
  return [
    { name: `case-me-${key}`, as, open: after('/me') },
    { name: `case-record-${key}`, as, open: after('/me/record') },
    {
      name: `case-certificate-${key}`,
      as,
      open: async (stage) => {
        await after('/me/certificate')(stage)
        await seeCertificate(stage)
      },
    },
  ]
}

function scenesOfClerk(key: string, registrationNo: string): Scene[] {
  const as = clerkOf(registrationNo)
  return [
    { name: `case-home-${key}`, as, open: at('/employer') },
    { name: `case-bills-${key}`, as, open: at('/employer/bills') },
    { name: `case-payments-${key}`, as, open: at('/employer/bills/payments') },
    {
      name: `case-bill-${key}`,
      as,
      open: async (stage) => {
        await at('/employer/bills')(stage)
        // The oldest that is open.
        const link = stage.page
          .locator('tbody tr', { hasText: stage.words('逾期', 'Overdue') })
          .last()
          .getByRole('link')
        await at((await link.getAttribute('href')) ?? '')(stage)
      },
    },
  ]
}

/** Looks a number up as everybody does: the key leads to the field, the number stays out of the address. */
async function search(stage: Stage, number: string): Promise<void> {
  await at('/staff')(stage)
  await stage.page.keyboard.press('/')
  await stage.page.keyboard.type(number)
  await stage.page.keyboard.press('Enter')
  await stage.page.waitForURL(/\/staff\/search/)
  await stage.page.waitForLoadState('networkidle')
}

/** The page of an employer, found by its number. */
async function openEmployer(stage: Stage, registrationNo: string): Promise<void> {
  await search(stage, registrationNo)
  const link = stage.page.locator('main a[href^="/staff/employers/"]').first()
  await at((await link.getAttribute('href')) ?? '')(stage)
}

/** The review of an employer's declaration. */
async function openReviewOf(stage: Stage, employerName: string, tab: string): Promise<void> {
  await at('/staff/declarations')(stage)
  const link = stage.page.locator('a[href*="/declarations/"]', { hasText: employerName }).first()
  await at(`${(await link.getAttribute('href'))?.split('?')[0] ?? ''}?tab=${tab}`)(stage)
}

const reviews = [
  ['joiners', '昌平示范小学', 'people'],
  ['outliers', '大兴建设', 'people'],
  ['retired', '顺义食品', 'form'],
  ['abroad', '海川国际学校', 'people'],
  ['settled', '海川国际学校', 'history'],
] as const

/** Another member of staff, in a browser of their own. */
async function asColleague({ page, product, words }: Stage, staffNo: string, path: string): Promise<Stage> {
  const context = await page
    .context()
    .browser()
    ?.newContext({ baseURL: product.url, locale: words('zh-CN', 'en') })
  if (!context) throw new Error('There is no browser.')
  const other = await context.newPage()
  await enter(other, words, new Keyboard(other, false), 'staff', staffNo, demoPassword)
  const stage = { page: other, words, product }
  await at(path)(stage)
  return stage
}

/** Notes at three fields of a declaration under review, not sent yet. */
async function writeNotes(stage: Stage): Promise<void> {
  const { page, words } = stage
  await openReviewOf(stage, '顺义食品', 'form')
  const only = page.getByRole('checkbox', { name: words('只看不一致', 'Only differences') })
  if (await only.isChecked()) await only.click()
  for (const [label, text] of [
    [words('经办人联系电话', 'Handler’s phone'), '号码为空号，请更正。'],
    [words('离退休人数', 'Retirees'), '与上年度相差较大，请说明。'],
  ] as const) {
    const add = page.getByRole('button', { name: words(`批注：${label}`, `Note on ${label}`) })
    if ((await add.count()) === 0) continue
    await add.first().click()
    await page.getByLabel(words('需要补正的内容', 'What has to be corrected')).fill(text)
    await page.getByRole('button', { name: words('保存批注', 'Save note') }).click()
  }
}

/** A colleague begins the review of a declaration that the officer has open; another one in each language. */
async function decideTooLate(stage: Stage): Promise<void> {
  const { page, words } = stage
  await openReviewOf(stage, words('金海湖旅社', '景山文印社'), 'form')
  const begin = words('开始审核', 'Start review')
  const other = await asColleague(stage, 'S1002', new URL(page.url()).pathname)
  await other.page.getByRole('button', { name: begin }).click()
  await other.page.getByRole('button', { name: words('建议通过', 'Recommend acceptance') }).waitFor()
  await other.page.context().close()
  await page.getByRole('button', { name: begin }).click()
  await page.getByRole('button', { name: words('显示现在的情况', 'Show how it stands now') }).waitFor()
}

/** Its case ended without assets: before a case has ended, nothing of it is written off. */
const terminated = '1101090035'

/** One asks for what a unit never paid to be written off; the other has the card in front of them. */
async function askWriteOff(stage: Stage): Promise<void> {
  const asker = await asColleague(stage, 'S1001', '/staff')
  await openEmployer(asker, terminated)
  const bill = asker.page.locator('a[href^="/staff/notices/"]').first()
  const notice = (await bill.getAttribute('href')) ?? ''
  await at(`/staff/write-offs/new/${notice.split('/').pop() ?? ''}`)(asker)
  const ground = asker.page.locator('select[name=ground]')
  if (await ground.isVisible()) {
    await ground.selectOption('DECISION_REVOKED')
    await asker.page.locator('input[name=documentNo]').fill('示范人社复〔2026〕3号')
    await asker.page.locator('textarea[name=explanation]').fill('复议决定撤销原核定，欠费不再成立。')
    await asker.page
      .locator('input[type=file]')
      .setInputFiles({ name: '复议决定书.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') })
    await asker.page.getByText('复议决定书.pdf').waitFor()
    await asker.page.locator('button[type=submit]').click()
    // In the second language it is asked for already, and refused as such: the card is the same.
    await asker.page.waitForURL(/\/staff\/write-offs$/).catch(() => undefined)
  }
  await asker.page.context().close()
  await at('/staff/write-offs')(stage)
}

export const caseScenes: Scene[] = [
  ...scenesOfClerk('overdue', '1101060017'),
  ...scenesOfClerk('part', '1101080018'),
  ...scenesOfClerk('suspense', '1101090019'),
  { name: 'case-refunds', as: clerkOf('1101060004'), open: at('/employer/refunds') },
  { name: 'case-back-payments', as: clerkOf('1101010002'), open: at('/employer/back-payments') },
  ...scenesOfPerson('passport', 'Anna Becker'),
  ...scenesOfPerson('twice', '双重'),
  ...scenesOfPerson('left-out', '补全'),
  ...scenesOfPerson('gap', '段续'),
  ...scenesOfPerson('two', '兼职'),
  ...reviews.map(([key, employer, tab]): Scene => ({
    name: `case-review-${key}`,
    as: officer,
    open: (stage) => openReviewOf(stage, employer, tab),
  })),
  ...(
    [
      ['overdue', '1101060017'],
      ['part', '1101080018'],
      ['suspense', '1101090019'],
      ['abroad', '1101050016'],
    ] as const
  ).map(([key, registrationNo]): Scene => ({
    name: `case-employer-${key}`,
    as: officer,
    open: (stage) => openEmployer(stage, registrationNo),
  })),
  { name: 'case-work', as: officer, open: at('/staff') },
  { name: 'case-debtors', as: officer, open: at('/staff/debtors') },
  {
    name: 'case-search-person',
    as: officer,
    open: async (stage) => {
      await search(stage, 'DEU0C01X00T47')
    },
  },
  {
    name: 'case-letters',
    as: head,
    open: at('/staff/employer-accounts'),
  },
  { name: 'case-audit', as: staffMember('S1004'), open: at('/staff/audit') },
  { name: 'case-audit-declaration', as: staffMember('S1004'), open: at('/staff/audit?record=Declaration') },
  { name: 'case-notes', as: officer, open: writeNotes },
  { name: 'case-write-off', as: reviewer, open: askWriteOff },
  { name: 'case-stale', as: officer, open: decideTooLate },
  { name: 'case-verify-number', as: null, open: at('/verify/NS2026000001') },
]
